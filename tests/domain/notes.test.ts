import { describe, expect, it } from 'vitest'
import { notesOf } from '../../src/domain/notes.ts'
import { anAssessment, BO, type How } from '../builders/an-assessment.ts'

const smoke = { sense: 'smelled', words: 'Smoke in the stairwell' }
const filed = (step: string) => ({ ...smoke, step })
const noting = (...filings: readonly (How & { step?: string; value?: unknown })[]) =>
  filings.reduce(
    (made, { step, value, ...how }) =>
      made.recording('note', 'NOTE', value ?? (step ? filed(step) : smoke), { of: 'n1', seen: [], ...how }),
    anAssessment(),
  )
const shown = (made: ReturnType<typeof noting>) => notesOf(made.record()).map((n) => [n.entry.id, n.value])

describe('quick observations', () => {
  it('stand as they were written until they are filed', () => {
    expect(shown(noting({}))).toEqual([['e1', smoke]])
    expect(shown(noting({}, { step: 'SLP', seen: ['e1'] }))).toEqual([['e2', filed('SLP')]])
  })

  it('both stay when two people file one at the same time', () => {
    const twice = noting({}, { step: 'SLP', seen: ['e1'] }, { step: 'SAF', seen: ['e1'], by: BO })
    expect(shown(twice)).toEqual([
      ['e2', filed('SLP')],
      ['e3', filed('SAF')],
    ])
  })

  it('are not lost when they name one another', () => {
    expect(shown(noting({ seen: ['e2'] }, { step: 'SLP', seen: ['e1'] })).map(([id]) => id)).toEqual(['e1', 'e2'])
  })

  it('are not hidden by a filing that cannot be read', () => {
    expect(shown(noting({}, { value: 'Smoke', seen: ['e1'] }))).toEqual([['e1', smoke]])
  })

  it('are only those of the notes', () => {
    expect(notesOf(anAssessment().recording('note', 'TOY-01', smoke).record())).toEqual([])
  })
})
