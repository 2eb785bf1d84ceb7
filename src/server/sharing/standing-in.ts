import { first, type Task } from '../accounts/task.ts'
import type { Session } from '../records/record-store.ts'

/** How the one who asks stands to a record. `glass`: no member, and reading for now. `none`: not there, or not theirs. */
export type StandingIn = 'owner' | 'member' | 'glass' | 'none'

/** `at` is now. A revoked device stands to nothing. */
export function* standingIn({ user, device }: Session, assessment: string, at: string): Task<StandingIn> {
  const found = yield* first<{ owner: string; member: unknown; glass: unknown }>(
    `SELECT a.owner_id AS owner,
            EXISTS (SELECT 1 FROM members m
                    WHERE m.assessment_id = a.id AND m.user_id = $2 AND m.ended_at IS NULL) AS member,
            EXISTS (SELECT 1 FROM broken_glass g
                    WHERE g.assessment_id = a.id AND g.user_id = $2 AND g.ends_at > $3) AS glass
     FROM assessments a WHERE a.id = $1 AND NOT EXISTS (SELECT 1 FROM revoked_devices r WHERE r.id = $4)`,
    assessment,
    user,
    at,
    device,
  )
  if (found?.member) return found.owner === user ? 'owner' : 'member'
  return found?.glass ? 'glass' : 'none'
}

export function* isGoodDevice({ device }: Session): Task<boolean> {
  return (yield* first('SELECT id FROM revoked_devices WHERE id = $1', device)) === undefined
}
