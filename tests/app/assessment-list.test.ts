import { expect, it } from 'vitest'
import { listAssessments } from '../../src/app/assessment-list.ts'
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryRecordStore } from '../../src/storage/memory-record-store.ts'
import { anEntry } from '../storage/storage-builders.ts'

it('names no assessment that was taken up and of which nothing else has come yet', async () => {
  const device = memoryDevice()
  device.vaultRows.set('vault', { id: 'vault', label: 'AR' } as never)
  const store = memoryRecordStore(device, 'vault')
  const takenUp = (assessment: string) =>
    anEntry({ id: `t-${assessment}`, assessment, kind: 'membership', value: { act: 'take-up' } })
  await store.append([takenUp('a1'), takenUp('a2'), anEntry({ id: 'e1', assessment: 'a2' })])
  expect((await listAssessments(store))?.map(({ id }) => id)).toEqual(['a2'])
  await store.append([anEntry({ id: 'e2', assessment: 'a1' })])
  expect((await listAssessments(store))?.map(({ id }) => id).sort()).toEqual(['a1', 'a2'])
})
