import type { MembersBody } from '../../sync/sharing-api.ts'
import { rows, type Task } from '../accounts/task.ts'
import { type AuditParts, appendRefusal } from '../audit/append.ts'
import type { Session } from '../records/record-store.ts'
import { membersState } from './apply-acts.ts'
import { standingIn } from './standing-in.ts'

/** Null for everybody but members, which is noted. */
export function* membersOf(
  parts: AuditParts,
  session: Session,
  assessment: string,
): Task<Omit<MembersBody, 'people' | 'named'> | null> {
  const standing = yield* standingIn(session, assessment, parts.now())
  if (standing !== 'owner' && standing !== 'member') {
    yield* appendRefusal(parts, session, assessment, 'members')
    return null
  }
  const { owner } = yield* membersState(assessment)
  const members = yield* rows<MembersBody['members'][number]>(
    `SELECT m.user_id AS "user", m.joined_at AS since, m.invited_by AS "invitedBy", m.purpose,
            m.lawful_basis AS "lawfulBasis", m.taken_up_for AS "takenUpFor"
     FROM members m WHERE m.assessment_id = $1 AND m.ended_at IS NULL ORDER BY m.joined_at, m.user_id`,
    assessment,
  )
  const agencies = yield* rows<MembersBody['agencies'][number]>(
    `SELECT i.agency_id AS agency, i.invited_at AS since, i.invited_by AS "invitedBy", i.purpose,
            i.lawful_basis AS "lawfulBasis"
     FROM agency_invitations i WHERE i.assessment_id = $1 AND i.ended_at IS NULL ORDER BY i.invited_at, i.agency_id`,
    assessment,
  )
  const withoutEffect = yield* rows<MembersBody['withoutEffect'][number]>(
    `SELECT a.entry_id AS entry, a.why FROM membership_acts a
     WHERE a.assessment_id = $1 AND a.why IS NOT NULL ORDER BY a.seq`,
    assessment,
  )
  return { owner, members, agencies, withoutEffect }
}
