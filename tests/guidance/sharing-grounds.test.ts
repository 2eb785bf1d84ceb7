import { expect, test } from 'vitest'
import { LAWFUL_BASES, SHARING_PURPOSES } from '../../src/domain/membership.ts'
import { loadSources } from '../../src/guidance/index.ts'
import { BASES_IN_LAW, PURPOSES, SHARING_REQUIREMENTS } from '../../src/guidance/whole.ts'

test('every purpose and every basis in law has its words, and consent is no basis', () => {
  expect(PURPOSES.map((each) => each.id)).toEqual([...SHARING_PURPOSES])
  expect(BASES_IN_LAW.map((each) => each.id)).toEqual([...LAWFUL_BASES])
  expect(BASES_IN_LAW.every((each) => /Art\. 6\(1\)\([cdef]\) and 9\(2\)\([cgh]\)/.test(each.law))).toBe(true)
})

test('the choices name requirements that there are', async () => {
  const { requirements } = await loadSources()
  const ids = requirements.map((each) => each.id)
  expect(SHARING_REQUIREMENTS.filter((id) => !ids.includes(id))).toEqual([])
})
