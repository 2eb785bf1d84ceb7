import { first, rows, type Task } from '../accounts/task.ts'
import type { RecordTasks } from '../records/record-tasks.ts'
import type { AuditLine } from './audit-line.ts'
import type { AuditHead } from './check-chain.ts'

/** Every head there is. */
export async function readHeads(tasks: RecordTasks): Promise<AuditHead[]> {
  const found = await tasks.runAs('linnet_audit', () =>
    rows<AuditHead>('SELECT chain, count, hash, key, signature FROM audit_heads ORDER BY chain'),
  )
  return found.map(counted)
}

/** Every chain of which there is a line or a head. */
export async function readChainNames(tasks: RecordTasks): Promise<string[]> {
  const found = await tasks.runAs('linnet_audit', () =>
    rows<{ chain: string }>('SELECT chain FROM audit_heads UNION SELECT chain FROM audit'),
  )
  return found.map(({ chain }) => chain)
}

/** A whole chain and its head. The head is locked meanwhile, so that nothing is added between the two. */
export const readChain = (
  tasks: RecordTasks,
  chain: string,
): Promise<{ head: AuditHead | undefined; lines: AuditLine[] }> =>
  tasks.runAs('linnet_audit', function* (): Task<{ head: AuditHead | undefined; lines: AuditLine[] }> {
    const head = yield* first<AuditHead>(
      'UPDATE audit_heads SET count = count WHERE chain = $1 RETURNING chain, count, hash, key, signature',
      chain,
    )
    const lines = yield* rows<AuditLine>(
      `SELECT l.chain, l.number, l.at, l.who, l.what, l.detail, l.once, l.before, l.hash FROM audit l
       WHERE l.chain = $1 ORDER BY l.number`,
      chain,
    )
    return { head: head && counted(head), lines: lines.map((line) => ({ ...line, number: Number(line.number) })) }
  })

/** A number of PostgreSQL comes as text. */
const counted = (head: AuditHead): AuditHead => ({ ...head, count: Number(head.count) })
