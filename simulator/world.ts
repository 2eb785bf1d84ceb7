import type { Author } from '../src/domain/entry.ts'
import type { VaultKeys } from '../src/storage/encryption/vault-keys.ts'
import { type Chance, chanceOf } from './chance.ts'
import { type Device, deviceOf } from './device.ts'
import { type Ledger, ledger, type Wrong } from './ledger.ts'
import type { Harm } from './network.ts'
import { type SimulatedServer, simulatedServer } from './server.ts'
import { type Turns, turns } from './turns.ts'

/** Who may be where in truth: what the administration would put right again after a restore. */
export interface Membership {
  owner: string
  members: Set<string>
  ended: Set<string>
}

/** Broken by somebody on one device. `at`, `clock`: the true time, and how wrong the device's clock was by then. */
export interface BrokenGlass {
  device: string
  user: string
  assessment: string
  at: number
  clock: number
}

export interface World {
  chance: Chance
  turns: Turns
  server: SimulatedServer
  ledger: Ledger
  devices: Device[]
  /** By assessment; one that nobody has begun yet is not there. */
  memberships: Map<string, Membership>
  /** Names of devices. */
  revoked: Set<string>
  glasses: BrokenGlass[]
  harm: Harm & { disk: number }
  time: number
  faults: Record<string, number>
  wrong: Map<Wrong, string[]>
  count(fault: string): void
  note(what: string): void
  found(wrong: Wrong, what: string): void
}

export const QUIET = { loss: 0, duplicates: 0, oddAnswers: 0, disk: 0 } as const

const START = Date.UTC(2026, 2, 2, 9)
const YEAR = 365 * 24 * 3_600_000

/** Two to eight devices of people of two to five agencies, some of whom have two, and a server with nothing on it. */
export function worldOf(seed: number, keys: readonly VaultKeys[], note: (what: string) => void): World {
  const chance = chanceOf(seed)
  const wrong = new Map<Wrong, string[]>()
  let ids = 0
  const world = {
    chance,
    turns: turns(),
    ledger: ledger(),
    devices: [],
    memberships: new Map(),
    revoked: new Set(),
    glasses: [],
    harm: {
      loss: chance.next() * 0.3,
      duplicates: chance.next() * 0.5,
      oddAnswers: chance.next() * 0.2,
      disk: chance.happens(0.4) ? 0.05 : 0,
    },
    time: START,
    faults: {},
    wrong,
    note,
    count: (fault: string) => {
      world.faults[fault] = (world.faults[fault] ?? 0) + 1
      note(fault)
    },
    found: (kind: Wrong, what: string) => {
      const found = wrong.get(kind) ?? []
      wrong.set(kind, [...found, `seed ${seed}: ${what}`])
    },
  } as unknown as World
  world.server = simulatedServer(
    () => new Date(world.time).toISOString(),
    // Forgeries raise the others; these nobody here brings about.
    ({ what, entry }) => {
      if (what !== 'other-author') world.found('diverged', `alarm: ${what} ${entry}`)
    },
  )
  const agencies = chance.between(2, 5)
  const count = chance.between(2, 8)
  const people: Author[] = []
  for (let n = 0; n < count; n++) {
    const known = people.length > 1 && chance.happens(0.2) ? chance.pick(people) : null
    const person = known ?? {
      id: `person-${n}`,
      name: `Person ${n}`,
      role: 'worker',
      agency: `Agency ${n % agencies}`,
    }
    people.push(person)
    const device = deviceOf({
      name: `device-${n}`,
      author: person,
      user: person.id,
      keys: keys[n % keys.length] as VaultKeys,
      turns: world.turns,
      chance,
      ledger: world.ledger,
      server: world.server,
      harm: () => world.harm,
      time: () => world.time,
      newId: () => `entry-${++ids}`,
      count: world.count,
      note,
      wrong: (what) => world.found('diverged', what),
      lost: (what) => world.found('lost', what),
    })
    if (chance.happens(0.3)) {
      device.clock = Math.round((chance.next() * 2 - 1) * 10 * YEAR)
      world.count('wrong clock')
    }
    device.open()
    world.devices.push(device)
  }
  return world
}
