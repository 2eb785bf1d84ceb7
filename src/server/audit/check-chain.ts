import { type AuditLine, hashOfLine, headText, NO_HASH } from './audit-line.ts'
import type { AuditSigner } from './signer.ts'

/** How far a chain goes, as the database says it, signed. */
export interface AuditHead {
  chain: string
  count: number
  hash: string
  key: string
  signature: string
}

/** How far a chain went when somebody wrote it down elsewhere. */
export interface KeptHead {
  chain: string
  count: number
  hash: string
}

/**
 * What is wrong with a chain, each with the number of the line.
 * - `edited`: the line is not what was hashed.
 * - `missing`: a number is left out: a line was removed, or lines have changed places.
 * - `not-joined`: the line does not follow on the one before it.
 * - `cut-off`: the chain has fewer or more lines than its head says, or another last one; or it has no head.
 * - `not-signed`: the head was not signed by this server's key: the chain was written anew, or the key is another one.
 * - `not-as-kept`: it went further, or otherwise, when it was written down.
 */
export type ChainFault = 'edited' | 'missing' | 'not-joined' | 'cut-off' | 'not-signed' | 'not-as-kept'
export interface FoundFault {
  chain: string
  number: number
  fault: ChainFault
}

/** Lines are given in order of their numbers, as the database has them. `kept` may be of any earlier day. */
export function checkChain(
  chain: string,
  lines: readonly AuditLine[],
  head: AuditHead | undefined,
  signer: Pick<AuditSigner, 'isSigned'>,
  kept: readonly KeptHead[] = [],
): FoundFault[] {
  const faults: FoundFault[] = []
  const found = (number: number, fault: ChainFault) => faults.push({ chain, number, fault })
  let before = NO_HASH
  let expected = 1
  for (const line of lines) {
    if (line.number !== expected) found(expected, 'missing')
    if (hashOfLine(line) !== line.hash) found(line.number, 'edited')
    if (line.before !== before) found(line.number, 'not-joined')
    before = line.hash
    expected = line.number + 1
  }
  const count = lines.at(-1)?.number ?? 0
  if (!head || head.count !== count || head.hash !== before) found(count, 'cut-off')
  if (head && !signer.isSigned(headText({ chain, count: head.count, hash: head.hash }), head.signature)) {
    found(head.count, 'not-signed')
  }
  for (const each of kept) {
    const then = each.count === 0 ? NO_HASH : lines.find((line) => line.number === each.count)?.hash
    if (then !== each.hash) found(each.count, 'not-as-kept')
  }
  return faults
}
