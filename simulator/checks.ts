import { canonicalJson } from '../src/domain/canonical-json.ts'
import type { Entry } from '../src/domain/entry.ts'
import { MEMBERSHIP_KIND } from '../src/domain/membership.ts'
import { HEAD_KINDS, recordOf } from '../src/domain/record.ts'
import { openSealed } from '../src/storage/encryption/seal.ts'
import { isOwn } from '../src/storage/sync-rows.ts'
import { isClosed } from '../src/sync/glass.ts'
import { GLASS_OPEN } from '../src/sync/sharing-api.ts'
import type { Device } from './device.ts'
import { learn } from './offers.ts'
import type { World } from './world.ts'

/** Everything of one device's disk that opens, by id. */
export interface Held {
  texts: Map<string, string>
  entries: Entry[]
  damaged: Set<string>
  /** Closed to reading, or erased and not there again. */
  sealed: number
}

export async function heldBy(device: Device, assessments: readonly string[]): Promise<Held> {
  const held: Held = { texts: new Map(), entries: [], damaged: new Set(), sealed: 0 }
  const store = device.look()
  for (const assessment of assessments) {
    const loaded = await store.load(assessment)
    if (!loaded.ok) continue
    for (const entry of loaded.entries) {
      held.texts.set(entry.id, canonicalJson(entry))
      held.entries.push(entry)
    }
    for (const { id } of loaded.unreadable) held.damaged.add(id)
    held.sealed += loaded.sealed
  }
  return held
}

/**
 * What must hold at every moment, whatever is under way: what somebody was told is saved is on that device, nothing is
 * altered or made up anywhere, and what is called received is with the server.
 */
export async function checkSafety(world: World): Promise<void> {
  const { server, ledger } = world
  const assessments = [...world.memberships.keys()]
  const stored = new Map(server.stored().map((row) => [row.id, row]))
  const apart = server.quarantined()
  for (const { id, text } of [...stored.values(), ...apart]) checkText(world, 'the server', id, text)
  for (const noted of ledger.all()) {
    if ([...noted.next.values()].some(({ told }) => told) && stored.has(noted.entry.id)) {
      world.found('invented', `${noted.entry.id} was replaced before it was sent, and is on the server`)
    }
  }
  for (const { entry, seen } of ledger.all()) {
    const unseen = entry.supersedes.filter((id) => !seen.includes(id))
    if (unseen.length > 0) world.found('hidden', `${entry.id} supersedes ${unseen.join()}, which was not on the screen`)
  }
  const epoch = await server.epoch()
  for (const device of world.devices) {
    const held = await heldBy(device, assessments)
    for (const [id, text] of held.texts) checkText(world, device.name, id, text)
    checkSaved(world, device, held)
    checkSeen(world, held)
    await checkReceived(world, device, epoch, stored, apart)
    checkReading(world, device, held)
    await checkSeals(world, device)
    await checkClosed(world, device)
  }
}

/** Who was never a member has what others recorded on the screen for as long as the glass lets them, and no longer. */
async function checkClosed(world: World, device: Device): Promise<void> {
  const memory = await device.look().sync.memory()
  if (!memory.ok) return
  for (const followed of memory.assessments) {
    const membership = world.memberships.get(followed.assessment)
    const isTheirs = () => membership?.members.has(device.user) || membership?.ended.has(device.user)
    if (!membership || isTheirs() || isClosed(followed, world.time + device.clock)) continue
    if (!holdsOfOthers(device, followed.assessment)) continue
    learn(world)
    if (isTheirs()) continue
    const broken = world.glasses.findLast(
      (glass) => glass.device === device.name && glass.assessment === followed.assessment,
    )
    // A clock that was set since may stand anywhere.
    if (broken && broken.clock !== device.clock) continue
    if (!broken || world.time >= broken.at + GLASS_OPEN) {
      world.found('disclosed', `${device.name} shows ${followed.assessment} to somebody who is no member`)
    }
  }
}

const holdsOfOthers = (device: Device, assessment: string): boolean =>
  [...device.disk.recordsOf('vault').entries.values()].some((row) => row.assessment === assessment && !isOwn(row.sent))

