import type { Session } from '../../../src/server/records/record-store.ts'
import type { Person } from '../accounts/accounts-builders.ts'
import type { Api } from './an-api.ts'

/** Somebody signed in, who has said as whom they record. */
export interface Somebody extends Person {
  token: string
  by: Session
}

export async function somebody(api: Api, person: Person, name: string, token: string): Promise<Somebody> {
  const author = { id: `author of ${name}`, name, role: 'midwife', agency: person.agency.name }
  await api.ask('POST', '/api/authors', { as: token, body: author })
  return { ...person, token, by: { user: person.user, device: 'd', authors: [author] } }
}
