import { describe, expect, it } from 'vitest'
import { claimStatus, FINDINGS, type FindingWord, SOURCES, type Source } from '../../src/domain/claim-status.ts'
import { seeded, shuffled } from '../builders/seeded.ts'

type Found = { source: Source; finding: FindingWord }
const each: Found[] = SOURCES.flatMap((source) => FINDINGS.map((finding) => ({ source, finding })))
const upToThree: Found[][] = [
  [],
  ...each.map((a) => [a]),
  ...each.flatMap((a) => each.map((b) => [a, b])),
  ...each.flatMap((a) => each.map((b) => [a, b, { source: 'record', finding: 'agrees' } as Found])),
]
const DEPENDENT = ['adult', 'partner-family']

/** The rules once more, from their wording. */
function expected(found: readonly Found[]): string {
  const agreeing = SOURCES.filter((s) => found.some((f) => f.source === s && f.finding === 'agrees'))
  const independent = agreeing.filter((s) => !DEPENDENT.includes(s))
  if (found.some((f) => f.finding === 'contradicts')) return 'differs'
  if (found.some((f) => f.finding === 'partly')) return 'partly'
  if (agreeing.length === 0) return 'unknown'
  if (independent.length === 0) return 'self-report-only'
  return agreeing.length === 1 ? 'one-independent-source' : 'supported'
}

describe('what several sources make of a claim', () => {
  it('follows the fixed rules for every combination of up to three', () => {
    expect(upToThree.filter((found) => claimStatus(found) !== expected(found))).toEqual([])
  })

  it.each([1, 2, 3])('depends neither on order nor on one source saying it twice (seed %i)', (seed) => {
    const next = seeded(seed)
    const mixed = upToThree.map((found) => [found, shuffled([...found, ...found], next)] as const)
    expect(mixed.filter(([found, other]) => claimStatus(found) !== claimStatus(other))).toEqual([])
  })

  it.each<[string, Found[]]>([
    ['unknown', []],
    ['unknown', [{ source: 'record', finding: 'says-nothing' }]],
    ['unknown', [{ source: 'test', finding: 'not-sought' }]],
    ['self-report-only', [{ source: 'adult', finding: 'agrees' }]],
    [
      'self-report-only',
      [
        { source: 'adult', finding: 'agrees' },
        { source: 'partner-family', finding: 'agrees' },
      ],
    ],
    ['one-independent-source', [{ source: 'child', finding: 'agrees' }]],
    [
      'supported',
      [
        { source: 'adult', finding: 'agrees' },
        { source: 'observation', finding: 'agrees' },
      ],
    ],
    [
      'differs',
      [
        { source: 'test', finding: 'agrees' },
        { source: 'record', finding: 'agrees' },
        { source: 'child', finding: 'contradicts' },
      ],
    ],
  ])('is %s', (status, found) => {
    expect(claimStatus(found)).toBe(status)
  })

  it('is never softened by one more source that agrees', () => {
    const softened = upToThree.filter(
      (found) =>
        claimStatus(found) === 'differs' &&
        claimStatus([...found, { source: 'test', finding: 'agrees' }]) !== 'differs',
    )
    expect(softened).toEqual([])
  })
})
