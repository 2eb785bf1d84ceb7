import { describe, expect, test } from 'vitest'
import { runHistory, someKeys } from '../../simulator/history.ts'
import { MUTANTS } from '../../simulator/mutants.ts'
import { planting, runMutants } from '../../simulator/mutation.ts'

describe('a history', () => {
  test('is the same again for the same seed, step by step, and another for another', async () => {
    const [first, again, other] = [
      await runHistory(7, await someKeys()),
      await runHistory(7, await someKeys()),
      await runHistory(8, await someKeys()),
    ]
    expect(again).toEqual(first)
    expect(other.trace).not.toBe(first.trace)
  })
})

describe('the planted bugs', () => {
  test('are at least 25, each with a name of its own', () => {
    expect(new Set(MUTANTS.map(({ name }) => name)).size).toBe(MUTANTS.length)
    expect(MUTANTS.length).toBeGreaterThanOrEqual(25)
  })

  test('cannot be planted where their text is not', () => {
    const mutant = { name: 'none', patches: [{ file: 'simulator/turns.ts', find: 'not there', replace: '' }] }
    expect(() => planting(mutant)).toThrow('"none" cannot be planted: its text is 0 times in simulator/turns.ts')
  })

  test('are all caught', async () => {
    const { missed } = await runMutants({ histories: 800, seed: 1, atOnce: 2 })
    expect(missed).toEqual([])
  }, 600_000)
})
