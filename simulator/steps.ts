import type { Slot } from '../src/domain/entry.ts'
import { isGlassOpen } from '../src/sync/glass.ts'
import type { Device, Tab } from './device.ts'
import { end, goOn } from './going-on.ts'
import { aboutAgency, beginInvitation, isInvitation, learn, snatch, takeUp } from './offers.ts'
import { breakGlass, forge, pry } from './trespass-steps.ts'
import type { World } from './world.ts'

const HOUR = 3_600_000

/** One thing that happens, and how often it does beside the others. */
const STEPS: readonly [weight: number, step: (world: World) => Promise<void>][] = [
  [24, beginEdit],
  [26, saveEdit],
  [34, sync],
  [8, hurry],
  [3, openTab],
  [5, crash],
  [1.5, lock],
  [3, partition],
  [2, signOutOrIn],
  [2, turnClock],
  [2.5, daysPass],
  [6, lookAtClock],
  [6, leapWhileSyncing],
  [7, changeMembership],
  [4, breakGlass],
  [0.5, revoke],
  [0.4, loseDevice],
  [2, backUp],
  [1.2, restore],
  [2, restartServer],
  [1.5, forge],
  [1.5, pry],
  [5, (world) => beginInvitation(world, openTo)],
  [4, takeUp],
  [1.5, snatch],
]
const TOTAL = STEPS.reduce((sum, [weight]) => sum + weight, 0)

/** Something happens, and then whatever is under way goes on for a while. */
export async function step(world: World): Promise<void> {
  let at = world.chance.next() * TOTAL
  const chosen = STEPS.find(([weight]) => {
    at -= weight
    return at < 0
  })
  await chosen?.[1](world)
  world.time += world.chance.between(0, world.chance.happens(0.1) ? HOUR : 20_000)
  await goOn(world, world.chance.between(0, 60))
}

const tabOf = (world: World): { device: Device; tab: Tab } => {
  const device = world.chance.pick(world.devices)
  return { device, tab: world.chance.pick(device.tabs) }
}

/** Assessments that this person has on the screen: those that began here, and those that were pulled and are not closed. */
function openTo(world: World, device: Device): string[] {
  return [...world.memberships].flatMap(([assessment, { owner, members }]) => {
    const here = [...device.disk.recordsOf('vault').entries.values()].some((row) => row.assessment === assessment)
    const row = device.disk.recordsOf('vault').followed.get(assessment)
    const glass = { glassAt: row?.glassAt ?? null, glassUntil: row?.glassUntil ?? null }
    if (here && isGlassOpen(glass, world.time + device.clock)) return [assessment]
    const theirs = owner === device.user || members.has(device.user)
    return theirs && here && row?.standing !== 'hidden' ? [assessment] : []
  })
}

async function beginEdit(world: World): Promise<void> {
  const { chance } = world
  const able = world.devices.filter((each) => openTo(world, each).length > 0)
  const device = able.length > 0 && chance.happens(0.95) ? chance.pick(able) : chance.pick(world.devices)
  const tab = chance.pick(device.tabs)
  const open = openTo(world, device)
  const begins = world.memberships.size === 0 || (world.memberships.size < 3 && chance.happens(0.01))
  const assessment = begins ? beginAssessment(world, device) : open.length > 0 ? chance.pick(open) : null
  if (assessment) device.beginEdit(tab, assessment, aSlot(world))
}

function beginAssessment(world: World, device: Device): string {
  const assessment = `family-${world.memberships.size + 1}`
  world.memberships.set(assessment, { owner: device.user, members: new Set([device.user]), ended: new Set() })
  return assessment
}

const aSlot = ({ chance }: World): Slot => ({
  question: `TOY-0${chance.between(1, 3)}`,
  subject: chance.pick(['-', 'child-1']),
})

async function saveEdit(world: World): Promise<void> {
  const { chance } = world
  const tabs = world.devices.flatMap((device) => device.tabs.map((tab) => ({ device, tab })))
  const editing = tabs.filter(({ tab }) => tab.edits.length > 0)
  if (editing.length === 0) return beginEdit(world)
  const { device, tab } = chance.pick(editing)
  const edit = chance.pick(tab.edits)
  if (isInvitation(edit)) {
    world.count('agency invited')
    return device.save(tab, edit, aboutAgency(world, edit.slot.subject))
  }
  const words = { parts: { words: chance.pick(['tea', 'milk', '\u0000 \ud83d\udc23', 'ŵ']), n: chance.between(0, 9) } }
  if (chance.happens(0.12)) return device.save(tab, edit, { kind: 'hologram', value: { later: [null, words] } })
  device.save(tab, edit, { kind: 'answer', value: words })
}

async function sync(world: World): Promise<void> {
  const { chance } = world
  const device = chance.pick(world.devices)
  const leading = device.tabs.filter((tab) => tab.leads)
  if (leading.length > 0) device.round(chance.pick(leading), chance.happens(0.3) ? 'all' : 'due')
}

