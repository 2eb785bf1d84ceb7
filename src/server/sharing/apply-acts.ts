import type { MembershipValue, MembersState } from '../../domain/membership.ts'
import { first, rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine } from '../audit/append.ts'
import { type AuditWhat, chainOf } from '../audit/audit-line.ts'
import type { PlannedAct } from '../records/membership-in.ts'

/** Everybody who is or was a member, as the rule reads it. */
export function* membersState(assessment: string): Task<MembersState> {
  const found = yield* first<{ owner: string }>('SELECT owner_id AS owner FROM assessments WHERE id = $1', assessment)
  const people = yield* rows<{ user: string; endedAt: string | null; by: string | null }>(
    `SELECT user_id AS "user", ended_at AS "endedAt", decided_by AS by FROM members WHERE assessment_id = $1`,
    assessment,
  )
  return {
    owner: found?.owner ?? '',
    people: new Map(people.map(({ user, endedAt, by }) => [user, { member: endedAt === null, by }])),
  }
}

/** Does what the rule has decided, in the transaction in which the entries are stored, and notes it. */
export function* applyActs(parts: AuditParts, assessment: string, acts: readonly PlannedAct[], at: string): Task<void> {
  for (const act of acts) {
    const { entry, seq, actor, subject, value, why } = act
    yield* rows(
      `INSERT INTO membership_acts (assessment_id, entry_id, seq, actor_id, subject_id, act, why)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      assessment,
      entry,
      seq,
      actor,
      subject,
      value?.act ?? 'unknown',
      why,
    )
    if (value && why === null) yield* takeEffect(assessment, act, value, at)
    yield* appendLine(parts, {
      chain: chainOf(assessment),
      who: actor,
      what: value && why === null ? NOTED[value.act] : 'without-effect',
      detail: { entry, of: subject, ...(why !== null && { why }) },
    })
  }
}

const NOTED: Record<MembershipValue['act'], AuditWhat> = {
  invite: 'invited',
  leave: 'left',
  end: 'ended',
  'hand-over': 'handed-over',
}

function* takeEffect(
  assessment: string,
  { entry, actor, subject }: PlannedAct,
  value: MembershipValue,
  at: string,
): Task<void> {
  switch (value.act) {
    case 'invite':
      return yield* admit(assessment, { subject, at, entry, actor, ...value })
    case 'leave':
    case 'end':
      yield* rows(
        `UPDATE members SET ended_at = $3, decided_by = $4
         WHERE assessment_id = $1 AND user_id = $2 AND ended_at IS NULL`,
        assessment,
        subject,
        at,
        entry,
      )
      return
    case 'hand-over':
      yield* rows('UPDATE assessments SET owner_id = $2 WHERE id = $1', assessment, subject)
  }
}

interface Admitted {
  subject: string
  at: string
  entry: string
  actor: string
  purpose: string
  lawfulBasis: string
}

function* admit(assessment: string, { subject, at, entry, actor, purpose, lawfulBasis }: Admitted): Task<void> {
  const values = [assessment, subject, at, entry, actor, purpose, lawfulBasis] as const
  const again = yield* rows(
    `UPDATE members SET ended_at = NULL, joined_at = $3, decided_by = $4, invited_by = $5, purpose = $6, lawful_basis = $7
     WHERE assessment_id = $1 AND user_id = $2 AND ended_at IS NOT NULL RETURNING user_id`,
    ...values,
  )
  if (again.length > 0) return
  yield* rows(
    `INSERT INTO members (assessment_id, user_id, joined_at, decided_by, invited_by, purpose, lawful_basis)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    ...values,
  )
}
