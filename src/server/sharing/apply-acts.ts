import type { MembershipValue, MembersState } from '../../domain/membership.ts'
import { rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine } from '../audit/append.ts'
import { type AuditWhat, chainOf } from '../audit/audit-line.ts'
import type { PlannedAct } from '../records/membership-in.ts'
import { type OwnRole, rowsAs } from '../records/record-tasks.ts'
import { endInvitation, inviteAgency } from './invited-agencies.ts'

/** Everybody who is or was a member, and every agency that is or was invited, as the rule reads it. */
export function* membersState(assessment: string, as: OwnRole | null = null): Task<MembersState> {
  const read = <Row>(sql: string) => (as ? rowsAs<Row>(as, sql, assessment) : rows<Row>(sql, assessment))
  const [found] = yield* read<{ owner: string }>('SELECT owner_id AS owner FROM assessments WHERE id = $1')
  const people = yield* read<{ user: string; endedAt: string | null; by: string | null }>(
    `SELECT user_id AS "user", ended_at AS "endedAt", decided_by AS by FROM members WHERE assessment_id = $1`,
  )
  const agencies = yield* read<{ agency: string; endedAt: string | null; by: string; invitedBy: string }>(
    `SELECT agency_id AS agency, ended_at AS "endedAt", decided_by AS by, invited_by AS "invitedBy"
     FROM agency_invitations WHERE assessment_id = $1`,
  )
  return {
    owner: found?.owner ?? '',
    people: new Map(people.map(({ user, endedAt, by }) => [user, { member: endedAt === null, by }])),
    agencies: new Map(agencies.map(({ agency, endedAt, ...how }) => [agency, { open: endedAt === null, ...how }])),
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
      what: value && why === null ? noted(value) : 'without-effect',
      detail: { entry, of: subject, ...(why !== null && { why }) },
    })
  }
}

const noted = (value: MembershipValue): AuditWhat =>
  value.act === 'end' && value.agency ? 'ended-agency' : NOTED[value.act]

const NOTED: Record<MembershipValue['act'], AuditWhat> = {
  invite: 'invited',
  'invite-agency': 'invited-agency',
  'take-up': 'taken-up',
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
    case 'invite-agency':
      return yield* inviteAgency(assessment, {
        agency: subject,
        at,
        entry,
        actor,
        purpose: value.purpose,
        lawfulBasis: value.lawfulBasis,
      })
    case 'take-up':
      // Done before anything was stored: `letIn`.
      return
    case 'leave':
    case 'end':
      if (value.act === 'end' && value.agency) return yield* endInvitation(assessment, { agency: subject, at, entry })
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
    `UPDATE members SET ended_at = NULL, joined_at = $3, decided_by = $4, invited_by = $5, purpose = $6, lawful_basis = $7,
       taken_up_for = NULL
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
