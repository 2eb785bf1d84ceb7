import { rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendLine } from '../audit/append.ts'
import { chainOf } from '../audit/audit-line.ts'
import type { Session } from '../records/record-store.ts'
import { rowsAs } from '../records/record-tasks.ts'
import { isGoodDevice } from './standing-in.ts'

/** What is told of a record that is offered to an agency: nothing of the family, and nothing that somebody wrote. */
export interface Offer {
  assessment: string
  /** The entry that invites. */
  invitation: string
  by: string
  purpose: string
  at: string
  /** People of the same agency who have taken it up. */
  takenUpBy: string[]
}

/**
 * Records that are offered to the agency of whoever asks, and that they have not taken up. Whoever was a member once is
 * offered nothing: only a personal invitation brings them back. That it was shown is noted in each record, once a day.
 */
export function* offersFor(parts: AuditParts, session: Session): Task<Offer[]> {
  const { agency, user, device } = session
  if (agency === undefined || !(yield* isGoodDevice(session))) return []
  const found = yield* rows<Omit<Offer, 'takenUpBy'>>(
    `SELECT i.assessment_id AS assessment, i.decided_by AS invitation, i.invited_by AS "by", i.purpose,
            i.invited_at AS at
     FROM agency_invitations i WHERE i.agency_id = $1 AND i.ended_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM members m WHERE m.assessment_id = i.assessment_id AND m.user_id = $2)
     ORDER BY i.assessment_id`,
    agency,
    user,
  )
  const offers: Offer[] = []
  for (const each of found) {
    const chain = chainOf(each.assessment)
    const once = `offered ${user} ${device} ${parts.now().slice(0, 10)}`
    yield* appendLine(parts, { chain, who: user, what: 'offer-shown', detail: { agency, device }, once })
    const takers = yield* rowsAs<{ user: string }>(
      'linnet_keeper',
      `SELECT user_id AS "user" FROM members
       WHERE assessment_id = $1 AND taken_up_for = $2 AND ended_at IS NULL ORDER BY joined_at, user_id`,
      each.assessment,
      agency,
    )
    offers.push({ ...each, takenUpBy: takers.map((taker) => taker.user) })
  }
  return offers.sort((a, b) => (a.at < b.at ? -1 : 1))
}
