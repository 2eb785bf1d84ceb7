import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { canonicalJson } from '../../src/domain/canonical-json.ts'
import { readCursor, writeCursor } from '../../src/sync/cursor.ts'
import { entryHash, entryText } from '../../src/sync/entry-hash.ts'
import { LIMITS } from '../../src/sync/limits.ts'
import { isUsable, readEntryText } from '../../src/sync/wire-entry.ts'
import { anEntry } from '../storage/storage-builders.ts'

const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels))

describe('the text of an entry', () => {
  test('is the same however its members stand, and reads back as its envelope', () => {
    const reversed = Object.fromEntries(Object.entries(anEntry()).reverse()) as unknown as typeof EMPTY
    expect(entryText(reversed)).toBe(entryText(anEntry()))
    const { id, assessment, slot, supersedes, author } = anEntry()
    const text = entryText(anEntry())
    expect(readEntryText(text)).toEqual({ ok: true, text, envelope: { id, assessment, slot, supersedes, author } })
  })
  const EMPTY = anEntry()

  test.each<[string, object]>([
    ['an unknown kind with unknown fields', { kind: 'hologram', value: { deep: [{ '': null }] }, sealedBy: { v: 9 } }],
    ['a basis of a later version', { basis: { how: 'dreamt' } }],
    ['U+0000 and half a surrogate pair in an answer', { value: { words: 'a\u0000b \ud800' } }],
    ['a member called __proto__', { value: JSON.parse('{"__proto__":{"a":1}}') }],
    ['a value as deep as may be', { value: deep(LIMITS.depth - 1) }],
    ['brackets in words', { value: '[[[['.repeat(100) }],
  ])('is taken in untouched: %s', (_, over) => {
    const text = canonicalJson({ ...anEntry(), ...over })
    expect(readEntryText(text)).toMatchObject({ ok: true, text })
  })

  test.each<[string, string, object]>([
    ['nothing', '', { id: null, why: 'not-json' }],
    ['half of it', entryText(anEntry()).slice(0, -9), { id: null, why: 'not-json' }],
    ['a list', '[]', { id: null, why: 'not-json' }],
    ['another order', JSON.stringify(anEntry()), { id: 'e1', why: 'not-canonical' }],
    ['a number that would be rounded', '{"id":"e1","n":12345678901234567890}', { id: 'e1', why: 'not-canonical' }],
    ['a member twice', '{"id":"e1","id":"e1"}', { id: 'e1', why: 'not-canonical' }],
    ['half a surrogate pair as it is', '{"id":"e1","n":"\ud800"}', { id: 'e1', why: 'not-canonical' }],
    ['no slot', '{"id":"e1"}', { id: 'e1', why: 'not-an-entry' }],
    ['U+0000 in an id', entryText(anEntry({ id: 'e\u0000' })), { id: null, why: 'unusable-id' }],
    ['half a pair in a parent', entryText(anEntry({ supersedes: ['\udc00'] })), { id: 'e1', why: 'unusable-id' }],
    ['an empty assessment', entryText(anEntry({ assessment: '' })), { id: 'e1', why: 'unusable-id' }],
    ['an id past the limit', entryText(anEntry({ id: 'x'.repeat(201) })), { id: null, why: 'unusable-id' }],
    ['itself as its parent', entryText(anEntry({ supersedes: ['e1'] })), { id: 'e1', why: 'supersedes-itself' }],
    ['too much', entryText(anEntry({ value: 'é'.repeat(131_072) })), { id: null, why: 'too-large' }],
    ['too deep', canonicalJson({ ...anEntry(), value: deep(64) }), { id: null, why: 'too-deep' }],
    ['a hundred thousand brackets', '['.repeat(100_000), { id: null, why: 'too-deep' }],
  ])('is refused, with why: %s', (_, text, refusal) => {
    expect(readEntryText(text)).toEqual({ ok: false, ...refusal })
  })

  test('has the same hash here as by Node’s own means', async () => {
    const text = entryText(anEntry({ value: { words: 'ŵ 🐣 \u0000' } }))
    expect(await entryHash(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
  })
})

describe('an id', () => {
  test('may hold any letter, and no control of a database', () => {
    expect(['a', '🐣', 'a.b', 'x'.repeat(200)].every(isUsable)).toBe(true)
    expect(['', 'a\u0000', '\ud83d', 'x'.repeat(201)].some(isUsable)).toBe(false)
  })
})

describe('a cursor', () => {
  test('reads back as it was written, whatever the assessment is called', () => {
    const cursor = { epoch: 'e-1', assessment: 'a.1/🐣 \n', seq: 1000 }
    expect(readCursor(writeCursor(cursor))).toEqual(cursor)
  })

  test.each(['', '1', '1.e', '1.e.', '.e.a', '-1.e.a', '1e3.e.a', '9999999999999999.e.a'])(
    'is none when nobody wrote it: %s',
    (text) => {
      expect(readCursor(text)).toBe(null)
    },
  )
})
