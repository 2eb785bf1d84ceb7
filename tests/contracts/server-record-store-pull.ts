import { describe, expect, test } from 'vitest'
import { answerOf, bo, page, pullAll, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import type { OpenedStore } from './server-record-store.ts'

/** The part of the contract about reading: in order, whole, page by page, and again after a restore. */
export function serverPullContract(given: () => OpenedStore, begun: (...entries: string[]) => Promise<unknown>): void {
  describe('pull', () => {
    test('gives the whole in the order of the numbers, over 9 to 10, 99 to 100 and 999 to 1000', async () => {
      await begun()
      const texts = Array.from({ length: 1010 }, (_, n) => text(ruth, { id: `e${n + 1}`, deviceSeq: n + 1 }))
      for (let n = 0; n < texts.length; n += 101) await push(given().store, ruth, texts.slice(n, n + 101))
      for (const limit of [7, 98, 500]) {
        const pulled = await pullAll(given().store, bo, 'a1', limit)
        expect(pulled.map((e) => e.seq)).toEqual(texts.map((_, n) => n + 1))
        expect(pulled.map((e) => e.text)).toEqual(texts)
      }
    })

    test('goes on after a cursor, and says whether there is more', async () => {
      await begun(...['e1', 'e2', 'e3'].map((id) => text(ruth, { id })))
      const first = page(await pullPage(given().store, bo, 'a1', null, 2))
      expect([first.entries.length, first.more]).toEqual([2, true])
      const second = page(await pullPage(given().store, bo, 'a1', first.cursor, 2))
      expect([second.entries.map((e) => e.seq), second.more]).toEqual([[3], false])
      expect(page(await pullPage(given().store, bo, 'a1', second.cursor))).toMatchObject({
        entries: [],
        more: false,
        cursor: second.cursor,
      })
      await push(given().store, bo, [text(bo, { id: 'e4' })])
      expect(page(await pullPage(given().store, bo, 'a1', second.cursor)).entries.map((e) => e.seq)).toEqual([4])
    })

    test('makes a page end before it grows beyond measure', async () => {
      const big = Array.from({ length: 20 }, (_, n) => text(ruth, { id: `e${n}`, value: 'x'.repeat(250_000) }))
      await begun()
      for (const each of big) await push(given().store, ruth, [each])
      const first = page(await pullPage(given().store, bo))
      expect([first.entries.length, first.more]).toEqual([16, true])
      expect((await pullAll(given().store, bo)).map((e) => e.text)).toEqual(big)
    })

    test('starts again after a restore', async () => {
      await begun(text(ruth))
      const before = page(await pullPage(given().store, bo))
      const epoch = await given().keeping.beginNewEpoch()
      expect(epoch).not.toBe(before.epoch)
      expect(await pullPage(given().store, bo, 'a1', before.cursor)).toEqual({ result: 'restart', epoch })
      const pulled = page(await pullPage(given().store, bo))
      expect([pulled.epoch, pulled.entries.length]).toEqual([epoch, 1])
      const pushed = answerOf(await given().store.push(ruth, { begin: [], entries: [text(ruth)] }))
      expect([pushed.epoch, pushed.results.map(({ result }) => result)]).toEqual([epoch, ['duplicate']])
    })

    test('starts again from a cursor of another assessment, or of nothing', async () => {
      await begun(text(ruth))
      await push(given().store, ruth, [], ['a2'])
      const { cursor, epoch } = page(await pullPage(given().store, ruth))
      const restart = { result: 'restart', epoch }
      expect(await pullPage(given().store, ruth, 'a2', cursor)).toEqual(restart)
      expect(await pullPage(given().store, ruth, 'a1', 'nothing')).toEqual(restart)
      expect(given().alarms).toEqual([])
    })

    test('starts again, with an alarm, when a device has read more than there is', async () => {
      await begun(text(ruth))
      const { cursor, epoch } = page(await pullPage(given().store, bo))
      const ahead = cursor.replace(/^1/, '2')
      expect(await pullPage(given().store, bo, 'a1', ahead)).toEqual({ result: 'restart', epoch })
      expect(given().alarms).toEqual([{ what: 'cursor-ahead', assessment: 'a1', entry: null, user: 'bo' }])
    })

    test('says how far a verified backup holds it, which only rises', async () => {
      await begun(text(ruth), text(ruth, { id: 'e2' }))
      const through = async () => page(await pullPage(given().store, bo)).durableThrough
      expect(await through()).toBe(0)
      expect(await given().keeping.markDurable(new Map([['a1', 2]]))).toEqual({ ok: true })
      expect(await given().keeping.markDurable(new Map([['a1', 1]]))).toEqual({ ok: true })
      expect(await through()).toBe(2)
    })

    test('is not told of a backup that holds more than there is, or of other records', async () => {
      await begun(text(ruth))
      await push(given().store, ruth, [text(ruth, { assessment: 'a2' })], ['a2'])
      const marks = (a1: number, name: string) => given().keeping.markDurable(new Map([['a2', 1]]).set(name, a1))
      expect(await marks(2, 'a1')).toEqual({ ok: false, reason: 'beyond-head' })
      expect(await marks(1, 'a9')).toEqual({ ok: false, reason: 'no-such-assessment' })
      expect(page(await pullPage(given().store, ruth, 'a2')).durableThrough).toBe(0)
    })
  })
}
