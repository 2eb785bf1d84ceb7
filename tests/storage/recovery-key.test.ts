// @vitest-environment node
import { expect, test } from 'vitest'
import { newRecoveryKey, parseRecoveryKey } from '../../src/storage/encryption/recovery-key.ts'
import { ok } from './storage-builders.ts'

const malformed = { ok: false, reason: 'malformed-recovery-key' }

test('a recovery key is nine groups of four without letters that are easily confused, and never the same', async () => {
  const keys = await Promise.all(Array.from({ length: 50 }, newRecoveryKey))
  for (const key of keys) expect(key).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){8}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(keys).size).toBe(50)
})

test('it is read as a person types it', async () => {
  for (const key of await Promise.all(Array.from({ length: 20 }, newRecoveryKey))) {
    const { secret } = ok(await parseRecoveryKey(key))
    expect(secret).toHaveLength(20)
    const typings = [
      key.toLowerCase(),
      key.replaceAll('-', ''),
      ` ${key.replaceAll('-', ' ')}\n`,
      key.replaceAll('-', '\u2013'),
      key.replaceAll('0', 'O').replaceAll('1', 'I'),
      key.replaceAll('0', 'o').replaceAll('1', 'l'),
    ]
    for (const typed of typings) expect(ok(await parseRecoveryKey(typed)).secret).toEqual(secret)
  }
})

test('one character mistyped, two swapped, one missing or one too many is noticed', async () => {
  const key = await newRecoveryKey()
  const compact = key.replaceAll('-', '')
  const other = compact[0] === 'A' ? 'B' : 'A'
  const swapAt = [...compact].findIndex((character, index) => character !== compact[index + 1])
  const swapped = compact.slice(0, swapAt) + compact[swapAt + 1] + compact[swapAt] + compact.slice(swapAt + 2)
  const wrong = [other + compact.slice(1), swapped, compact.slice(1), `${compact}0`, `U${compact.slice(1)}`, '', 'é']
  for (const typed of wrong) expect(await parseRecoveryKey(typed)).toEqual(malformed)
})
