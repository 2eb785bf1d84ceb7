import { invite } from '../../../src/server/accounts/invitations.ts'
import { ACCESS, type Access } from '../../../src/sync/api.ts'
import { codeOf, PASSWORD, shownBy } from '../accounts/accounts-builders.ts'
import { text } from '../records/records-builders.ts'
import { ASSESSMENT, type Caller, RELATIONS, type Relation, type World } from './a-world.ts'

/**
 * What one who asks is told.
 * - `answered`: what they asked for.
 * - `as-if-not-there`: to the byte what an id that does not exist gets.
 * - `kept-apart`: what they sent is kept for the record's owner, and they are told that.
 * - `sent-back`: to the page for signing in, without a session.
 * - `signed-out`, `not-allowed`: that, whether or not there is such an id.
 */
export type Cell = 'answered' | 'as-if-not-there' | 'kept-apart' | 'sent-back' | 'signed-out' | 'not-allowed'
export type Cells = Record<Access, Record<Relation, Cell>>

export interface Request {
  path: string
  body?: unknown
}
export interface Row {
  cells: Cells
  /** The request of one who asks, about an id: in its path, its query or its body. */
  request(caller: Caller, id: string, world: World): Request | Promise<Request>
  /** The id that it is about; none for a request about whoever asks. */
  about: ((world: World) => string | Promise<string>) | null
  /** What shows that it was answered: it must be in the answer. */
  shows: string | ((caller: Caller) => string)
}

const everyAccess = (cells: Record<Relation, Cell>): Cells =>
  Object.fromEntries(ACCESS.map((access) => [access, cells])) as Cells
const all = (cell: Cell): Cells =>
  everyAccess(Object.fromEntries(RELATIONS.map((relation) => [relation, cell])) as Record<Relation, Cell>)
const PUBLIC = all('answered')
const ANY_SESSION = everyAccess({ ...all('answered').practitioner, nobody: 'signed-out' })
const MEMBERS = everyAccess({
  own: 'answered',
  'other-agency': 'as-if-not-there',
  former: 'as-if-not-there',
  revoked: 'as-if-not-there',
  nobody: 'signed-out',
})
/** Members of the world above are no owners: the owner's own is in a test of its own. */
const OWNER = everyAccess({ ...MEMBERS.practitioner, own: 'as-if-not-there' })
const GLASS: Record<Relation, Cell> = { ...MEMBERS.practitioner, 'other-agency': 'answered', former: 'answered' }
const refusedBut = (administrator: Record<Relation, Cell>): Cells => {
  const others = { ...all('not-allowed').practitioner, nobody: 'signed-out' as const }
  return { practitioner: others, supervisor: others, administrator }
}

const entryOf = ({ author, access, relation }: Caller, assessment: string): string =>
  text({ user: '', device: 'd', authors: [author] }, { id: `by ${relation} ${access}`, assessment })

