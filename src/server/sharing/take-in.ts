import type { QuarantineDecided } from '../../sync/sharing-api.ts'
import { first, rows, type Task } from '../accounts/task.ts'
import type { AuditParts } from '../audit/append.ts'
import { knownEntries } from '../records/known-entries.ts'
import { actIn } from '../records/membership-in.ts'
import { idsToKnow, planPush } from '../records/plan-push.ts'
import { readBatch } from '../records/read-batch.ts'
import type { Session } from '../records/record-store.ts'
import { applyActs } from './apply-acts.ts'
import type { Kept } from './quarantine-review.ts'

/** Stores an entry that was kept apart, word for word as its author's, with the next number. By the owner. */
export function* takeIn(parts: AuditParts, owner: Session, kept: Kept): Task<QuarantineDecided> {
  const { assessment, entry, by, hash } = kept
  // Locks the record, as a push does.
  const locked = yield* first<{ head: number | string }>(
    'UPDATE assessments SET head = head WHERE id = $1 RETURNING head',
    assessment,
  )
  const row = yield* first<{ text: string }>(
    'SELECT text FROM quarantine WHERE assessment_id = $1 AND entry_id = $2 AND user_id = $3 AND hash = $4',
    assessment,
    entry,
    by,
    hash,
  )
  const incoming = readBatch({ begin: [], entries: [row?.text ?? ''] }).byAssessment[0]?.[1]
  const one = incoming?.[0]
  if (!locked || !incoming || !one) throw new Error('what is kept apart cannot be read any more')
  const known = yield* knownEntries(assessment, idsToKnow(incoming))
  const sender: Session = { user: by, device: owner.device, authors: [one.envelope.author] }
  const standing = { is: 'member', head: Number(locked.head), known, members: null } as const
  const at = parts.now()
  const plan = planPush(sender, assessment, incoming, standing, at)
  const result = plan.results.get(0)
  if (result?.result === 'missing-parent') return { result: 'missing-parent', missing: result.missing }
  if (result?.result === 'conflict') return { result: 'conflict' }
  if (result?.result === 'duplicate') return { result: 'taken-in', seq: result.seq }
  const stored = plan.store[0]
  if (!stored) throw new Error('what is kept apart cannot be stored')
  const { question, subject } = stored.envelope.slot
  yield* rows(
    `INSERT INTO entries (assessment_id, id, seq, question, subject, hash, received_at, text)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    assessment,
    entry,
    stored.seq,
    question,
    subject,
    hash,
    at,
    stored.text,
  )
  yield* rows('UPDATE assessments SET head = $2 WHERE id = $1', assessment, stored.seq)
  const act = actIn(one, { user: by })
  if (act) yield* applyActs(parts, assessment, [{ ...act, seq: stored.seq, why: 'taken-in' }], at)
  return { result: 'taken-in', seq: stored.seq }
}
