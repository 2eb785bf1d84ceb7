import { describe, expect, it } from 'vitest'
import { conflictsIn, settledIn } from '../../src/domain/conflicts.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { type AnAssessment, anAssessment, BO, RUTH, TODAY } from '../builders/an-assessment.ts'
import { seeded, shuffled } from '../builders/seeded.ts'
import { toyGuidance } from '../builders/toy-guidance.ts'

const TEA = { choice: 'tea' }
const MILK = { choice: 'milk' }
const slot = { question: 'TOY-01', subject: '-' }
const LATE = { ...BO, id: 'kim', name: 'Kim' }

const disputed = () =>
  anAssessment().answering('TOY-01', TEA, { by: RUTH }).answering('TOY-01', MILK, { by: BO, seen: [] })
const bothKept = [
  { entry: 'e1', answer: { parts: TEA } },
  { entry: 'e2', answer: { parts: MILK } },
]
const keeping = (made: AnAssessment, how: Parameters<AnAssessment['recording']>[3] = { seen: ['e1', 'e2'] }) =>
  made.recording('resolve', 'TOY-01', { kept: bothKept, claim: 'k1', why: 'Two sources' }, how)
const slots = (made: AnAssessment) => conflictsIn(made.view()).map((c) => c.slot)
const standing = (made: AnAssessment) =>
  made
    .view()
    .standing('TOY-01', '-')
    .map((a) => [a.entry.author.id, a.value])

describe('answers on which people differ', () => {
  it('are each told with their step', () => {
    const made = disputed().answering('TOY-02', TEA)
    expect(conflictsIn(made.view())).toEqual([{ slot, step: 'TOY' }])
    expect(conflictsIn(anAssessment().answering('TOY-01', TEA).view())).toEqual([])
  })

  it('are told though nobody would be asked any more', () => {
    const about = anAssessment()
      .answering('TOY-01', TEA, { of: 'nobody' })
      .answering('TOY-01', MILK, { of: 'nobody', seen: [] })
    expect(slots(about)).toEqual([{ question: 'TOY-01', subject: 'nobody' }])
  })
})

describe('a difference that was settled', () => {
  it('by a choice is one answer, with the others in the history', () => {
    const chosen = disputed().resolving('TOY-01', MILK, 'Asked again')
    expect([slots(chosen), settledIn(chosen.view())]).toEqual([[], [slot]])
    expect(standing(chosen)).toEqual([['ruth', { parts: MILK }]])
    expect(chosen.record().history(slot)).toHaveLength(3)
  })

  it('by taking it out is settled too', () => {
    expect(settledIn(disputed().retracting('TOY-01', 'Wrong family').view())).toEqual([slot])
    expect(settledIn(anAssessment().answering('TOY-01', TEA).retracting('TOY-01', 'A slip').view())).toEqual([])
  })

  it('by keeping both is no conflict, and both still count, each as its author recorded it', () => {
    const kept = keeping(disputed())
    expect([slots(kept), settledIn(kept.view())]).toEqual([[], [slot]])
    expect(standing(kept)).toEqual([
      ['ruth', { parts: TEA }],
      ['bo', { parts: MILK }],
    ])
    expect(kept.record().unshowable).toEqual([])
  })

  it('is open again by an answer that nobody had seen who settled it', () => {
    for (const made of [disputed().resolving('TOY-01', MILK, 'So'), keeping(disputed())]) {
      const late = made.answering('TOY-01', { words: 'Neither' }, { by: LATE, seen: ['e2'] })
      expect(slots(late)).toEqual([slot])
      expect(standing(late)).toContainEqual(['kim', { parts: { words: 'Neither' } }])
    }
  })

  it('in two ways by two people shows both ways, and no answer twice', () => {
    const twice = keeping(keeping(disputed()), { seen: ['e1', 'e2'], by: BO })
    expect(slots(twice)).toEqual([slot])
    expect(standing(twice)).toEqual([
      ['ruth', { parts: TEA }],
      ['bo', { parts: MILK }],
    ])
    const differently = keeping(disputed().resolving('TOY-01', MILK, 'So'), { seen: ['e1', 'e2'], by: BO })
    expect(differently.record().heads(slot)).toHaveLength(2)
    expect(slots(differently)).toEqual([slot])
  })

  it('gives way to a later answer that saw it', () => {
    const later = keeping(disputed()).answering('TOY-01', { words: 'Asked again' })
    expect(standing(later)).toEqual([['ruth', { parts: { words: 'Asked again' } }]])
    expect(settledIn(later.view())).toEqual([])
  })
})

describe('the order in which entries arrive', () => {
  const whole = keeping(disputed().resolving('TOY-01', MILK, 'So'), { seen: ['e1', 'e2'], by: BO }).entries()
  const seenOf = (entries: readonly Entry[]) => {
    const view = viewOf(recordOf(entries), toyGuidance, TODAY, 'c1')
    return { conflicts: conflictsIn(view), heads: view.record.heads(slot), standing: view.standing('TOY-01', '-') }
  }

  it('changes nothing, nor does an entry that comes twice', () => {
    for (let seed = 1; seed <= 20; seed++) {
      expect(seenOf(shuffled([...whole, ...whole.slice(0, 2)], seeded(seed)))).toEqual(seenOf(whole))
    }
  })

  it('hides no kept answer whose own entry has not come yet', () => {
    const early = keeping(disputed())
      .entries()
      .filter((e) => e.id !== 'e2')
    expect(seenOf(early).standing.map((a) => a.value)).toEqual([{ parts: TEA }, { parts: MILK }])
  })
})

it('is kept and called not showable where what was kept cannot be read', () => {
  const broken = disputed().recording('resolve', 'TOY-01', { kept: [{ entry: 'e1', answer: 7 }], why: 'x' })
  expect(broken.record().unshowable.map((e) => e.id)).toEqual(['e3'])
})
