import type { AccountDatabase } from '../accounts/task.ts'
import { auditHeads, chainOf } from './audit.ts'
import { type AuditHead, chainFault } from './audit-chain.ts'

/** What is wrong with each chain that is not whole; none when all are. `kept`: heads that were written down earlier. */
export async function verifyAudit(
  db: AccountDatabase,
  kept: readonly AuditHead[],
): Promise<{ chains: number; faults: string[] }> {
  const heads = await db.run(auditHeads)
  const known = new Map(heads.map((head) => [head.assessment, head]))
  const assessments = new Set([...known.keys(), ...kept.map(({ assessment }) => assessment)])
  const faults: string[] = []
  for (const assessment of assessments) {
    const rows = await db.run(() => chainOf(assessment))
    const now = known.get(assessment)
    const fault =
      now && now.count !== rows.length
        ? `has ${rows.length} rows and should have ${now.count}`
        : chainFault(rows, [...(now ? [now] : []), ...kept.filter((each) => each.assessment === assessment)])
    if (fault) faults.push(`${assessment}: ${fault}`)
  }
  return { chains: assessments.size, faults }
}

/** One line for each chain, as `audit-heads` prints it. */
export const headLine = ({ assessment, count, head }: AuditHead): string => `${count} ${head} ${assessment}`

/** The heads that were kept; null when a line is none. */
export function readHeads(text: string): AuditHead[] | null {
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const heads = lines.flatMap((line) => {
    const [, count, head, assessment] = /^(\d+) ([0-9a-f]{64}) (.+)$/.exec(line) ?? []
    return count && head && assessment ? [{ assessment, count: Number(count), head }] : []
  })
  return heads.length === lines.length ? heads : null
}
