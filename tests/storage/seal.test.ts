// @vitest-environment node
import { beforeAll, describe, expect, test } from 'vitest'
import { canonicalJson, NotJson } from '../../src/domain/canonical-json.ts'
import { openSealed, type Sealed, seal } from '../../src/storage/encryption/seal.ts'
import { flipped } from './flipped.ts'

const place = { table: 'entries', id: 'e1', assessment: 'a1' }
const newKey = () => crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])

describe('a seal', () => {
  let key: CryptoKey
  let sealed: Sealed
  beforeAll(async () => {
    key = await newKey()
    sealed = await seal(key, place, { b: 1, a: ['\u0000', '\ud800', 'ŵ'] })
  })

  test('opens to the same value, and to its canonical text', async () => {
    expect(await openSealed(key, place, sealed)).toEqual({
      ok: true,
      value: { a: ['\u0000', '\ud800', 'ŵ'], b: 1 },
      text: '{"a":["\\u0000","\\ud800","ŵ"],"b":1}',
    })
  })

  test('uses a nonce of 96 bits that never repeats', async () => {
    const many = await Promise.all(Array.from({ length: 300 }, () => seal(key, place, 'same')))
    expect(new Set(many.map((each) => String(each.iv))).size).toBe(300)
    expect(new Set(many.map((each) => each.iv.length))).toEqual(new Set([12]))
  })

  test.each([
    ['another table', { table: 'drafts' }],
    ['another id', { id: 'e2' }],
    ['another assessment', { assessment: 'a2' }],
    ['the boundary between fields shifted', { id: 'e1a', assessment: '1' }],
  ])('does not open at %s', async (_, over) => {
    const opened = await openSealed(key, { ...place, ...over }, sealed)
    expect(opened).toEqual({ ok: false, reason: 'wrong-key-or-altered' })
  })

  test('does not open by another key, with another nonce or with altered bytes', async () => {
    const failure = { ok: false, reason: 'wrong-key-or-altered' }
    expect(await openSealed(await newKey(), place, sealed)).toEqual(failure)
    expect(await openSealed(key, place, { ...sealed, iv: flipped(sealed.iv) })).toEqual(failure)
    expect(await openSealed(key, place, { ...sealed, bytes: flipped(sealed.bytes) })).toEqual(failure)
    expect(await openSealed(key, place, { ...sealed, bytes: sealed.bytes.slice(1) })).toEqual(failure)
  })

  test('does not open under another version, even one whose bytes a key holder made', async () => {
    expect(await openSealed(key, place, { ...sealed, version: 2 })).toEqual({ ok: false, reason: 'later-version' })
    const additionalData = new TextEncoder().encode(JSON.stringify(['entries', 'e1', 'a1', 2]))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = new TextEncoder().encode('"x"')
    const made = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain))
    expect(await openSealed(key, place, { version: 1, iv, bytes: made })).toEqual({
      ok: false,
      reason: 'wrong-key-or-altered',
    })
  })

  test.each([
    undefined,
    null,
    {},
    { version: 0, iv: new Uint8Array(12), bytes: new Uint8Array(40) },
    { version: 1, iv: new Uint8Array(11), bytes: new Uint8Array(40) },
    { version: 1, iv: 'x', bytes: 'y' },
  ])('that is not one (%o) is malformed', async (row) => {
    expect(await openSealed(key, place, row)).toEqual({ ok: false, reason: 'malformed' })
  })

  test('whose inside is not JSON is malformed', async () => {
    const additionalData = new TextEncoder().encode(JSON.stringify(['entries', 'e1', 'a1', 1]))
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const plain = new Uint8Array([0xff, 0xfe])
    const bytes = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, plain))
    expect(await openSealed(key, place, { version: 1, iv, bytes })).toEqual({ ok: false, reason: 'malformed' })
  })
})

describe('canonical JSON', () => {
  test('does not depend on the order of keys and drops undefined members', () => {
    expect(canonicalJson({ b: [1, { d: null, c: undefined }], a: '' })).toBe('{"a":"","b":[1,{"d":null}]}')
  })

  test.each([
    ['NaN', Number.NaN],
    ['infinity', { a: Number.POSITIVE_INFINITY }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['undefined in a list', [undefined]],
    ['a hole in a list', Array(2)],
    ['a function', () => 1],
    ['a big integer', 1n],
  ])('refuses %s, which would come back as something else', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotJson)
  })
})
