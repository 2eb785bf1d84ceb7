import { fetchTransport } from '../src/app/sync/fetch-transport.ts'
import type { Author } from '../src/domain/entry.ts'
import type { VaultRow } from '../src/storage/encryption/vault-row.ts'
import { memoryDevice } from '../src/storage/memory-device.ts'
import { memoryRecordStore } from '../src/storage/memory-record-store.ts'
import { heldTimes } from '../src/sync/held-times.ts'
import { pullPhase } from '../src/sync/pull-phase.ts'
import { pushPhase } from '../src/sync/push-phase.ts'
import type { Round } from '../src/sync/round.ts'
import { ok } from '../tests/storage/storage-builders.ts'
import { BATCH, benchEntries, type Trial } from './sync-trial.ts'

/** One person with two devices: the first sends what it recorded, the second reads it. Each keeps it as the app does, in memory. */
export function linnetTrial(url: string, person: number, [first = '', second = '']: readonly string[]): Trial {
  const author: Author = { id: `author ${person}`, name: `Person ${person}`, role: 'midwife', agency: 'Northgate' }
  const sender = aDevice(url, first)
  return {
    prepare: async (count) => {
      await sender.transport.claimAuthor(author)
      ok(await sender.store.append(benchEntries(count, `assessment ${person}`, author)))
    },
    push: async () => done(await pushPhase(sender.round, 'all')),
    pull: async () => {
      const reader = aDevice(url, second)
      done(await pullPhase(reader.round, 'all'))
      const { entries } = ok(await reader.store.load(`assessment ${person}`))
      return entries.length
    },
  }
}

function aDevice(url: string, token: string) {
  const device = memoryDevice()
  device.vaultRows.set('vault', { id: 'vault', label: 'P' } as VaultRow)
  const store = memoryRecordStore(device, 'vault')
  const transport = fetchTransport(
    () => null,
    (path, init) =>
      fetch(new URL(String(path), url), {
        ...init,
        headers: { ...(init?.headers as Record<string, string>), cookie: `__Host-linnet=${token}` },
      }),
  )
  const { push, mine } = transport
  const round: Round = {
    ports: {
      store: store.sync,
      transport: { push, mine, pull: (request) => transport.pull({ ...request, limit: BATCH }) },
      now: Date.now,
      chance: () => 0.5,
    },
    held: heldTimes(Date.now),
    failures: 0,
    epoch: null,
    progress: false,
    newEpoch: false,
    events: { arrived: () => {}, stateOf: () => {}, problem: () => {} },
  }
  return { store, transport, round }
}

function done(stop: object | null): void {
  if (stop) throw new Error(`a round stopped: ${JSON.stringify(stop)}`)
}
