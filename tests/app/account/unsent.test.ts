import { expect, test } from 'vitest'
import { readUnsent } from '../../../src/app/account/unsent.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import { entryText } from '../../../src/sync/entry-hash.ts'
import { anEntry, ok } from '../../storage/storage-builders.ts'
import { aDeviceOf, aServer, NOW } from '../../sync/a-device-online.ts'

const HOUR = 3_600_000
const childOf = (over: Partial<Entry>) =>
  anEntry({ slot: { question: 'START-05', subject: 'c1' }, value: { parts: { what: 'child', label: 'Kit' } }, ...over })

/** Kim has opened a record in which Ruth named a child, and recorded something about that child. */
async function aGlass() {
  const kim = aDeviceOf(aServer(), 'kim')
  const { sync } = kim.store
  ok(await sync.breakGlass('a1', { at: NOW, until: NOW + 4 * HOUR }))
  ok(await sync.takeIn([entryText(childOf({ id: 'r1' }))], [null]))
  await kim.record({
    id: 'k1',
    slot: { question: 'NET-11', subject: 'c1' },
    value: { parts: { what: 'He moved out' } },
  })
  return (now: number) => readUnsent(kim.store, sync.standings, now)
}

test('what was recorded in an emergency is listed under its family as long as that is open', async () => {
  const unsent = await (await aGlass())(NOW)
  expect(unsent?.assessments).toMatchObject([{ name: 'Kit', reading: 'emergency', lines: [{ id: 'k1' }] }])
})

test('when it is over it is still listed, and nothing with it that others recorded, the name neither', async () => {
  const unsent = await (await aGlass())(NOW + 4 * HOUR)
  expect(unsent?.assessments).toMatchObject([{ name: '', reading: 'closed', lines: [{ id: 'k1' }] }])
  expect(JSON.stringify(unsent)).not.toContain('Kit')
})
