import { expect, test } from 'vitest'
import { spaceInWords } from '../../src/app/space-in-words.ts'

test.each([
  [0, '0 MB'],
  [4_240_000, '4.2 MB'],
  [999_949_999, '999.9 MB'],
  [999_950_000, '1 GB'],
  [10_737_418_240, '10.7 GB'],
])('%d bytes are told as %s', (bytes, words) => {
  expect(spaceInWords(bytes)).toBe(words)
})
