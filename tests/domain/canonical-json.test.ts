import { describe, expect, it } from 'vitest'
import { canonicalJson, NotJson } from '../../src/domain/canonical-json.ts'

describe('the same content as the same text', () => {
  it('sorts the names of members at every depth, and no list', () => {
    expect(canonicalJson({ b: [{ d: 1, c: 2 }, 'z', 'a'], a: null })).toBe('{"a":null,"b":[{"c":2,"d":1},"z","a"]}')
  })

  it('takes an absent member and an undefined one as the same', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe(canonicalJson({ b: 1 }))
  })

  it.each([
    { '': 0, é: 'Zoë', '10': 1, '9': 2 },
    { text: 'line\nend\u2028 "quoted" \\ \u0000', emoji: '🐣' },
    { lone: '\ud83d' },
    [[], {}, '', 0, -1.5, 1e21, true, false, null],
  ])('reads back as it was: %j', (value) => {
    expect(JSON.parse(canonicalJson(value))).toEqual(value)
  })

  it('tells apart what looks alike: é in one letter or in two', () => {
    expect(canonicalJson('\u00e9')).not.toBe(canonicalJson('e\u0301'))
  })

  it('does not depend on how names compare in some language', () => {
    expect(canonicalJson({ a: 1, B: 2, ä: 3, Z: 4 })).toBe('{"B":2,"Z":4,"a":1,"ä":3}')
  })

  it.each([
    Number.NaN,
    Number.POSITIVE_INFINITY,
    undefined,
    () => 1,
    Symbol('s'),
    1n,
    new Date(0),
    new Map([['a', 1]]),
    new Uint8Array(1),
    [undefined],
    { deep: { at: new Date(0) } },
    // biome-ignore lint/suspicious/noSparseArray: the hole is what is tested
    [1, , 2],
  ])('refuses what JSON would silently change (case %#)', (value) => {
    expect(() => canonicalJson(value)).toThrow(NotJson)
  })

  it('never repeats the value in the message', () => {
    expect(new NotJson().message).toBe('a value is not plain JSON')
  })
})
