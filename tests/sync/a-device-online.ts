import { type SimulatedServer, simulatedServer } from '../../simulator/server.ts'
import type { Entry } from '../../src/domain/entry.ts'
import type { Session } from '../../src/server/records/record-store.ts'
import type { VaultRow } from '../../src/storage/encryption/vault-row.ts'
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryRecordStore } from '../../src/storage/memory-record-store.ts'
import type { RecordStore, StorageFailure } from '../../src/storage/record-port.ts'
import type { RawAnswer } from '../../src/sync/answer.ts'
import { mineResponseSchema, pullResponseSchema, pushResponseSchema } from '../../src/sync/protocol.ts'
import { type SyncEngine, syncEngine } from '../../src/sync/sync-engine.ts'
import { noReply, type Reply, replyOf } from '../../src/sync/transport.ts'
import { anEntry, ok } from '../storage/storage-builders.ts'

export const NOW = Date.UTC(2026, 2, 2, 9)
type Path = '/api/push' | '/api/pull' | '/api/assessments'

export const aServer = (clock = { now: NOW }): SimulatedServer =>
  simulatedServer(
    () => new Date(clock.now).toISOString(),
    () => {},
  )

/** One device of one person, and the line between it and a server, in which anything can be put. */
export interface DeviceOnline {
  store: RecordStore
  engine: SyncEngine
  session: Session
  /** Requests as they went out, bodies read. */
  asked: { path: Path; body: unknown }[]
  arrived: string[]
  /** The next answer to this path is this one instead: null for none. It is asked of the server all the same, or not. */
  instead(path: Path, answer: RawAnswer | null, reaches?: boolean): void
  /** Changes what the server answers to this path from now on. */
  alter(path: Path, change: ((text: string) => string) | null): void
  failWrites(reason: StorageFailure | null): void
  clock: { now: number }
  signedIn: boolean
  record(...entries: Partial<Entry>[]): Promise<Entry[]>
  standing(id: string): Promise<unknown>
  held(assessment?: string): Promise<string[]>
  /** The same disk, in an app that was opened anew. */
  reopened(): DeviceOnline
}

export function aDeviceOf(server: Pick<SimulatedServer, 'handle'>, user = 'ruth', disk = newDisk()): DeviceOnline {
  const author = { id: user, name: user, role: 'worker', agency: `Agency of ${user}` }
  const session = { user, device: `${user}s-phone`, authors: [author] }
  const instead: { path: Path; answer: RawAnswer | null; reaches: boolean }[] = []
  const alterations = new Map<Path, (text: string) => string>()
  const clock = { now: NOW }
  const store = memoryRecordStore(disk.device, 'vault', null, () => clock.now)

  async function ask<T>(path: Path, body: unknown, schema: Parameters<typeof replyOf<T>>[1]): Promise<Reply<T>> {
    online.asked.push({ path, body })
    const place = instead.findIndex((each) => each.path === path)
    const [odd] = place >= 0 ? instead.splice(place, 1) : []
    const real =
      odd && !odd.reaches ? null : await server.handle(online.signedIn ? session : null, path, JSON.stringify(body))
    const raw = odd ? odd.answer : real
    if (raw === null) return noReply
    return replyOf({ ...raw, text: alterations.get(path)?.(raw.text) ?? raw.text }, schema, clock.now)
  }

  const online: DeviceOnline = {
    store,
    session,
    asked: [],
    arrived: [],
    instead: (path, answer, reaches = false) => void instead.push({ path, answer, reaches }),
    alter: (path, change) => void (change ? alterations.set(path, change) : alterations.delete(path)),
    failWrites: (reason) => {
      disk.failure = reason ?? undefined
    },
    clock,
    signedIn: true,
    engine: syncEngine(
      {
        store: store.sync,
        transport: {
          push: (request) => ask('/api/push', request, pushResponseSchema),
          pull: (request) => ask('/api/pull', request, pullResponseSchema),
          mine: () => ask('/api/assessments', {}, mineResponseSchema),
        },
        now: () => clock.now,
        chance: () => 0.5,
      },
      { arrived: (_, ids) => void online.arrived.push(...ids), changed: () => {} },
    ),
    async record(...over) {
      const entries = over.map((each) => anEntry({ author, device: session.device, ...each }))
      ok(await store.append(entries))
      return entries
    },
    async standing(id) {
      const { entries } = ok(await online.engine.standings('a1'))
      return entries.find((entry) => entry.id === id)?.state
    },
    async held(assessment = 'a1') {
      const { entries, unreadable } = ok(await store.load(assessment))
      return [...entries, ...unreadable].map(({ id }) => id).sort()
    },
    reopened: () => aDeviceOf(server, user, disk),
  }
  return online
}

function newDisk() {
  const disk: { device: ReturnType<typeof memoryDevice>; failure: StorageFailure | undefined } = {
    device: memoryDevice({ onWrite: () => disk.failure }),
    failure: undefined,
  }
  disk.device.vaultRows.set('vault', { id: 'vault', label: 'RA' } as VaultRow)
  return disk
}