/** Every route of the server, by its method and path. */
export const ROWS: Readonly<Record<string, Row>> = {
  'GET /health': { cells: PUBLIC, request: () => ({ path: '/health' }), about: null, shows: '{"ok":true}' },
  'GET /ready': { cells: PUBLIC, request: () => ({ path: '/ready' }), about: null, shows: '{"ok":true}' },
  'GET /*': { cells: PUBLIC, request: () => ({ path: '/sw.js' }), about: null, shows: '// worker' },

  'GET /api/session': {
    cells: ANY_SESSION,
    request: () => ({ path: '/api/session' }),
    about: null,
    shows: ({ person }) => `"id":"${person.user}"`,
  },
  'POST /api/sign-in': {
    cells: PUBLIC,
    request: ({ person }, _, { api }) => {
      api.parts.passes(90_000)
      const { address: __, ...shown } = shownBy(api.parts, person)
      return { path: '/api/sign-in', body: { ...shown, device: { id: 'phone', name: '' } } }
    },
    about: null,
    shows: ({ person }) => `"id":"${person.user}"`,
  },
  'POST /api/sign-out': { cells: PUBLIC, request: () => ({ path: '/api/sign-out' }), about: null, shows: '{}' },
  'POST /api/password': {
    cells: ANY_SESSION,
    request: ({ person }, _, { api }) => {
      api.parts.passes(90_000)
      const { code } = shownBy(api.parts, person)
      return { path: '/api/password', body: { current: PASSWORD, password: 'a new and longer one', code } }
    },
    about: null,
    shows: ({ person }) => `"id":"${person.user}"`,
  },
  'POST /api/authors': {
    cells: ANY_SESSION,
    request: ({ author }) => ({ path: '/api/authors', body: { ...author, role: 'lead midwife' } }),
    about: null,
    shows: '{}',
  },

  'GET /api/assessments': {
    // By no id: whoever may see none is shown an empty list.
    cells: ANY_SESSION,
    request: () => ({ path: '/api/assessments' }),
    about: null,
    shows: ({ relation }) => (relation === 'own' ? `"assessments":[{"assessment":"${ASSESSMENT}"` : '"assessments":[]'),
  },
  'GET /api/events': {
    // By no id: what is told to whom is in event-routes.test.ts.
    cells: ANY_SESSION,
    request: () => ({ path: '/api/events' }),
    about: null,
    shows: ': here',
  },
  'POST /api/pull': {
    cells: MEMBERS,
    request: (_, id) => ({ path: '/api/pull', body: { assessment: id, after: null } }),
    about: () => ASSESSMENT,
    shows: 'Olive Owner',
  },
  'POST /api/push': {
    cells: everyAccess({ ...MEMBERS.practitioner, former: 'kept-apart', revoked: 'kept-apart' }),
    request: (caller, id) => ({ path: '/api/push', body: { begin: [], entries: [entryOf(caller, id)] } }),
    about: () => ASSESSMENT,
    shows: '"result":"stored"',
  },

  'POST /api/agency/invitations': {
    cells: refusedBut({
      own: 'answered',
      'other-agency': 'answered',
      former: 'answered',
      revoked: 'not-allowed',
      nobody: 'signed-out',
    }),
    request: () => ({
      path: '/api/agency/invitations',
      body: { email: 'olive.owner@example.org', role: 'midwife', access: 'practitioner' },
    }),
    about: null,
    shows: '"link":"/invitation#',
  },
  'GET /api/agency/devices': {
    cells: refusedBut({
      own: 'answered',
      'other-agency': 'answered',
      former: 'answered',
      revoked: 'not-allowed',
      nobody: 'signed-out',
    }),
    request: () => ({ path: '/api/agency/devices' }),
    about: null,
    shows: ({ relation }) => (relation === 'other-agency' ? 'other-agency' : 'Olive Owner'),
  },
  'POST /api/agency/devices/revoke': {
    cells: refusedBut({
      own: 'answered',
      'other-agency': 'as-if-not-there',
      former: 'answered',
      revoked: 'not-allowed',
      nobody: 'signed-out',
    }),
    request: (_, id) => ({ path: '/api/agency/devices/revoke', body: { id } }),
    about: ({ device }) => device,
    shows: '{}',
  },

  'GET /api/agency/users': {
    cells: refusedBut({
      own: 'answered',
      'other-agency': 'answered',
      former: 'answered',
      revoked: 'not-allowed',
      nobody: 'signed-out',
    }),
    request: () => ({ path: '/api/agency/users' }),
    about: null,
    shows: ({ relation }) => (relation === 'other-agency' ? '[{"id":"id-' : 'Olive Owner'),
  },
  'POST /api/agency/users/end': {
    cells: refusedBut({
      own: 'answered',
      'other-agency': 'as-if-not-there',
      former: 'answered',
      revoked: 'not-allowed',
      nobody: 'signed-out',
    }),
    request: (_, id) => ({ path: '/api/agency/users/end', body: { id } }),
    about: ({ owner }) => owner,
    shows: '{}',
  },
  'GET /api/invitations/:token': {
    cells: PUBLIC,
    request: (_, id) => ({ path: `/api/invitations/${id}` }),
    about: async (world) => (await anInvitation(world)).token,
    shows: '"email":"new@example.org"',
  },
  'POST /api/invitations/:token': {
    cells: PUBLIC,
    request: (_, id, world) => ({
      path: `/api/invitations/${id}`,
      body: { name: 'New Person', password: PASSWORD, code: codeOf(secrets.get(id) ?? 'AAAA', world.api.parts.now()) },
    }),
    about: async (world) => (await anInvitation(world)).token,
    shows: '{}',
  },

  'GET /api/oidc/agencies': {
    // No agency of this world has one; with one: oidc-sign-in.test.ts.
    cells: PUBLIC,
    request: () => ({ path: '/api/oidc/agencies' }),
    about: null,
    shows: '{"agencies":[]}',
  },
  'GET /api/oidc/start': {
    // An agency without a provider: nobody learns whether there is such an agency.
    cells: all('as-if-not-there'),
    request: (_, id) => ({ path: `/api/oidc/start?agency=${id}&device=phone` }),
    about: ({ callers }) => callers[0]?.person.agency.id ?? '',
    shows: 'redirect',
  },
  'GET /api/oidc/callback': {
    cells: all('sent-back'),
    request: () => ({ path: '/api/oidc/callback?code=x&state=y' }),
    about: null,
    shows: '',
  },

  'POST /api/people': {
    // By an address, not by an id: whoever has an account may be found, by anybody whose device is good.
    cells: everyAccess({ ...MEMBERS.practitioner, 'other-agency': 'answered', former: 'answered' }),
    request: (_, email) => ({ path: '/api/people', body: { email } }),
    about: () => 'olive.owner@example.org',
    shows: 'Olive Owner',
  },
  'GET /api/agency/people': {
    cells: ANY_SESSION,
    request: () => ({ path: '/api/agency/people' }),
    about: null,
    shows: ({ relation }) =>
      ({ 'other-agency': '"name":"Elsewhere"', revoked: '{"people":[]}' })[relation as string] ?? 'Olive Owner',
  },
  'GET /api/agencies': {
    cells: ANY_SESSION,
    request: () => ({ path: '/api/agencies' }),
    about: null,
    shows: ({ relation }) => (relation === 'revoked' ? '{"agencies":[]}' : '"name":"Elsewhere"'),
  },
  'GET /api/agency/offers': {
    // By no id: whoever is offered nothing is shown an empty list, and administrators none.
    cells: { ...ANY_SESSION, administrator: refusedBut(ANY_SESSION.practitioner).practitioner },
    request: () => ({ path: '/api/agency/offers' }),
    about: null,
    shows: ({ relation }) =>
      relation === 'other-agency' ? `"offers":[{"assessment":"${ASSESSMENT}"` : '"offers":[],"people":[]}',
  },
  'GET /api/assessments/:id/members': {
    cells: MEMBERS,
    request: (_, id) => ({ path: `/api/assessments/${id}/members` }),
    about: () => ASSESSMENT,
    shows: 'Olive Owner',
  },
  'GET /api/assessments/:id/looked': {
    cells: MEMBERS,
    request: (_, id) => ({ path: `/api/assessments/${id}/looked` }),
    about: () => ASSESSMENT,
    shows: '"lines":[',
  },
  'POST /api/assessments/:id/audit': {
    cells: MEMBERS,
    request: (_, id) => ({ path: `/api/assessments/${id}/audit`, body: { what: 'exported', id: 'x1' } }),
    about: () => ASSESSMENT,
    shows: '{}',
  },
  'POST /api/break-glass': {
    cells: { practitioner: GLASS, supervisor: GLASS, administrator: refusedBut(GLASS).practitioner },
    request: (_, id) => ({
      path: '/api/break-glass',
      body: { assessment: id, reason: 'Nobody can be reached tonight' },
    }),
    about: () => ASSESSMENT,
    // A member needs no breaking.
    shows: ({ relation }) => (relation === 'own' ? '"until":null' : '"until":"'),
  },
  'GET /api/notices': {
    cells: ANY_SESSION,
    request: () => ({ path: '/api/notices' }),
    about: null,
    shows: '"notices":[]',
  },
  'POST /api/notices/:id/seen': {
    cells: OWNER,
    request: (_, id) => ({ path: `/api/notices/${id}/seen` }),
    about: ({ notice }) => notice,
    shows: '{}',
  },
  'GET /api/assessments/:id/quarantine': {
    cells: OWNER,
    request: (_, id) => ({ path: `/api/assessments/${id}/quarantine` }),
    about: () => ASSESSMENT,
    shows: '"entries":[{',
  },
  'POST /api/quarantine/:id': {
    cells: OWNER,
    request: (_, id) => ({ path: `/api/quarantine/${id}`, body: { decision: 'leave', reason: 'known already' } }),
    about: ({ kept }) => kept,
    shows: '"result":"left"',
  },
}

const secrets = new Map<string, string>()

async function anInvitation({ api, callers }: World): Promise<{ token: string }> {
  const { parts } = api
  const agency = callers[0]?.person.agency.id ?? ''
  const given = { agency, email: 'new@example.org', role: 'midwife', access: 'practitioner' as const, by: null }
  const made = await parts.db.run(() => invite(parts, given))
  const { secret } = (await (await api.ask('GET', `/api/invitations/${made.token}`)).json()) as { secret: string }
  secrets.set(made.token, secret)
  return made
}
