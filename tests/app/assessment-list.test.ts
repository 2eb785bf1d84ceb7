import { expect, it } from 'vitest'
import { listAssessments } from '../../src/app/assessment-list.ts'
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryRecordStore } from '../../src/storage/memory-record-store.ts'
import { anEntry } from '../storage/storage-builders.ts'

function aStore() {
  const device = memoryDevice()
  device.vaultRows.set('vault', { id: 'vault', label: 'AR' } as never)
  const takenUp = (assessment: string) =>
    anEntry({ id: `t-${assessment}`, assessment, kind: 'membership', value: { act: 'take-up' } })
  return { store: memoryRecordStore(device, 'vault'), takenUp }
}

it('names one of which only what somebody recorded of the members can be read now, and the rest is closed', async () => {
  const { store, takenUp } = aStore()
  await store.append([takenUp('a1')])
  const closed = { id: 'a1', entries: 1, unreadable: 0, drafts: 0, newest: null, sealed: 4 }
  const sealing = { ...store, assessments: async () => ({ ok: true as const, assessments: [closed] }) }
  expect((await listAssessments(sealing))?.map(({ id }) => id)).toEqual(['a1'])
})

it('names no assessment that was taken up and of which nothing else has come yet', async () => {
  const { store, takenUp } = aStore()
  await store.append([takenUp('a1'), takenUp('a2'), anEntry({ id: 'e1', assessment: 'a2' })])
  expect((await listAssessments(store))?.map(({ id }) => id)).toEqual(['a2'])
  await store.append([anEntry({ id: 'e2', assessment: 'a1' })])
  expect((await listAssessments(store))?.map(({ id }) => id).sort()).toEqual(['a1', 'a2'])
})
