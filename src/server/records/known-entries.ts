import { rows, type Task } from '../accounts/task.ts'
import { idsToKnow, type KeptApart, type Known, type Standing } from './plan-push.ts'
import type { Incoming } from './read-batch.ts'
import { type OwnRole, rowsAs } from './record-tasks.ts'

/** What is stored under these ids, as the one who asks may see it, or one of the server's own roles. */
export function* knownEntries(
  assessment: string,
  ids: readonly string[],
  as: OwnRole | null = null,
): Task<ReadonlyMap<string, Known>> {
  const sql = `SELECT e.id, e.seq, e.hash, e.received_at AS "receivedAt", e.question, e.subject FROM entries e
     WHERE e.assessment_id = $1 AND e.id IN (${ids.map((_, n) => `$${n + 2}`).join(', ')})`
  type Row = Omit<Known, 'seq' | 'slot'> & Known['slot'] & { id: string; seq: number | string }
  const found = yield* as ? rowsAs<Row>(as, sql, assessment, ...ids) : rows<Row>(sql, assessment, ...ids)
  return new Map(
    found.map(({ id, seq, hash, receivedAt, question, subject }) => [
      id,
      { seq: Number(seq), hash, receivedAt, slot: { question, subject } },
    ]),
  )
}

/**
 * Whoever is no reader any more learns of what they send only whether exactly that is in the record already: so that it is
 * received, and not kept apart a second time, when it was stored before or has been taken in.
 */
export function* keptApart(assessment: string, why: KeptApart, incoming: readonly Incoming[]): Task<Standing> {
  const stored = yield* knownEntries(assessment, idsToKnow(incoming), 'linnet_keeper')
  const isSent = (id: string, hash: string) => incoming.some((each) => each.envelope.id === id && each.hash === hash)
  return { is: 'kept-apart', why, known: new Map([...stored].filter(([id, { hash }]) => isSent(id, hash))) }
}
