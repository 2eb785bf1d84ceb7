// @vitest-environment node
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryVaultKeeper } from '../../src/storage/memory-vault-keeper.ts'
import { recordStoreContract } from '../contracts/record-store.ts'
import { cheapKdf } from './storage-builders.ts'

recordStoreContract('the in-memory record store', async () => {
  let isFull = false
  let keepsWrongly = false
  const device = memoryDevice({
    onWrite: () => {
      const wasFull = isFull
      isFull = false
      return wasFull ? 'quota' : undefined
    },
    onKeep: (text) => {
      const wrong = keepsWrongly
      keepsWrongly = false
      return wrong ? text.slice(1) : text
    },
  })
  return {
    keeper: memoryVaultKeeper(device, cheapKdf),
    runOutOfSpace: () => {
      isFull = true
    },
    keepWrongly: () => {
      keepsWrongly = true
    },
    damage: async (vault, id) => {
      const row = device.recordsOf(vault).entries.get(id)
      if (!row) throw new Error('nothing to damage')
      row.text = row.text.slice(1)
    },
  }
})
