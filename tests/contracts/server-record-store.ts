import { beforeEach, describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import type { RecordKeeping } from '../../src/server/records/record-keeping.ts'
import type { Alarm, ServerRecordStore } from '../../src/server/records/record-store.ts'
import { pullResponseSchema, pushResponseSchema } from '../../src/sync/protocol.ts'
import {
  AT,
  answerOf,
  bo,
  cleo,
  hashOf,
  pullAll,
  pullPage,
  push,
  ruth,
  text,
} from '../server/records/records-builders.ts'
import { anEntry } from '../storage/storage-builders.ts'
import { serverMembershipActsContract } from './server-membership-acts.ts'
import { serverMembershipContract } from './server-record-store-membership.ts'
import { serverPullContract } from './server-record-store-pull.ts'

export interface OpenedStore {
  store: ServerRecordStore
  keeping: RecordKeeping
  alarms: Alarm[]
}

/** What every store of the server does. `open` gives an empty one; `given` is the one of the test that runs. */
export function serverRecordStoreContract(name: string, open: () => Promise<OpenedStore>): void {
  describe(name, () => {
    let opened: OpenedStore
    beforeEach(async () => {
      opened = await open()
      return () => opened.store.close()
    })
    const given = () => opened
    /** Ruth has begun the assessment, and Bo is a member. */
    const begun = async (...entries: string[]) => {
      const results = await push(opened.store, ruth, entries, ['a1'])
      expect(await opened.keeping.admit('a1', bo.user)).toEqual({ ok: true })
      return results
    }
    const kinds = (results: { result: string }[]) => results.map(({ result }) => result)

    describe('push', () => {
      test('stores what is new, numbers it without gaps, and says what it holds', async () => {
        const first = text(ruth)
        const second = text(ruth, { id: 'e2' })
        expect(await begun(first, second)).toEqual([
          { result: 'stored', id: 'e1', seq: 1, hash: hashOf(first), receivedAt: AT },
          { result: 'stored', id: 'e2', seq: 2, hash: hashOf(second), receivedAt: AT },
        ])
        expect(await pullAll(opened.store, bo)).toEqual([
          { seq: 1, hash: hashOf(first), receivedAt: AT, text: first },
          { seq: 2, hash: hashOf(second), receivedAt: AT, text: second },
        ])
      })

      test('answers in the shapes of the wire', async () => {
        const answer = answerOf(await opened.store.push(ruth, { begin: ['a1'], entries: [text(ruth), '', text(bo)] }))
        expect(pushResponseSchema.parse(answer)).toEqual(answer)
        const pulled = await pullPage(opened.store, ruth)
        expect(pullResponseSchema.parse(pulled)).toEqual(pulled)
      })

      test('of the same again changes nothing and gives the same number', async () => {
        await begun(text(ruth), text(ruth, { id: 'e2' }))
        const again = await push(opened.store, ruth, [text(ruth, { id: 'e2' }), text(ruth), text(ruth)], ['a1'])
        expect(again.map((r) => [r.result, 'seq' in r && r.seq])).toEqual([
          ['duplicate', 2],
          ['duplicate', 1],
          ['duplicate', 1],
        ])
        expect(await pullAll(opened.store, bo)).toHaveLength(2)
      })

      test('of one entry twice in a batch stores it once', async () => {
        expect(kinds(await begun(text(ruth), text(ruth)))).toEqual(['stored', 'duplicate'])
        expect(await pullAll(opened.store, ruth)).toHaveLength(1)
      })

      test('at the same moment from two devices stores each entry once, without a gap', async () => {
        await begun()
        const texts = Array.from({ length: 20 }, (_, n) => text(ruth, { id: `e${n}` }))
        const both = await Promise.all([push(opened.store, ruth, texts), push(opened.store, ruth, texts.toReversed())])
        expect(kinds(both.flat()).filter((k) => k === 'stored')).toHaveLength(20)
        expect(kinds(both.flat()).filter((k) => k === 'duplicate')).toHaveLength(20)
        expect((await pullAll(opened.store, bo)).map((e) => e.seq)).toEqual(texts.map((_, n) => n + 1))
      })

      test('at the same moment that begins one assessment twice begins it once', async () => {
        const both = await Promise.all(
          ['e1', 'e2', 'e3'].map((id) => push(opened.store, ruth, [text(ruth, { id })], ['a1', 'a2'])),
        )
        expect(kinds(both.flat())).toEqual(['stored', 'stored', 'stored'])
        expect((await pullAll(opened.store, ruth)).map((e) => e.seq)).toEqual([1, 2, 3])
      })

      test('of batches over many assessments in any order comes to an end', async () => {
        const ids = Array.from({ length: 12 }, (_, n) => `a${n}`)
        const ofAll = (id: string) => ids.map((assessment) => text(ruth, { assessment, id }))
        const batches = Array.from({ length: 8 }, (_, n) => (n % 2 ? ofAll(`e${n}`) : ofAll(`e${n}`).reverse()))
        await push(opened.store, ruth, [], ids)
        const results = await Promise.all(batches.map((batch) => push(opened.store, ruth, batch)))
        expect(new Set(kinds(results.flat()))).toEqual(new Set(['stored']))
        for (const id of ids) expect((await pullAll(opened.store, ruth, id)).map((e) => e.seq)).toHaveLength(8)
      })

      test('waits for what an entry supersedes: in the same assessment and the same slot', async () => {
        await begun(text(ruth))
        const child = text(bo, { id: 'e3', supersedes: ['e1', 'e2'] })
        expect(await push(opened.store, bo, [child])).toEqual([{ result: 'missing-parent', id: 'e3', missing: ['e2'] }])
        const elsewhere = text(ruth, { id: 'e2', slot: { question: 'TOY-02', subject: 'child-1' } })
        expect(kinds(await push(opened.store, ruth, [elsewhere]))).toEqual(['stored'])
        expect(kinds(await push(opened.store, bo, [child]))).toEqual(['missing-parent'])
        await push(opened.store, ruth, [text(ruth, { assessment: 'a2', id: 'e4' })], ['a2'])
        expect(kinds(await push(opened.store, bo, [text(bo, { id: 'e5', supersedes: ['e4'] })]))).toEqual([
          'missing-parent',
        ])
        expect(await pullAll(opened.store, bo)).toHaveLength(2)
      })

      test('stores a child once its parent has come, in the same batch or later', async () => {
        await begun()
        const child = text(bo, { id: 'e2', supersedes: ['e1'] })
        expect(kinds(await push(opened.store, bo, [child]))).toEqual(['missing-parent'])
        await push(opened.store, ruth, [text(ruth)])
        const grandchild = text(bo, { id: 'e3', supersedes: ['e2'] })
        expect(kinds(await push(opened.store, bo, [child, grandchild]))).toEqual(['stored', 'stored'])
        expect((await pullAll(opened.store, ruth)).map((e) => e.text)).toEqual([text(ruth), child, grandchild])
      })

      test('never stores two that supersede one another', async () => {
        const ring = [text(ruth, { supersedes: ['e2'] }), text(ruth, { id: 'e2', supersedes: ['e1'] })]
        expect(kinds(await begun(...ring))).toEqual(['missing-parent', 'missing-parent'])
      })

      test('raises an alarm at other content under an id, and keeps what was there', async () => {
        await begun(text(ruth))
        expect(kinds(await push(opened.store, bo, [text(bo, { value: 'other' }), text(bo, { id: 'e2' })]))).toEqual([
          'conflict',
          'stored',
        ])
        expect(opened.alarms).toEqual([{ what: 'conflict', assessment: 'a1', entry: 'e1', user: 'bo' }])
        expect((await pullAll(opened.store, bo)).map((e) => e.text)).toEqual([text(ruth), text(bo, { id: 'e2' })])
      })

      test('lets the same id stand in two assessments', async () => {
        await begun(text(ruth))
        const [result] = await push(opened.store, cleo, [text(cleo, { assessment: 'a2' })], ['a2'])
        expect(result).toMatchObject({ result: 'stored', seq: 1 })
        expect(opened.alarms).toEqual([])
      })

      test('answers for each entry on its own: one that cannot be taken harms no other', async () => {
        const results = await begun(
          text(ruth),
          'not JSON',
          text(ruth, { id: 'e\u0000' }),
          text(ruth, { id: 'e2', supersedes: ['\ud800'] }),
          text(ruth, { id: 'e3', value: 'x'.repeat(300_000) }),
          '['.repeat(50_000),
          JSON.stringify({ ...anEntry(), id: 'e4' }),
          text(ruth, { id: 'e5' }),
        )
        expect(results.map((r) => (r.result === 'invalid' ? r.why : r.result))).toEqual([
          'stored',
          'not-json',
          'unusable-id',
          'unusable-id',
          'too-large',
          'too-deep',
          'not-canonical',
          'stored',
        ])
        expect((await pullAll(opened.store, bo)).map((e) => e.seq)).toEqual([1, 2])
      })

      test('keeps byte for byte what no version here knows', async () => {
        const strange = canonicalJson({
          ...anEntry({ author: ruth.authors[0] ?? anEntry().author, kind: 'hologram' }),
          value: { words: 'a\u0000b \ud800 \u2028 ŵ 🐣 \\ " \'', deep: [{ '': null }], n: -1.5e-7 },
          basis: { how: 'dreamt' },
          slot: { question: 'TOY-01', subject: "child-1'; --\\", facet: 'later' },
          sealedBy: { scheme: 9 },
        })
        expect(kinds(await begun(strange))).toEqual(['stored'])
        expect(await pullAll(opened.store, bo)).toEqual([
          { seq: 1, hash: hashOf(strange), receivedAt: AT, text: strange },
        ])
      })

      test('refuses an entry under another person’s name, or under a name or role that is not theirs', async () => {
        await begun(text(ruth))
        const [author] = bo.authors
        const forged = [
          text(ruth, { id: 'e2' }),
          text(bo, { id: 'e3', author: { ...anEntry().author, id: 'bo' } }),
          text(bo, {
            id: 'e4',
            author: { id: 'bo', name: 'Bo Lind', role: 'consultant', agency: author?.agency ?? '' },
          }),
          text(bo, { id: 'e5' }),
        ]
        const results = await push(opened.store, bo, forged)
        expect(results.map((r) => (r.result === 'invalid' ? r.why : r.result))).toEqual([
          'other-author',
          'other-author',
          'other-author',
          'stored',
        ])
        expect(opened.alarms.map(({ what, entry, user }) => [what, entry, user])).toEqual(
          ['e2', 'e3', 'e4'].map((entry) => ['other-author', entry, 'bo']),
        )
        expect((await pullAll(opened.store, ruth)).map((e) => e.text)).toEqual([text(ruth), text(bo, { id: 'e5' })])
      })

      test('takes what was recorded under an earlier role of the same account', async () => {
        const now = {
          ...bo,
          authors: [{ id: 'bo', name: 'Bo Lind', role: 'lead', agency: 'Elsewhere' }, ...bo.authors],
        }
        await begun()
        expect(kinds(await push(opened.store, now, [text(bo)]))).toEqual(['stored'])
      })

      test('takes what was recorded on each device of an account, whose authors have ids of their own', async () => {
        const phone = { id: 'author-9', name: 'Bo Lind', role: 'drug worker', agency: 'Northgate' }
        await begun()
        const results = await push(opened.store, { ...bo, authors: [...bo.authors, phone] }, [
          text(bo, { author: phone }),
        ])
        expect(kinds(results)).toEqual(['stored'])
        const other = { ...ruth, authors: [{ ...phone, id: ruth.user }] }
        expect(kinds(await push(opened.store, other, [text(bo, { id: 'e2', author: phone })]))).toEqual(['invalid'])
      })

      test('of a colleague’s entry that is there already is a duplicate, as devices do after a restore', async () => {
        await begun(text(ruth))
        expect(kinds(await push(opened.store, bo, [text(ruth)]))).toEqual(['duplicate'])
        expect(opened.alarms).toEqual([])
      })
    })

    serverPullContract(given, begun)
    serverMembershipActsContract(given)
    serverMembershipContract(given, begun)
  })
}
