import { MEMBERS_SLOT, MEMBERSHIP_KIND } from '../../../src/domain/membership.ts'
import type { Agency } from '../../../src/server/accounts/agencies.ts'
import { ACCESS, type Access } from '../../../src/sync/api.ts'
import { anAgency, aPerson, aSession, type Person, who } from '../accounts/accounts-builders.ts'
import { text } from '../records/records-builders.ts'
import { type Api, anApi } from './an-api.ts'

/**
 * How one who asks stands to the record `a1` of the agency Northgate.
 * `own`: a member, of that agency. `other-agency`: of another one, which is invited, and never a member. `former`: of that agency, a member
 * once. `revoked`: a member of that agency, on a device that was revoked since. `nobody`: signed out.
 */
export const RELATIONS = ['own', 'other-agency', 'former', 'revoked', 'nobody'] as const
export type Relation = (typeof RELATIONS)[number]

export interface Caller {
  access: Access
  relation: Relation
  /** Undefined for nobody. */
  token: string | undefined
  person: Person
  /** What they say that they recorded as. */
  author: { id: string; name: string; role: string; agency: string }
}

export interface World {
  api: Api
  callers: Caller[]
  /** A user of Northgate who asks for nothing, and their device. */
  owner: string
  device: string
  /** Of the owner, who is none of the callers: what a notice of theirs is called, and something kept apart for them. */
  notice: string
  kept: string
}

export const ASSESSMENT = 'a1'

/** One record with one entry, and somebody of each access in each relation to it. */
export async function aWorld(): Promise<World> {
  const api = anApi()
  const { parts, keeping } = api
  const agencies = { own: await anAgency(parts, 'Northgate'), other: await anAgency(parts, 'Elsewhere') }
  const owner = await caller('practitioner', 'own', 'Olive Owner')
  const entry = text({ user: '', device: 'd', authors: [owner.author] })
  const body = { begin: [ASSESSMENT], entries: [entry, anInvitationOf(agencies.other)] }
  await api.ask('POST', '/api/push', { as: owner.token ?? '', body })
  const callers: Caller[] = []
  for (const access of ACCESS) {
    for (const relation of RELATIONS) {
      const one = await caller(access, relation, `${relation} ${access}`)
      callers.push(one)
      if (relation === 'other-agency' || relation === 'nobody') continue
      await keeping.admit(ASSESSMENT, one.person.user)
      if (relation === 'former') await keeping.endMembership(ASSESSMENT, one.person.user)
      if (relation === 'revoked') await keeping.revokeDevice(await deviceOf(one))
    }
  }
  return { api, callers, owner: owner.person.user, device: await deviceOf(owner), ...(await forTheOwner()) }

  /** Nobody of the other agency sees anything by it. */
  function anInvitationOf(agency: Agency): string {
    const value = { act: 'invite-agency', agency, purpose: 'oversight', lawfulBasis: 'public-task-care' }
    const slot = { question: MEMBERS_SLOT, subject: agency.id }
    const by = { user: '', device: 'd', authors: [owner.author] }
    return text(by, { id: 'invite', kind: MEMBERSHIP_KIND, slot, value })
  }

  /** Somebody has broken the glass, and a former member has sent something. */
  async function forTheOwner(): Promise<{ notice: string; kept: string }> {
    const breaker = await caller('practitioner', 'other-agency', 'Gwen Glass')
    const reason = 'Nobody can be reached tonight'
    await api.ask('POST', '/api/break-glass', { as: breaker.token ?? '', body: { assessment: ASSESSMENT, reason } })
    const former = callers.find(({ relation }) => relation === 'former')
    const late = text({ user: '', device: 'd', authors: former ? [former.author] : [] }, { id: 'late' })
    await api.ask('POST', '/api/push', { as: former?.token ?? '', body: { begin: [], entries: [late] } })
    const { notices } = (await owned('/api/notices')) as { notices: { id: string }[] }
    const { entries } = (await owned(`/api/assessments/${ASSESSMENT}/quarantine`)) as { entries: { id: string }[] }
    return { notice: notices[0]?.id ?? '', kept: entries[0]?.id ?? '' }
  }
  async function owned(path: string): Promise<unknown> {
    return await (await api.ask('GET', path, { as: owner.token ?? '' })).json()
  }

  async function caller(access: Access, relation: Relation, name: string): Promise<Caller> {
    const agency = relation === 'other-agency' ? agencies.other : agencies.own
    const person = await aPerson(parts, agency, { name, access })
    const token = relation === 'nobody' ? undefined : await aSession(parts, person)
    const author = { id: `author of ${name}`, name, role: 'midwife', agency: agency.name }
    if (token) await api.ask('POST', '/api/authors', { as: token, body: author })
    return { access, relation, token, person, author }
  }

  async function deviceOf({ token = '' }: Caller): Promise<string> {
    return (await who(parts, token))?.session.device ?? ''
  }
}
