import { invite } from '../../../src/server/accounts/invitations.ts'
import { codeOf, PASSWORD, shownBy } from '../accounts/accounts-builders.ts'
import type { World } from './a-world.ts'
import { ANY_SESSION, all, PUBLIC, type Row, refusedBut } from './matrix-row.ts'

/** About the agency of whoever asks. */
const ADMINISTRATORS = refusedBut({
  own: 'answered',
  'other-agency': 'answered',
  former: 'answered',
  revoked: 'not-allowed',
  nobody: 'signed-out',
})
/** About somebody's id, who is of one agency. */
const OF_THEIR_AGENCY = refusedBut({
  own: 'answered',
  'other-agency': 'as-if-not-there',
  former: 'answered',
  revoked: 'not-allowed',
  nobody: 'signed-out',
})

/** Routes of accounts, sessions, agencies and devices, by method and path. */
export const ACCOUNT_ROWS: Readonly<Record<string, Row>> = {
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
  'POST /api/sign-in/passkey': {
    // By no id: it names no account.
    cells: PUBLIC,
    request: () => ({ path: '/api/sign-in/passkey', body: {} }),
    about: null,
    shows: '"rpId":"localhost"',
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
  'POST /api/agency/invitations': {
    cells: ADMINISTRATORS,
    request: () => ({
      path: '/api/agency/invitations',
      body: { email: 'olive.owner@example.org', role: 'midwife', access: 'practitioner' },
    }),
    about: null,
    shows: '"link":"/invitation#',
  },
  'GET /api/agency/devices': {
    cells: ADMINISTRATORS,
    request: () => ({ path: '/api/agency/devices' }),
    about: null,
    shows: ({ relation }) => (relation === 'other-agency' ? 'other-agency' : 'Olive Owner'),
  },
  'POST /api/agency/devices/revoke': {
    cells: OF_THEIR_AGENCY,
    request: (_, id) => ({ path: '/api/agency/devices/revoke', body: { id } }),
    about: ({ device }) => device,
    shows: '{}',
  },

  'GET /api/agency/users': {
    cells: ADMINISTRATORS,
    request: () => ({ path: '/api/agency/users' }),
    about: null,
    shows: ({ relation }) => (relation === 'other-agency' ? '[{"id":"id-' : 'Olive Owner'),
  },
  'POST /api/agency/users/end': {
    cells: OF_THEIR_AGENCY,
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

  'POST /api/invitations/:token/passkey': {
    cells: PUBLIC,
    request: (_, id) => ({ path: `/api/invitations/${id}/passkey`, body: {} }),
    about: async (world) => (await anInvitation(world)).token,
    shows: '"name":"new@example.org"',
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
