// @vitest-environment node
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryVaultKeeper } from '../../src/storage/memory-vault-keeper.ts'
import { recordStoreContract } from '../contracts/record-store.ts'
import type { StoreHarness } from '../contracts/store-harness.ts'
import { flipped } from './flipped.ts'
import { cheapKdf, NOON } from './storage-builders.ts'

const newDevice = (entries: 'sealed' | 'in-the-clear') => async (): Promise<StoreHarness> => {
  const clock = { now: NOON }
  let isFull = false
  let keepsWrongly = false
  const device = memoryDevice({
    onWrite: () => {
      const wasFull = isFull
      isFull = false
      return wasFull ? 'quota' : undefined
    },
    onKeep: (bytes) => {
      const wrong = keepsWrongly
      keepsWrongly = false
      return wrong ? flipped(bytes) : bytes
    },
  })
  return {
    clock,
    keeper: memoryVaultKeeper(device, cheapKdf, entries, () => clock.now),
    runOutOfSpace: () => {
      isFull = true
    },
    keepWrongly: () => {
      keepsWrongly = true
    },
    damage: async (vault, id) => {
      const row = device.recordsOf(vault).entries.get(id)
      if (!row) throw new Error('nothing to damage')
      row.bytes = flipped(row.bytes)
    },
  }
}

recordStoreContract('the in-memory record store', newDevice('sealed'))
recordStoreContract('the in-memory record store that seals nothing', newDevice('in-the-clear'))
