import type { Entry } from '../src/domain/entry.ts'
import { recordOf } from '../src/domain/record.ts'
import { checkSafety, heldBy } from './checks.ts'
import type { Device } from './device.ts'
import { goOn } from './going-on.ts'
import { learn } from './offers.ts'
import { putRight } from './steps.ts'
import { QUIET, type World } from './world.ts'

const ROUNDS = 8

/** Every fault ends; everybody is signed in and reached. Whatever was under way is cut off once more. Nobody asks for anything. */
export async function heal(world: World): Promise<void> {
  world.harm = { ...QUIET }
  for (const device of world.devices) {
    for (const tab of [...device.tabs]) device.end(tab)
    device.open()
    device.reachable = true
    device.signedIn = true
  }
  for (let round = 0; round < ROUNDS; round++) {
    await putRight(world)
    for (const device of world.devices) {
      for (const tab of device.tabs) device.round(tab, 'due')
    }
    await goOn(world, 1_000_000)
    world.time += 3_600_000
  }
}

/** Everything must have finished: whoever is a member has all there is, received, and sees the same. */
export async function checkFinished(world: World): Promise<void> {
  await checkSafety(world)
  learn(world)
  const stored = world.server.stored()
  for (const [assessment, { members, owner }] of world.memberships) {
    if (!world.server.knows(assessment)) {
      if (await isBegun(world, assessment, owner)) world.found('diverged', `${assessment} has not begun in the end`)
      continue
    }
    const there = new Map(stored.filter((row) => row.assessment === assessment).map((row) => [row.id, row.text]))
    const readers = world.devices.filter(({ user, name }) => members.has(user) && !world.revoked.has(name))
    const views = new Set<string>()
    for (const device of readers) {
      const held = await heldBy(device, [assessment])
      await checkSent(world, device, assessment, new Set(there.keys()))
      if (held.sealed > 0) world.found('diverged', `${held.sealed} are still closed on ${device.name} in the end`)
      for (const id of held.texts.keys()) {
        // Brought back by whoever has it, if the record's owner could begin it and it was stored once or is their own.
        if (!there.has(id) && world.ledger.of(id)?.device !== device.name) {
          world.found('diverged', `${id} is with ${device.name}, and has not come back to the server`)
        }
      }
      for (const id of there.keys()) {
        if (!held.texts.has(id)) world.found('diverged', `${id} has not reached ${device.name}`)
      }
      views.add(viewOf(held.entries.filter(({ id }) => there.has(id))))
    }
    if (views.size > 1) world.found('diverged', `people see different answers in ${assessment}`)
  }
  await checkKeptApart(world)
  await checkGlassesEnded(world)
}

/** The hours of healing are more than any glass has: what it opened is closed for whoever is no member, and still there. */
async function checkGlassesEnded(world: World): Promise<void> {
  for (const { device: name, user, assessment } of world.glasses) {
    const device = world.devices.find((each) => each.name === name)
    if (!device || world.memberships.get(assessment)?.members.has(user)) continue
    const session = { user, device: name, authors: [device.author] }
    const answer = await world.server.handle(session, '/api/pull', JSON.stringify({ assessment, after: null }))
    if (answer.text !== '{"result":"unknown-assessment"}') {
      world.found('disclosed', `${user} reads ${assessment} on the server in the end`)
    }
    const memory = await device.look().sync.memory()
    const followed = memory.ok && memory.assessments.find((each) => each.assessment === assessment)
    if (followed && (followed.standing !== 'hidden' || followed.glassUntil !== null)) {
      world.found('disclosed', `${assessment} is open on ${name} in the end`)
    }
  }
}

/** Something of it was saved where it began: that device alone can begin it again. */
async function isBegun(world: World, assessment: string, owner: string): Promise<boolean> {
  const saved = new Set(world.ledger.all().flatMap(({ entry, told }) => (told === 'saved' ? [entry.id] : [])))
  for (const device of world.devices) {
    if (device.user !== owner || world.revoked.has(device.name)) continue
    const memory = await device.look().sync.memory()
    const followed = memory.ok && memory.assessments.find((each) => each.assessment === assessment)
    if (followed && !followed.began) continue
    const standings = await device.look().sync.standings(assessment)
    if (standings.ok && standings.entries.some(({ id, own }) => own && saved.has(id))) return true
  }
  return false
}

async function checkSent(world: World, device: Device, assessment: string, there: ReadonlySet<string>): Promise<void> {
  const standings = await device.look().sync.standings(assessment)
  if (!standings.ok) return
  for (const { id, own, state } of standings.entries) {
    if (!own || state.is === 'received') continue
    const noted = world.ledger.of(id)
    // What nobody who may send it holds any more is lacking for good: it waits, visibly.
    const lacks = noted?.entry.supersedes.some((parent) => !there.has(parent))
    if (noted && !lacks && noted.told === 'saved') {
      world.found('diverged', `${id} of ${device.name} is ${JSON.stringify(state)} in the end`)
    }
  }
}

/** Of people who left, and of devices that were revoked, nothing is with the others, and nothing is gone. */
async function checkKeptApart(world: World): Promise<void> {
  const stored = new Set(world.server.stored().map(({ id }) => id))
  const apart = new Set(world.server.quarantined().map(({ id }) => id))
  for (const device of world.devices) {
    for (const [assessment, { members, ended }] of world.memberships) {
      if (!world.server.knows(assessment)) continue
      const isApart = ended.has(device.user) || (members.has(device.user) && world.revoked.has(device.name))
      if (!isApart) continue
      const standings = await device.look().sync.standings(assessment)
      if (!standings.ok) continue
      for (const { id, own } of standings.entries) {
        if (own && world.ledger.of(id)?.told === 'saved' && !stored.has(id) && !apart.has(id)) {
          world.found('lost', `${id} of ${device.name} is neither with the others nor kept apart`)
        }
      }
    }
  }
}

function viewOf(entries: readonly Entry[]): string {
  const record = recordOf(entries)
  const slots = [...new Set(entries.map(({ slot }) => JSON.stringify(slot)))].sort()
  return JSON.stringify(slots.map((slot) => record.heads(JSON.parse(slot)).map(({ id }) => id)))
}
