import { text } from '../records/records-builders.ts'
import { ASSESSMENT, type Caller } from './a-world.ts'
import { ANY_SESSION, everyAccess, GLASS, MEMBERS, OWNER, type Row, refusedBut } from './matrix-row.ts'

const entryOf = ({ author, access, relation }: Caller, assessment: string): string =>
  text({ user: '', device: 'd', authors: [author] }, { id: `by ${relation} ${access}`, assessment })

/** Routes of records, and of who sees them, by method and path. */
export const RECORD_ROWS: Readonly<Record<string, Row>> = {
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
