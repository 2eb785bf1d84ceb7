import type { Author } from '../../domain/entry.ts'
import { type AccountParts, iso } from './account-parts.ts'
import { first, rows, type Task } from './task.ts'

/**
 * Takes an author's id for an account, and the name, role and agency that it recorded under. False when it is another
 * account's already. Ids are random, so that the first to name one is who recorded; when each was named stays to be looked at.
 */
export function* claimAuthor(parts: AccountParts, user: string, { id, name, role, agency }: Author): Task<boolean> {
  yield* rows('INSERT INTO author_owners (author_id, user_id) VALUES ($1, $2) ON CONFLICT DO NOTHING', id, user)
  const owner = yield* first<{ user: string }>('SELECT user_id AS user FROM author_owners WHERE author_id = $1', id)
  if (owner?.user !== user) return false
  yield* rows(
    'INSERT INTO authors (author_id, name, role, agency, claimed_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING',
    id,
    name,
    role,
    agency,
    iso(parts.now()),
  )
  return true
}
