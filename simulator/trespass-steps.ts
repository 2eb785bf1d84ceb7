import { canonicalJson } from '../src/domain/canonical-json.ts'
import { readCursor, writeCursor } from '../src/sync/cursor.ts'
import type { World } from './world.ts'

/** Somebody sends an answer under the name of another person. */
export async function forge(world: World): Promise<void> {
  const { chance, server, ledger } = world
  const noted = ledger.all().at(-1)
  const device = chance.pick(world.devices)
  if (!noted || noted.entry.author.id === device.user) return
  const entry = { ...noted.entry, id: `forged-${noted.entry.id}-${device.name}`, supersedes: [] }
  const session = { user: device.user, device: device.name, authors: [device.author] }
  await server.handle(session, '/api/push', JSON.stringify({ begin: [], entries: [canonicalJson(entry)] }))
  world.count('forgery')
}

/** Somebody asks for a record that is none of theirs, with a cursor that would be right. */
export async function pry(world: World): Promise<void> {
  const { chance, server } = world
  if (world.memberships.size === 0) return
  const [assessment, { owner, members }] = chance.pick([...world.memberships])
  const device = chance.pick(world.devices)
  const isRevoked = world.revoked.has(device.name)
  if (!isRevoked && (owner === device.user || members.has(device.user))) return
  const cursor = writeCursor({ epoch: await server.epoch(), assessment, seq: 1 })
  if (readCursor(cursor) === null) throw new Error('no cursor')
  const session = { user: device.user, device: device.name, authors: [device.author] }
  for (const after of [null, cursor]) {
    const raw = await server.handle(session, '/api/pull', JSON.stringify({ assessment, after }))
    if (raw.text !== '{"result":"unknown-assessment"}') world.found('disclosed', `${device.name} reads ${assessment}`)
  }
  const listed = await server.handle(session, '/api/assessments', '{}')
  if (listed.text.includes(`"${assessment}"`)) world.found('disclosed', `${device.name} hears of ${assessment}`)
}
