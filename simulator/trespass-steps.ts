import { canonicalJson } from '../src/domain/canonical-json.ts'
import { readCursor, writeCursor } from '../src/sync/cursor.ts'
import { GLASS_OPEN } from '../src/sync/sharing-api.ts'
import { goOn } from './going-on.ts'
import { learn, sessionOf } from './offers.ts'
import type { World } from './world.ts'

/** Somebody sends an answer under the name of another person. */
export async function forge(world: World): Promise<void> {
  const { chance, server, ledger } = world
  const noted = ledger.all().at(-1)
  const device = chance.pick(world.devices)
  if (!noted || noted.entry.author.id === device.user) return
  const entry = { ...noted.entry, id: `forged-${noted.entry.id}-${device.name}`, supersedes: [] }
  await server.handle(sessionOf(device), '/api/push', JSON.stringify({ begin: [], entries: [canonicalJson(entry)] }))
  world.count('forgery')
}

/** Somebody asks for a record that is none of theirs, with a cursor that would be right. */
export async function pry(world: World): Promise<void> {
  const { chance, server } = world
  if (world.memberships.size === 0) return
  learn(world)
  const [assessment, { owner, members }] = chance.pick([...world.memberships])
  const device = chance.pick(world.devices)
  const isRevoked = world.revoked.has(device.name)
  if (!isRevoked && (owner === device.user || members.has(device.user))) return
  const reads = world.glasses.some(
    (glass) => glass.user === device.user && glass.assessment === assessment && world.time < glass.at + GLASS_OPEN,
  )
  if (!isRevoked && reads) return
  const cursor = writeCursor({ epoch: await server.epoch(), assessment, seq: 1 })
  if (readCursor(cursor) === null) throw new Error('no cursor')
  const session = sessionOf(device)
  for (const after of [null, cursor]) {
    const raw = await server.handle(session, '/api/pull', JSON.stringify({ assessment, after }))
    if (raw.text !== '{"result":"unknown-assessment"}') world.found('disclosed', `${device.name} reads ${assessment}`)
  }
  const listed = await server.handle(session, '/api/assessments', '{}')
  if (listed.text.includes(`"${assessment}"`)) world.found('disclosed', `${device.name} hears of ${assessment}`)
}

/** Somebody who is no member opens a record in an emergency. */
export async function breakGlass(world: World): Promise<void> {
  const { chance, server } = world
  if (world.memberships.size === 0) return
  const [assessment, { members }] = chance.pick([...world.memberships])
  const strangers = world.devices.filter(({ user }) => !members.has(user))
  if (strangers.length === 0 || !server.knows(assessment)) return
  const device = chance.pick(strangers)
  const tab = chance.pick(device.tabs)
  const { name, user, clock } = device
  device.breakGlass(tab, assessment, () => {
    world.glasses.push({ device: name, user, assessment, at: world.time, clock })
    world.count('glass broken')
  })
  await goOn(world, 6)
  for (const each of device.tabs) device.round(each, 'due')
}
