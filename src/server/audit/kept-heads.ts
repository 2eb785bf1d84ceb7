import * as z from 'zod/mini'
import { canonicalJson } from '../../domain/canonical-json.ts'
import type { KeptHead } from './check-chain.ts'
import type { AuditSigner } from './signer.ts'

const schema = z.object({
  at: z.string(),
  heads: z.array(z.object({ chain: z.string(), count: z.int().check(z.minimum(0)), hash: z.string() })),
  key: z.string(),
  signature: z.string(),
})

/** How far every chain goes, in one signed text to be kept where whoever runs the database cannot write. */
export function writeKeptHeads(at: string, heads: readonly KeptHead[], signer: AuditSigner): string {
  const said = { at, heads: heads.map(({ chain, count, hash }) => ({ chain, count, hash })), key: signer.key }
  return JSON.stringify({ ...said, signature: signer.sign(canonicalJson(said)) })
}

/** Null for what this server has not signed. */
export function readKeptHeads(text: string, signer: AuditSigner): KeptHead[] | null {
  try {
    const read = schema.safeParse(JSON.parse(text))
    if (!read.success) return null
    const { signature, ...said } = read.data
    return signer.isSigned(canonicalJson(said), signature) ? said.heads : null
  } catch {
    return null
  }
}