function checkText(world: World, where: string, id: string, text: string): void {
  const noted = world.ledger.of(id)
  if (!noted) world.found('invented', `${id} at ${where}`)
  else if (noted.text !== text) world.found('altered', `${id} at ${where}`)
}

function checkSaved(world: World, device: Device, held: Held): void {
  for (const { entry, told, device: name } of world.ledger.all()) {
    if (name !== device.name || told !== 'saved') continue
    if (!world.ledger.survivesIn(entry.id, held.texts)) world.found('lost', `${entry.id} was saved on ${name}`)
  }
}

/** Whoever supersedes had it on the screen, and nothing stands back that nobody has superseded. */
function checkSeen(world: World, { entries }: Held): void {
  const byAssessment = new Map<string, Entry[]>()
  for (const entry of entries)
    byAssessment.set(entry.assessment, [...(byAssessment.get(entry.assessment) ?? []), entry])
  for (const all of byAssessment.values()) {
    const record = recordOf(world.chance.shuffled([...all, ...all.slice(0, 2)]))
    const superseded = new Set(all.flatMap((entry) => (HEAD_KINDS.has(entry.kind) ? entry.supersedes : [])))
    const shown = new Set(all.flatMap(({ slot }) => record.heads(slot).map((head) => head.id)))
    const unshowable = new Set(record.unshowable.map((entry) => entry.id))
    for (const entry of all) {
      if (entry.kind === MEMBERSHIP_KIND) continue
      if (HEAD_KINDS.has(entry.kind) ? !superseded.has(entry.id) && !shown.has(entry.id) : !unshowable.has(entry.id)) {
        world.found('hidden', `${entry.id} stands back, and nobody superseded it`)
      }
    }
  }
}

async function checkReceived(
  world: World,
  device: Device,
  epoch: string,
  stored: ReadonlyMap<string, { text: string }>,
  apart: readonly { id: string; text: string }[],
): Promise<void> {
  const store = device.look()
  const memory = await store.sync.memory()
  if (!memory.ok || memory.epoch !== epoch) return
  for (const assessment of world.memberships.keys()) {
    const standings = await store.sync.standings(assessment)
    if (!standings.ok) continue
    for (const { id, state } of standings.entries) {
      const text = world.ledger.of(id)?.text
      if (state.is === 'received' && stored.get(id)?.text !== text) {
        world.found('lost', `${id} is called received on ${device.name}, and is not on the server`)
      }
      if (state.is === 'held-back' && state.why.startsWith('quarantined') && !stored.has(id)) {
        if (!apart.some((each) => each.id === id && each.text === text)) {
          world.found('lost', `${id} is called kept apart on ${device.name}, and is not`)
        }
      }
    }
  }
}

const SEALS_AFTER = 72 * 3_600_000

/** Without contact for longer than that, or with a clock that was put back below it, nobody reads here what others recorded. */
function checkReading(world: World, device: Device, { entries }: Held): void {
  const contact = device.disk.recordsOf('vault').server?.contact ?? null
  if (contact === null) return
  const since = device.now() - contact
  const theirs = entries.filter((entry) => entry.device !== device.name)
  if ((since >= SEALS_AFTER || since < -3_600_000) && theirs.length > 0) {
    world.found('disclosed', `${device.name} shows ${theirs[0]?.id} without contact`)
  }
}

/** What lies on the disk opens in its own place only, with a nonce of its own, and cannot be read without the key. */
async function checkSeals(world: World, device: Device): Promise<void> {
  const rows = [...device.disk.recordsOf('vault').entries.values()]
  const nonces = new Set(rows.map(({ iv }) => String(iv)))
  if (nonces.size < rows.length) world.found('disclosed', `two rows of ${device.name} have one nonce`)
  if (rows.some(({ bytes }) => Buffer.from(bytes).includes('"author"'))) {
    world.found('disclosed', `a row of ${device.name} can be read`)
  }
  const [first] = rows
  if (!first) return
  const moved = await openSealed(
    device.keys.data,
    { table: 'entries', id: 'elsewhere', assessment: first.assessment },
    first,
  )
  if (moved.ok) world.found('altered', `a row of ${device.name} opens in another place`)
}
