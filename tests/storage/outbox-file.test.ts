// @vitest-environment node
import { beforeEach, describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { memoryDevice } from '../../src/storage/memory-device.ts'
import { memoryVaultKeeper } from '../../src/storage/memory-vault-keeper.ts'
import { saveOutbox, takeInOutbox } from '../../src/storage/outbox-file.ts'
import type { RecordStore } from '../../src/storage/record-port.ts'
import { entryText } from '../../src/sync/entry-hash.ts'
import { receive } from '../contracts/sync-store.ts'
import { aDeviceOf, aServer } from '../sync/a-device-online.ts'
import { anEntry, aVault, cheapKdf, OTHER_PASSPHRASE, ok, PASSPHRASE } from './storage-builders.ts'

const later = { ...anEntry({ id: 'e3', kind: 'hologram', deviceSeq: 3 }), basis: { how: 'dreamt' }, more: [null] }

let here: RecordStore
let there: RecordStore
beforeEach(async () => {
  here = (await aVault(memoryVaultKeeper(memoryDevice(), cheapKdf, 'sealed'))).store
  there = (await aVault(memoryVaultKeeper(memoryDevice(), cheapKdf, 'sealed'))).store
})
const saved = async (store = here) => ok(await saveOutbox(store, PASSPHRASE, cheapKdf))
const takenIn = (file: string, passphrase = PASSPHRASE) => takeInOutbox(there, file, passphrase, cheapKdf)
const unsentTexts = async (store: RecordStore) => ok(await store.sync.unsent()).entries.map(({ text }) => text)

describe('a file of what is not sent', () => {
  test('holds everything that the server is not known to have, and says nothing without its passphrase', async () => {
    ok(await here.append([anEntry({ value: 'SECRETANSWER' }), anEntry({ id: 'e2', deviceSeq: 2 }), later as never]))
    ok(await receive(here, 'e2'))
    const file = await saved()
    expect(file).toMatchObject({ entries: 2, unreadable: 0 })
    expect(file.text).not.toMatch(/SECRETANSWER|Adeyemi|hologram|recordedAt/)
    expect(await takenIn(file.text)).toMatchObject({ ok: true, added: 2, alreadyKept: 0, authors: [anEntry().author] })
    expect(await unsentTexts(there)).toEqual([anEntry({ value: 'SECRETANSWER' }), later as never].map(entryText))
  })

  test('leaves the entries where they are, but none gives way to a next edit any more', async () => {
    ok(await here.append([anEntry()]))
    await saved()
    expect(await unsentTexts(here)).toEqual([entryText(anEntry())])
    expect(await here.coalesce('e1', anEntry({ id: 'e2' }))).toEqual({ ok: false, reason: 'already-sent' })
  })

  test('taken in twice is there once', async () => {
    ok(await here.append([anEntry()]))
    const { text } = await saved()
    ok(await takenIn(text))
    expect(await takenIn(text)).toMatchObject({ ok: true, added: 0, alreadyKept: 1 })
  })

  test('wants a strong passphrase, and something to save', async () => {
    ok(await here.append([anEntry()]))
    expect(await saveOutbox(here, 'short', cheapKdf)).toMatchObject({ ok: false, reason: 'weak-passphrase' })
    ok(await receive(here, 'e1'))
    expect(await saveOutbox(here, PASSPHRASE, cheapKdf)).toEqual({ ok: false, reason: 'nothing', unreadable: 0 })
  })

  test('brings the beginning of a record along, so that the other device can begin it on the server', async () => {
    const server = aServer()
    const lost = aDeviceOf(server, 'ruth')
    const found = aDeviceOf(server, 'ruth')
    await lost.record({}, { id: 'e2', deviceSeq: 2, supersedes: ['e1'] })
    const { text } = ok(await saveOutbox(lost.store, PASSPHRASE, cheapKdf))
    ok(await takeInOutbox(found.store, text, PASSPHRASE, cheapKdf))
    await found.engine.round('due')
    expect(server.stored().map(({ id }) => id)).toEqual(['e1', 'e2'])
    await lost.engine.round('due')
    expect(server.stored()).toHaveLength(2)
    expect(await lost.standing('e2')).toMatchObject({ is: 'received' })
  })

  test('of a record that began elsewhere does not begin it anew', async () => {
    ok(await here.sync.follow('a1', false))
    ok(await here.append([anEntry()]))
    ok(await takenIn((await saved()).text))
    expect(ok(await there.sync.memory()).assessments).toMatchObject([{ assessment: 'a1', began: false }])
  })

  test('that holds other content under a kept id changes nothing here, and says which', async () => {
    ok(await here.append([anEntry(), anEntry({ id: 'e2', deviceSeq: 2 })]))
    ok(await there.append([anEntry({ value: 'mine' })]))
    expect(await takenIn((await saved()).text)).toEqual({ ok: false, reason: 'conflict', ids: ['e1'], added: 1 })
    const byId = (a: Entry, b: Entry) => (a.id < b.id ? -1 : 1)
    expect(ok(await there.load('a1')).entries.sort(byId)).toEqual([
      anEntry({ value: 'mine' }),
      anEntry({ id: 'e2', deviceSeq: 2 }),
    ])
  })
})

describe('a file that does not open', () => {
  let text: string
  beforeEach(async () => {
    ok(await here.append([anEntry()]))
    text = (await saved()).text
  })
  const changed = (over: object): string => JSON.stringify({ ...JSON.parse(text), ...over })

  test.each<[string, () => string, string]>([
    ['cut off', () => text.slice(0, -40), 'damaged'],
    ['cut off at the beginning', () => text.slice(40), 'damaged'],
    ['with one letter changed', () => text.replace(/"bytes":"./, '"bytes":"#'), 'damaged'],
    ['with the count lowered', () => changed({ iterations: 1 }), 'damaged'],
    ['of a later version', () => changed({ version: 2 }), 'later-version'],
    ['another kind of file', () => '{"resourceType":"Bundle"}', 'not-this-kind'],
    ['no JSON', () => 'PDF-1.7', 'not-this-kind'],
    ['nothing', () => '', 'not-this-kind'],
    ['null', () => 'null', 'not-this-kind'],
  ])('%s: is refused with the reason, and nothing is taken in', async (_, file, reason) => {
    expect(await takenIn(file())).toEqual({ ok: false, reason })
    expect(ok(await there.counts()).counts.entries).toBe(0)
    expect(ok(await there.sync.memory()).assessments).toEqual([])
  })

  test('with another passphrase says so', async () => {
    expect(await takenIn(text, OTHER_PASSPHRASE)).toEqual({ ok: false, reason: 'wrong-passphrase' })
  })

  test('that was made cheap to guess is not trusted', async () => {
    const strict = { ...cheapKdf, floor: 1000 }
    expect(await takeInOutbox(there, text, PASSPHRASE, strict)).toEqual({ ok: false, reason: 'weakened' })
  })
})
