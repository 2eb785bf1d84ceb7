import { canonicalJson } from '../src/domain/canonical-json.ts'
import { compose, type EntryContent } from '../src/domain/compose.ts'
import type { Entry } from '../src/domain/entry.ts'
import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipValue } from '../src/domain/membership.ts'
import type { Session } from '../src/server/records/record-store.ts'
import type { PushResponse } from '../src/sync/protocol.ts'
import type { Device } from './device.ts'
import type { World } from './world.ts'

/** Who asks, as the server knows them. The agency is the account's. */
export const sessionOf = ({ user, name, author }: Device): Session => ({
  user,
  device: name,
  authors: [author],
  agency: author.agency,
})

const named = (agency: string) => ({ id: agency, name: agency })

/** Where an agency's invitation is recorded. */
const invitationSlot = (agency: string) => ({ question: MEMBERS_SLOT, subject: agency })
export const isInvitation = ({ slot }: { slot: Entry['slot'] }): boolean => slot.question === MEMBERS_SLOT

/** The invitation of an agency, or its end: whichever it is to be, whoever is open on the screen is asked as for any answer. */
export async function beginInvitation(world: World, openTo: (world: World, device: Device) => string[]): Promise<void> {
  const { chance } = world
  const able = world.devices.filter((each) => openTo(world, each).length > 0)
  if (able.length === 0) return
  const device = chance.pick(able)
  const assessment = chance.pick(openTo(world, device))
  const strangers = world.devices.filter(({ user }) => !world.memberships.get(assessment)?.members.has(user))
  const agency = chance.pick(strangers.length > 0 ? strangers : world.devices).author.agency
  device.beginEdit(chance.pick(device.tabs), assessment, invitationSlot(agency))
}

export function aboutAgency({ chance }: World, agency: string): Pick<EntryContent, 'kind' | 'value'> {
  const inviting = {
    act: 'invite-agency',
    agency: named(agency),
    purpose: 'joint-assessment',
    lawfulBasis: 'public-task-care',
  } satisfies MembershipValue
  const ending = { act: 'end', agency: named(agency), reason: 'over' } satisfies MembershipValue
  return { kind: MEMBERSHIP_KIND, value: chance.happens(0.75) ? inviting : ending }
}

interface StoredAct {
  entry: Entry
  value: MembershipValue
}

/** Membership entries of one assessment that the server has stored, in its order. */
function actsIn({ server }: World, assessment: string): StoredAct[] {
  return server
    .stored()
    .filter((row) => row.assessment === assessment && row.text.includes(`"${MEMBERSHIP_KIND}"`))
    .map(({ text }) => JSON.parse(text) as Entry)
    .filter(({ kind }) => kind === MEMBERSHIP_KIND)
    .map((entry) => ({ entry, value: entry.value as MembershipValue }))
}

/** A member has invited this agency by this entry, before what comes after. */
const isInvited = (acts: readonly StoredAct[], agency: string, invitation: string): boolean =>
  acts.some(
    ({ entry, value }) => entry.id === invitation && value.act === 'invite-agency' && value.agency.id === agency,
  )

/** Who has become a member by taking up: those of invited agencies alone, whatever the entry says of its author. */
export function learn(world: World): void {
  for (const [assessment, { members, ended }] of world.memberships) {
    const acts = actsIn(world, assessment)
    acts.forEach(({ entry, value }, n) => {
      const { id: user, agency } = entry.author
      if (value.act !== 'take-up' || ended.has(user)) return
      if (entry.slot.subject === user && isInvited(acts.slice(0, n), agency, value.invitation)) members.add(user)
    })
  }
}

/** People look at what is offered to their agency, and the first who is offered something takes it up. */
export async function takeUp(world: World): Promise<void> {
  learn(world)
  for (const device of world.chance.shuffled(world.devices)) {
    if (device.signedIn && device.reachable && (await takesUp(world, device))) return
  }
}

async function takesUp(world: World, device: Device): Promise<boolean> {
  const { chance, server } = world
  const offers = await server.offers(sessionOf(device))
  for (const { assessment, invitation } of offers) {
    if (!isInvited(actsIn(world, assessment), device.author.agency, invitation)) {
      world.found('disclosed', `${assessment} is offered to ${device.name}`)
    }
  }
  if (offers.length === 0) return false
  const { assessment, invitation } = chance.pick(offers)
  device.takeUp(chance.pick(device.tabs), assessment, {
    act: 'take-up',
    agency: named(device.author.agency),
    invitation,
  })
  world.count('taken up')
  return true
}

/** Somebody takes up what is not offered to their agency, in its name or in that of the one that is invited. */
export async function snatch(world: World): Promise<void> {
  const { chance, server } = world
  if (world.memberships.size === 0) return
  learn(world)
  const [assessment, { members, ended }] = chance.pick([...world.memberships])
  const strangers = world.devices.filter(({ user }) => !members.has(user) && !ended.has(user))
  if (strangers.length === 0 || !server.knows(assessment)) return
  const device = chance.pick(strangers)
  const { user, author } = device
  const invited = actsIn(world, assessment).flatMap(({ entry, value }) =>
    value.act === 'invite-agency' ? [{ agency: value.agency.id, invitation: entry.id }] : [],
  )
  if (invited.some(({ agency }) => agency === author.agency)) return
  const none = { agency: author.agency, invitation: 'none' }
  const { agency, invitation } = chance.happens(0.3) || invited.length === 0 ? none : chance.pick(invited)
  const value: MembershipValue = { act: 'take-up', agency: named(agency), invitation }
  const entry = compose(
    {
      assessment,
      contact: '-',
      author,
      device: device.name,
      guidancePack: 'toy-1',
      newId: () => `snatched-${assessment}-${device.name}-${world.time}`,
      nextSeq: () => 1,
      now: () => new Date(world.time).toISOString(),
    },
    { kind: MEMBERSHIP_KIND, slot: { question: MEMBERS_SLOT, subject: user }, value, seen: [] },
  )
  const body = JSON.stringify({ begin: [], entries: [canonicalJson(entry)] })
  const raw = await server.handle(sessionOf(device), '/api/push', body)
  const [result] = (JSON.parse(raw.text) as PushResponse).results
  if (result?.result !== 'unknown-assessment') world.found('disclosed', `${device.name} takes ${assessment} up`)
  world.count('taken up without an invitation')
}
