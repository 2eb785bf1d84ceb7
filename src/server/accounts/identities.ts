import { type AccountParts, iso } from './account-parts.ts'
import { type Invitation, invitationBy, spendInvitation } from './invitations.ts'
import { first, rows, type Task } from './task.ts'

/** Who a provider says that somebody is. No e-mail address: it can be given to somebody else. */
export interface Identity {
  issuer: string
  subject: string
}

/** The user of this agency to whom an identity is bound. Null for everybody else, of other agencies too. */
export function* userBy({ issuer, subject }: Identity, agency: string): Task<string | null> {
  const found = yield* first<{ user: string }>(
    `SELECT u.id AS user FROM identities i JOIN users u ON u.id = i.user_id
     WHERE i.issuer = $1 AND i.subject = $2 AND u.agency_id = $3 AND u.ended_at IS NULL`,
    issuer,
    subject,
    agency,
  )
  return found?.user ?? null
}

/** Uses an invitation up for an identity, and binds it to the user for good. Null: the invitation is not good for it. */
export function* bindByInvitation(
  parts: AccountParts,
  identity: Identity,
  invitation: { hash: string; agency: string; name: string },
): Task<string | null> {
  const found: Invitation | null = yield* invitationBy(parts, invitation.hash)
  if (!found || found.agency.id !== invitation.agency) return null
  const bound = yield* first<{ user: string; email: string }>(
    `SELECT u.id AS user, u.email FROM identities i JOIN users u ON u.id = i.user_id
     WHERE i.issuer = $1 AND i.subject = $2`,
    identity.issuer,
    identity.subject,
  )
  // One identity is one user: with the invitation of another it opens neither.
  if (bound && bound.email !== found.email) return null
  const used = yield* spendInvitation(parts, invitation.hash, found, invitation.name || found.email)
  if (!used.ok) return null
  yield* rows(
    'INSERT INTO identities (issuer, subject, user_id, bound_at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING',
    identity.issuer,
    identity.subject,
    used.user,
    iso(parts.now()),
  )
  return yield* userBy(identity, invitation.agency)
}
