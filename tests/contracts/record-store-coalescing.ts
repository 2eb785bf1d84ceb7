import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import type { RecordStore, Unreadable } from '../../src/storage/record-port.ts'
import { anEntry, ok } from '../storage/storage-builders.ts'
import type { StoreHarness } from './store-harness.ts'
import { receive } from './sync-store.ts'

/** The part of the record store's contract about what was sent and what may still be replaced. */
export function coalescingContract(
  given: () => {
    device: StoreHarness
    store: RecordStore
    loaded: () => Promise<{ entries: Entry[]; unreadable: Unreadable[] }>
  },
): void {
  describe('sending and coalescing', () => {
    const next = anEntry({ id: 'e2', value: { chosen: 'no' }, deviceSeq: 2 })

    test("an unsent entry gives way to its author's next edit of the slot", async () => {
      ok(await given().store.append([anEntry()]))
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: true })
      expect((await given().loaded()).entries).toEqual([next])
    })

    test.each([
      ['another author', { author: { ...anEntry().author, id: 'author-2' } }],
      ['another slot', { slot: { question: 'TOY-01', subject: 'child-2' } }],
      ['another contact', { contact: 'c2' }],
      ['another kind', { kind: 'retract' }],
      ['the replaced entry as its parent', { supersedes: ['e1'] }],
    ])('is refused with %s', async (_, over) => {
      ok(await given().store.append([anEntry()]))
      expect(await given().store.coalesce('e1', { ...next, ...over })).toEqual({
        ok: false,
        reason: 'not-the-same-edit',
      })
      expect((await given().loaded()).entries).toEqual([anEntry()])
    })

    test('is refused when another entry already supersedes the old one', async () => {
      ok(await given().store.append([anEntry(), anEntry({ id: 'e9', supersedes: ['e1'] })]))
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'not-the-same-edit' })
    })

    test.each([
      ['handed over', (s: RecordStore) => s.sync.markHandedOver(['e1'])],
      ['received', (s: RecordStore) => receive(s, 'e1')],
    ])('is refused once the entry was %s', async (_, mark) => {
      ok(await given().store.append([anEntry()]))
      ok(await mark(given().store))
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'already-sent' })
      expect((await given().loaded()).entries).toEqual([anEntry()])
    })

    test('is refused for an entry that is not there', async () => {
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'not-found' })
    })

    test('that runs out of space leaves the old entry', async () => {
      ok(await given().store.append([anEntry()]))
      given().device.runOutOfSpace()
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'quota' })
      expect((await given().loaded()).entries).toEqual([anEntry()])
    })

    test('whose next edit is written when the app ends leaves the old entry, and the next edit of later in its place', async () => {
      ok(await given().store.append([anEntry()]))
      given().device.keepWrongly()
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'read-back-differs' })
      expect(await given().loaded()).toEqual({ entries: [anEntry()], unreadable: [] })
      expect(ok(await given().store.sync.unsent()).entries.map(({ id }) => id)).toEqual(['e1'])
      expect(ok(await given().store.sync.markHandedOver(['e2'])).ids).toEqual([])
      expect(ok(await given().store.counts()).counts).toMatchObject({ entries: 1, notStored: 1 })
      ok(await given().store.append([next]))
      expect((await given().loaded()).entries).toHaveLength(2)
    })

    test('that reads back otherwise leaves the old entry readable, and can be tried again', async () => {
      ok(await given().store.append([anEntry()]))
      given().device.keepWrongly()
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: false, reason: 'read-back-differs' })
      expect((await given().loaded()).entries).toContainEqual(anEntry())
      expect(await given().store.coalesce('e1', next)).toEqual({ ok: true })
      expect(await given().loaded()).toEqual({ entries: [next], unreadable: [] })
    })
  })
}
