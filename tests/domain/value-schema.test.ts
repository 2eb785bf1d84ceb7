import { describe, expect, it } from 'vitest'
import type { Part } from '../../src/domain/question.ts'
import { partSchema, valueSchema } from '../../src/domain/value-schema.ts'
import { aQuestion } from '../builders/toy-guidance.ts'

const option = (id: string, exclusive = false) => ({ id, label: id, ...(exclusive && { exclusive: true as const }) })
const options = [option('tea'), option('milk'), option('none', true)]
const takes = (part: Part, value: unknown) => partSchema(part).safeParse(value).success

const single: Part = { id: 'p', kind: 'single', options }
const multi: Part = { id: 'p', kind: 'multi', options }
const whole: Part = { id: 'p', kind: 'number', min: 0, max: 28 }
const half: Part = { id: 'p', kind: 'number', min: 0, max: 100, decimals: 1 }
const fine: Part = { id: 'p', kind: 'number', min: -1, max: 1, decimals: 2 }
const date: Part = { id: 'p', kind: 'date', approximate: true }
const time: Part = { id: 'p', kind: 'time' }
const short: Part = { id: 'p', kind: 'text' }
const long: Part = { id: 'p', kind: 'text', long: true }
const verbatim: Part = { id: 'p', kind: 'verbatim' }
const grid: Part = { id: 'p', kind: 'grid', rows: [option('mon'), option('tue')], cells: [option('yes'), option('no')] }
const people: Part = { id: 'p', kind: 'people', of: 'person', many: true }
const contact: Part = { id: 'p', kind: 'contact' }
const drinks: Part = { id: 'p', kind: 'drinks' }
const of = (n: number) => 'x'.repeat(n)

describe('one part of an answer', () => {
  it.each<[Part, unknown]>([
    [single, 'tea'],
    [multi, []],
    [multi, ['tea', 'milk']],
    [multi, ['none']],
    [drinks, [{ what: 'Can' }]],
    [drinks, [{ ml: 568, strength: 4.5, count: 2 }, { what: 'Whisky' }]],
    [whole, 0],
    [whole, 28],
    [half, 0.1],
    [half, 35.7],
    [half, 100],
    [fine, -0.29],
    [fine, 0.57],
    [date, { on: '2026' }],
    [date, { on: '2026-02', about: true }],
    [date, { on: '2024-02-29' }],
    [time, '00:00'],
    [time, '23:59'],
    [short, ''],
    [short, of(300)],
    [long, of(20_000)],
    [verbatim, of(20_000)],
    [grid, {}],
    [grid, { mon: 'yes' }],
    [people, ['ann', 'the grandmother']],
    [contact, {}],
    [contact, { name: 'Jo', role: 'Health visitor', phone: '01', email: 'j@x' }],
  ])('takes in %j the value %j', (part, value) => {
    expect(takes(part, value)).toBe(true)
  })

  it.each<[Part, unknown]>([
    [drinks, []],
    [drinks, [{}]],
    [drinks, [{ ml: 0 }]],
    [drinks, [{ ml: 330.5 }]],
    [drinks, [{ strength: 4.55 }]],
    [drinks, [{ strength: 101 }]],
    [drinks, [{ count: 0.5 }]],
    [drinks, [{ what: '' }]],
    [drinks, [{ grams: 8 }]],
    [single, 'coffee'],
    [single, ['tea']],
    [single, ''],
    [multi, 'tea'],
    [multi, ['coffee']],
    [multi, ['none', 'tea']],
    [multi, ['tea', 'none']],
    [whole, -1],
    [whole, 29],
    [whole, 0.5],
    [whole, '4'],
    [whole, Number.NaN],
    [half, 0.15],
    [fine, 0.005],
    [date, '2026-02-03'],
    [date, { on: '2026-02-30' }],
    [date, { on: '' }],
    [date, { on: '2026', about: false }],
    [date, { on: '2026', at: 'noon' }],
    [time, '24:00'],
    [time, '9:00'],
    [time, '09:60'],
    [short, of(301)],
    [short, 4],
    [long, of(20_001)],
    [verbatim, of(20_001)],
    [grid, { wed: 'yes' }],
    [grid, { mon: 'perhaps' }],
    [people, ['']],
    [people, 'ann'],
    [contact, { name: 4 }],
    [contact, { fax: '01' }],
  ])('refuses in %j the value %j', (part, value) => {
    expect(takes(part, value)).toBe(false)
  })
})

describe('one answer', () => {
  const schema = valueSchema(aQuestion('TOY-01', { parts: [single, { ...whole, id: 'cups' }] }))
  it.each<[unknown, boolean]>([
    [{ parts: {} }, true],
    [{ parts: { p: 'tea' } }, true],
    [{ parts: { p: 'tea', cups: 2 } }, true],
    [{ blank: 'not-known' }, true],
    [{ blank: 'asked-none', why: 'Said so' }, true],
    [{ parts: { p: 'tea', gone: 1 } }, false],
    [{ parts: { cups: 99 } }, false],
    [{ blank: 'unknown' }, false],
    [{ blank: 'not-known', parts: {} }, false],
    [{}, false],
    [null, false],
  ])('%j is taken: %s', (value, taken) => {
    expect(schema.safeParse(value).success).toBe(taken)
  })
})
