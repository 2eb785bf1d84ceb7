// @vitest-environment node
import { afterEach, describe, expect, test, vi } from 'vitest'
import { assessPassphrase, type PassphraseProblem } from '../../src/storage/encryption/passphrase-strength.ts'

const good = [
  'orbit lantern pepper walnut',
  'teacup-granite-saddle-violin',
  'xK9#mTq2!vLw8Rz',
  'the cat and the red dog house',
]

const refused: [string, PassphraseProblem][] = [
  ['', 'too-short'],
  ['a b c d', 'too-short'],
  ['walnut pepper', 'too-short'],
  ['horse horse horse horse', 'repeated-words'],
  ['walnut Walnut pepper PEPPER', 'repeated-words'],
  ['lantern'.repeat(3), 'repeated-words'],
  ['correct horse battery staple', 'common'],
  ['CorrectHorseBatteryStaple!', 'common'],
  ['passwordpassword', 'common'],
  ['Password12345678', 'common'],
  ['qwertyuiopasdfghjkl', 'common'],
  ['welcome admin letmein secret', 'common'],
  ['12345678901234', 'pattern'],
  ['aaaaaaaaaaaaaaaaaaaa', 'pattern'],
]

describe.each([['with the estimator'], ['without the estimator']])('a new passphrase, %s', (how) => {
  afterEach(() => void vi.doUnmock('@zxcvbn-ts/core'))
  const assess = async (passphrase: string, personal?: string[]) => {
    if (how.startsWith('without'))
      vi.doMock('@zxcvbn-ts/core', () => {
        throw new Error('not to be had offline')
      })
    return assessPassphrase(passphrase, personal)
  }

  test.each(good)('%s will do', async (passphrase) => {
    const { acceptable, reasons, strength } = await assess(passphrase)
    expect({ acceptable, reasons }).toEqual({ acceptable: true, reasons: [] })
    expect(strength).toBeGreaterThanOrEqual(3)
  })

  test.each(refused)('"%s" is refused: %s', async (passphrase, problem) => {
    const { acceptable, reasons, strength } = await assess(passphrase)
    expect(acceptable).toBe(false)
    expect(reasons).toContain(problem)
    expect(strength).toBeLessThan(3)
  })

  test("the practitioner's own name and agency do not count", async () => {
    const passphrase = 'ruth adeyemi northfield maternity'
    expect((await assess(passphrase)).acceptable).toBe(true)
    const { acceptable, reasons } = await assess(passphrase, ['Ruth Adeyemi', 'Northfield Maternity'])
    expect({ acceptable, reasons }).toEqual({ acceptable: false, reasons: ['personal'] })
  })
})
