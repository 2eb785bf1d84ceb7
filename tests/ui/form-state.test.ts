import { describe, expect, it } from 'vitest'
import { always } from '../../src/domain/condition.ts'
import type { Part, Question } from '../../src/domain/question.ts'
import { rawOf, readForm } from '../../src/ui/questions/form-state.ts'

const question = (...parts: Part[]): Question => ({
  id: 'TOY-01',
  step: 'TOY',
  text: 'A toy question',
  why: 'For the test',
  per: 'assessment',
  when: always,
  parts,
  blanks: [],
  basis: 'ask',
  topics: [],
  requirements: [],
})
const number: Part = { id: 'n', kind: 'number', min: 0, max: 28 }
const date: Part = { id: 'd', kind: 'date', approximate: true }
const words: Part = { id: 't', kind: 'text' }

describe('reading a form', () => {
  it('keeps the sound parts when one is not', () => {
    expect(readForm(question(number, words), { n: '29', t: 'Three cans' })).toEqual({
      parts: { t: 'Three cans' },
      problems: { n: 'out-of-range' },
    })
  })

  it.each([
    ['4', 4],
    [' 2.0 ', 2],
    ['', undefined],
  ])('reads the number %j', (raw, value) => {
    expect(readForm(question(number), { n: raw })).toEqual({
      parts: value === undefined ? {} : { n: value },
      problems: {},
    })
  })

  it('says that words are no number', () => {
    expect(readForm(question(number), { n: 'a few' })).toEqual({ parts: {}, problems: { n: 'not-a-number' } })
  })

  it.each([
    [{ year: '2026', month: '3', day: '4' }, { on: '2026-03-04' }],
    [{ year: '2026', month: '3', day: '' }, { on: '2026-03' }],
    [
      { year: '2026', month: '', day: '', about: 'yes' },
      { on: '2026', about: true },
    ],
  ])('reads the date %j to the precision given', (raw, value) => {
    expect(readForm(question(date), { d: raw })).toEqual({ parts: { d: value }, problems: {} })
  })

  it.each([
    { year: '2026', month: '2', day: '30' },
    { year: '', month: '3', day: '4' },
    { year: '2026', month: '', day: '4' },
    { year: '26', month: '3', day: '4' },
  ])('refuses %j as a date', (raw) => {
    expect(readForm(question(date), { d: raw })).toEqual({ parts: {}, problems: { d: 'not-a-date' } })
  })

  it('leaves out a part that is not shown', () => {
    const which: Part = { ...words, id: 'which', when: { part: 'choice', is: ['other'] } }
    const choice: Part = {
      id: 'choice',
      kind: 'single',
      options: [
        { id: 'a', label: 'A' },
        { id: 'other', label: 'Other' },
      ],
    }
    expect(readForm(question(choice, which), { choice: 'a', which: 'left over' }).parts).toEqual({ choice: 'a' })
    expect(readForm(question(choice, which), { choice: 'other', which: 'tea' }).parts).toEqual({
      choice: 'other',
      which: 'tea',
    })
  })

  it('gives back what an answer holds', () => {
    const q = question(number, date, words)
    const parts = { n: 3, d: { on: '2026-03' }, t: 'Words' }
    expect(readForm(q, rawOf(q, { parts }))).toEqual({ parts, problems: {} })
  })
})
