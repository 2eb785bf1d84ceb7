import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import type { RecordStore } from '../../src/storage/record-port.ts'
import { seeded } from '../builders/seeded.ts'
import { anEntry, NOON, ok } from '../storage/storage-builders.ts'
import type { StoreHarness } from './store-harness.ts'
import { pulled } from './sync-store.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ids = (entries: readonly Entry[]) => entries.map(({ id }) => id).sort()

/** The part of the record store's contract about what is recorded while others' entries are closed. */
export function sealedRecordingContract(given: () => { device: StoreHarness; store: RecordStore }): void {
  const theirs = (id: string, over: Partial<Entry> = {}) =>
    anEntry({ id, author: { ...anEntry().author, id: 'bo' }, device: 'd2', ...over })

  describe('recording while it is sealed', () => {
    test('is never refused, names only what was on the screen, and hides nothing of a colleague’s afterwards', async () => {
      const { store } = given()
      const next = seeded(7)
      const all = new Map<string, Entry>()
      const slots = ['TOY-01', 'TOY-02', 'TOY-03'].map((question) => ({ question, subject: 'child-1' }))
      const colleagues: Entry[] = []
      let seq = 0
      for (let round = 1; round <= 8; round++) {
        const now = NOON + round * 40 * DAY
        given().device.clock.now = now
        ok(await store.sync.keepContact(now))
        // Colleagues name what they saw: everything so far.
        for (let n = 0; n < 3; n++) {
          const slot = slots[Math.floor(next() * slots.length)] as Entry['slot']
          const heads = recordOf([...all.values()]).heads(slot)
          const entry = theirs(`t${round}-${n}`, { slot, supersedes: heads.slice(0, 1).map(({ id }) => id) })
          colleagues.push(entry)
          all.set(entry.id, entry)
        }
        ok(await pulled(store, colleagues))
        given().device.clock.now = now + (next() < 0.5 ? 73 * HOUR : 31 * DAY)
        ok(await store.sync.lookAtClock())
        for (const slot of slots) {
          const shown = ok(await store.load('a1'))
          expect(shown.entries.every(({ device }) => device !== 'd2')).toBe(true)
          expect(shown.sealed).toBeGreaterThan(0)
          const heads = recordOf(shown.entries).heads(slot)
          seq++
          const entry = anEntry({ id: `o${seq}`, deviceSeq: seq, slot, supersedes: heads.map(({ id }) => id) })
          ok(await store.append([entry]))
          all.set(entry.id, entry)
        }
        given().device.clock.now = now + 39 * DAY
        ok(await store.sync.keepContact(now + 39 * DAY))
        ok(await pulled(store, colleagues))
        const open = ok(await store.load('a1'))
        expect(open.sealed).toBe(0)
        expect(ids(open.entries)).toEqual([...all.keys()].sort())
        for (const slot of slots) {
          const named = new Set([...all.values()].flatMap(({ supersedes }) => supersedes))
          const stands = [...all.values()].filter((e) => e.slot.question === slot.question && !named.has(e.id))
          expect(ids(recordOf(open.entries).heads(slot))).toEqual(ids(stands))
        }
      }
    })
  })
}
