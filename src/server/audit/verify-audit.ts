import type { RecordTasks } from '../records/record-tasks.ts'
import { checkChain, type FoundFault, type KeptHead } from './check-chain.ts'
import { readChain, readChainNames } from './read-audit.ts'
import type { AuditSigner } from './signer.ts'

export interface Verified {
  chains: number
  lines: number
  faults: FoundFault[]
}

/** Reads the whole audit and looks for what was edited, removed, moved, cut off or written anew. */
export async function verifyAudit(
  tasks: RecordTasks,
  signer: Pick<AuditSigner, 'isSigned'>,
  kept: readonly KeptHead[] = [],
): Promise<Verified> {
  const keptOf = new Map<string, KeptHead[]>()
  for (const each of kept) keptOf.set(each.chain, [...(keptOf.get(each.chain) ?? []), each])
  const names = new Set([...(await readChainNames(tasks)), ...keptOf.keys()])
  const verified: Verified = { chains: names.size, lines: 0, faults: [] }
  for (const chain of [...names].sort()) {
    const { head, lines } = await readChain(tasks, chain)
    verified.lines += lines.length
    verified.faults.push(...checkChain(chain, lines, head, signer, keptOf.get(chain)))
  }
  return verified
}