/** What was just said is said otherwise, as it is about to be sent. */
async function hurry(world: World): Promise<void> {
  const { chance, ledger } = world
  const device = chance.pick(world.devices)
  const tab = chance.pick(device.tabs)
  const last = ledger.all().findLast((noted) => noted.device === device.name && noted.told === 'saved')
  if (!last) return
  device.beginEdit(tab, last.entry.assessment, last.entry.slot)
  await goOn(world, 12)
  for (const edit of tab.edits) device.save(tab, edit, { kind: 'answer', value: { parts: { words: 'rather', n: 1 } } })
  for (const each of device.tabs) device.round(each, 'all')
}

async function openTab(world: World): Promise<void> {
  const device = world.chance.pick(world.devices)
  if (device.tabs.length < 2) device.open()
  else device.end(device.tabs[1] as Tab)
}

async function crash(world: World): Promise<void> {
  const { device, tab } = tabOf(world)
  end(world, device, tab, 'crash')
}

/** The keys go, the page is still there for a while: nothing that it does counts as saved. */
async function lock(world: World): Promise<void> {
  const { tab } = tabOf(world)
  tab.store.close()
  tab.isLocked = true
  world.count('locked')
}

async function partition(world: World): Promise<void> {
  const device = world.chance.pick(world.devices)
  device.reachable = !device.reachable || world.chance.happens(0.5)
  if (!device.reachable) world.count('partition')
}

async function signOutOrIn(world: World): Promise<void> {
  const device = world.chance.pick(world.devices)
  device.signedIn = !device.signedIn || world.chance.happens(0.5)
  if (!device.signedIn) world.count('signed out')
}

async function turnClock(world: World): Promise<void> {
  const device = world.chance.pick(world.devices)
  device.clock = Math.round((world.chance.next() * 2 - 1) * 10 * 365 * 24 * HOUR)
  world.count('wrong clock')
}

/** Nobody has a network, or time, for some days: long enough to seal, and sometimes to erase. */
async function daysPass(world: World): Promise<void> {
  world.time += world.chance.between(1, world.chance.happens(0.4) ? 8 : 60) * 24 * HOUR
  world.count('days passed')
  for (const device of world.devices) if (world.chance.happens(0.6)) lookOn(world, device)
}

/** A clock that was behind is set right while pages are on their way. */
async function leapWhileSyncing(world: World): Promise<void> {
  const { chance } = world
  const device = chance.pick(world.devices)
  const leading = device.tabs.find((tab) => tab.leads)
  if (!leading) return
  device.round(leading, 'all')
  await goOn(world, chance.between(5, 40))
  device.clock += 40 * 24 * HOUR
  world.count('wrong clock')
  device.lookAtClock(leading)
}

async function lookAtClock(world: World): Promise<void> {
  lookOn(world, world.chance.pick(world.devices))
}

const lookOn = (world: World, device: Device): void => device.lookAtClock(world.chance.pick(device.tabs))

async function changeMembership(world: World): Promise<void> {
  const { chance, server } = world
  if (world.memberships.size === 0) return
  learn(world)
  const [assessment, membership] = chance.pick([...world.memberships])
  if (!server.knows(assessment)) return
  const user = chance.pick(world.devices).user
  if (user === membership.owner) return
  if (membership.members.has(user) && chance.happens(0.25)) {
    const result = await server.keeping().endMembership(assessment, user)
    if (!result.ok) return
    membership.members.delete(user)
    membership.ended.add(user)
    world.count('membership ended')
  } else {
    const result = await server.keeping().admit(assessment, user)
    if (!result.ok) return
    membership.members.add(user)
    membership.ended.delete(user)
  }
}

async function revoke(world: World): Promise<void> {
  const device = world.chance.pick(world.devices)
  const owns = [...world.memberships.values()].some(({ owner }) => owner === device.user)
  if (owns || world.revoked.size > 1) return
  world.revoked.add(device.name)
  await world.server.keeping().revokeDevice(device.name)
  world.count('device revoked')
}

/** Stolen, or fallen into the water: it never comes back. What was nowhere else is gone with it. */
async function loseDevice(world: World): Promise<void> {
  if (world.devices.length < 3) return
  const device = world.chance.pick(world.devices)
  for (const tab of [...device.tabs]) device.end(tab)
  world.devices = world.devices.filter((each) => each !== device)
  world.count('device lost')
}

async function backUp(world: World): Promise<void> {
  world.server.backUp()
}

/** What the administration knows is put right at once, where the records allow it. */
async function restore(world: World): Promise<void> {
  const { server, chance } = world
  learn(world)
  if (!(await server.restore((backups) => chance.between(Math.max(0, backups - 3), backups - 1)))) return
  world.count('restore')
  await putRight(world)
}

export async function putRight(world: World): Promise<void> {
  learn(world)
  const keeping = world.server.keeping()
  for (const [assessment, { owner, members, ended }] of world.memberships) {
    for (const user of members) if (user !== owner) await keeping.admit(assessment, user)
    // Whoever left was a member once: what they still hold is kept apart, not turned away.
    for (const user of ended) {
      await keeping.admit(assessment, user)
      await keeping.endMembership(assessment, user)
    }
  }
  for (const name of world.revoked) await keeping.revokeDevice(name)
}

async function restartServer(world: World): Promise<void> {
  world.server.restart()
  world.count('server restarted')
}
