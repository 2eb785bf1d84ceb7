import { rows, type Task } from '../accounts/task.ts'
import { knownEntries } from '../records/known-entries.ts'
import { hasTakeUp } from '../records/membership-in.ts'
import { idsToKnow, type PushPlan, type Standing } from '../records/plan-push.ts'
import type { Incoming } from '../records/read-batch.ts'
import type { Session } from '../records/record-store.ts'
import { rowsAs } from '../records/record-tasks.ts'
import { membersState } from './apply-acts.ts'
import { isGoodDevice } from './standing-in.ts'

/**
 * How somebody stands who never was a member. It is read by the server itself, and nothing of it is said to them unless the
 * batch makes them a member. Locks the record then, as a push by a member does.
 */
export function* outsiderIn(session: Session, assessment: string, incoming: readonly Incoming[]): Task<Standing> {
  const nobody = { is: 'none' } as const
  const { agency } = session
  if (agency === undefined || !hasTakeUp(incoming, session) || !(yield* isGoodDevice(session))) return nobody
  const invited = yield* rowsAs(
    'linnet_keeper',
    'SELECT agency_id FROM agency_invitations WHERE assessment_id = $1 AND agency_id = $2 AND ended_at IS NULL',
    assessment,
    agency,
  )
  if (invited.length === 0) return nobody
  const [locked] = yield* rowsAs<{ head: number | string }>(
    'linnet_keeper',
    'UPDATE assessments SET head = head WHERE id = $1 RETURNING head',
    assessment,
  )
  if (!locked) return nobody
  // Read under the lock: the invitation may have ended meanwhile.
  const members = yield* membersState(assessment, 'linnet_keeper')
  const known = yield* knownEntries(assessment, idsToKnow(incoming), 'linnet_keeper')
  return { is: 'offered', head: Number(locked.head), known, members }
}

/** Whoever takes the record up is a member before anything of the batch is stored, as only members store. */
export function* letIn(assessment: string, { acts }: PushPlan, at: string): Task<void> {
  for (const { entry, subject, value, why } of acts) {
    if (why !== null || value?.act !== 'take-up') continue
    yield* rows(
      `INSERT INTO members
         (assessment_id, user_id, joined_at, decided_by, invited_by, purpose, lawful_basis, taken_up_for)
       SELECT i.assessment_id, $2, $3, $4, i.invited_by, i.purpose, i.lawful_basis, i.agency_id
       FROM agency_invitations i WHERE i.assessment_id = $1 AND i.agency_id = $5 AND i.ended_at IS NULL`,
      assessment,
      subject,
      at,
      entry,
      value.agency.id,
    )
  }
}
