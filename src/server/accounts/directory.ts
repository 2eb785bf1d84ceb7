import type { AgencyBody, PersonBody } from '../../sync/sharing-api.ts'
import { normalEmail } from './sign-in.ts'
import { rows, type Task, type Value } from './task.ts'

/** Somebody with an account that has not ended; undefined when nobody has this address. */
export function* personByEmail(email: string): Task<PersonBody | undefined> {
  return (yield* people('u.email = $1 AND u.ended_at IS NULL', normalEmail(email)))[0]
}

export function* peopleOfAgency(agency: string): Task<PersonBody[]> {
  return yield* people('u.agency_id = $1 AND u.ended_at IS NULL', agency)
}

/** Those with these ids, ended accounts among them: what they did stays theirs. */
export function* peopleBy(ids: readonly (string | null)[]): Task<PersonBody[]> {
  const known = [...new Set(ids.filter((id) => id !== null))]
  if (known.length === 0) return []
  return yield* people(`u.id IN (${known.map((_, n) => `$${n + 1}`).join(', ')})`, ...known)
}

/** Every agency that has accounts here. */
export function* agenciesByName(): Task<AgencyBody[]> {
  return yield* rows<AgencyBody>('SELECT a.id, a.name FROM agencies a ORDER BY a.name, a.id')
}

/** Those with these ids. */
export function* agenciesBy(ids: readonly string[]): Task<AgencyBody[]> {
  const known = [...new Set(ids)]
  if (known.length === 0) return []
  const places = known.map((_, n) => `$${n + 1}`).join(', ')
  return yield* rows<AgencyBody>(
    `SELECT a.id, a.name FROM agencies a WHERE a.id IN (${places}) ORDER BY a.name`,
    ...known,
  )
}

function* people(where: string, ...values: Value[]): Task<PersonBody[]> {
  const found = yield* rows<Omit<PersonBody, 'agency'> & { agency: string; agencyName: string }>(
    `SELECT u.id, u.name, u.role, a.id AS agency, a.name AS "agencyName"
     FROM users u JOIN agencies a ON a.id = u.agency_id WHERE ${where} ORDER BY u.name, u.id`,
    ...values,
  )
  return found.map(({ agency, agencyName, ...person }) => ({ ...person, agency: { id: agency, name: agencyName } }))
}
