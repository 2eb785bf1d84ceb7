import { describe, expect, it } from 'vitest'
import { type CareFact, capacityOf } from '../../src/domain/capacity.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { type AnAssessment, anAssessment, BO } from '../builders/an-assessment.ts'

const family = () =>
  anAssessment(packV1)
    .answering('START-05', { label: 'Mia', what: 'child' }, { of: 'mia' })
    .answering('NET-01', { label: 'Col', part: 'subject' }, { of: 'col' })
    .answering('NET-01', { label: 'Jo', part: 'carer' }, { of: 'jo' })
const care = (made: AnAssessment) => {
  const [first] = capacityOf(made.view())
  if (!first) throw new Error('No child')
  return first
}
const facts = (made: AnAssessment, kind: CareFact['kind']) => care(made).facts.filter((f) => f.kind === kind)
const doing = (made: AnAssessment, who: string, bedtime: string, how = {}) =>
  made.answering('CAP-02', { tasks: { bedtime } }, { of: `${who}:mia`, ...how })
const tasks = (made: AnAssessment) =>
  facts(made, 'task-nobody').map((f) => [f.kind === 'task-nobody' && f.task, f.because])

describe('the tasks that nobody reliably does', () => {
  it('are those of which every adult is recorded as doing them sometimes or not at all', () => {
    expect(tasks(doing(doing(family(), 'col', 'sometimes'), 'jo', 'not'))).toEqual([
      [
        'bedtime',
        [
          { question: 'CAP-02', subject: 'col:mia' },
          { question: 'CAP-02', subject: 'jo:mia' },
        ],
      ],
    ])
  })

  it.each(['always', 'mostly'])('are not those that anybody does %s', (how) => {
    expect(tasks(doing(doing(family(), 'col', 'not'), 'jo', how))).toEqual([])
  })

  it('are never those of which somebody’s part is not known', () => {
    expect(tasks(doing(family(), 'col', 'not'))).toEqual([])
    expect(tasks(doing(doing(family(), 'col', 'not'), 'jo', 'not-known'))).toEqual([])
    expect(tasks(doing(family(), 'col', 'not').leavingBlank('CAP-02', 'not-asked', { of: 'jo:mia' }))).toEqual([])
  })

  it('are not those where people recorded different things', () => {
    const made = doing(doing(doing(family(), 'col', 'not'), 'jo', 'not'), 'jo', 'mostly', { by: BO, seen: [] })
    expect(tasks(made)).toEqual([])
  })
})

const part = (made: AnAssessment, id: string, parts: Record<string, string | string[]>, how = {}) =>
  made.answering('CAP-14', parts, { of: `mia:${id}`, ...how })
const times = (made: AnAssessment) =>
  facts(made, 'time-nobody').map((f) => f.kind === 'time-nobody' && [f.part.from, f.part.to])

describe('the day of a child', () => {
  it('is told from waking on, with the small hours last and what has no time at the end', () => {
    let made = part(family(), 'night', { from: '02:00', to: '05:00' })
    made = part(made, 'some', { what: 'A nap' })
    made = part(made, 'morning', { from: '07:00', to: '09:00', who: ['jo'], affected: 'no' })
    made = part(made, 'evening', { from: '18:00' })
    expect(care(made).day.map((p) => [p.slot.subject, p.from, p.to, p.who, p.affected])).toEqual([
      ['mia:morning', 420, 540, ['jo'], ['no']],
      ['mia:evening', 1080, undefined, [], []],
      ['mia:night', 120, 300, [], []],
      ['mia:some', undefined, undefined, [], []],
    ])
  })

  it.each(['yes', 'nobody'])('has a time when nobody unaffected is in charge, recorded as %s', (affected) => {
    expect(times(part(family(), 'x', { from: '18:00', to: '20:00', affected }))).toEqual([[1080, 1200]])
  })

  it.each([{ affected: 'no' }, { affected: 'not-known' }, {}])('has none of %j', (parts) => {
    expect(times(part(family(), 'x', { from: '18:00', to: '20:00', ...parts }))).toEqual([])
  })

  it('has none where people recorded different things, and gives no time of which they recorded two', () => {
    const made = part(
      part(family(), 'x', { from: '18:00', affected: 'yes' }),
      'x',
      { from: '19:00', affected: 'no' },
      {
        by: BO,
        seen: [],
      },
    )
    expect(times(made)).toEqual([])
    expect(care(made).day.map((p) => [p.from, p.affected])).toEqual([[undefined, ['yes', 'no']]])
  })
})

describe('who watches over the child, state by state', () => {
  const states = (made: AnAssessment) =>
    facts(made, 'state-nobody').map((f) => f.kind === 'state-nobody' && [f.adult, f.state])
  const watching = (parts: Record<string, string | string[] | Record<string, string>>) =>
    family().answering('CAP-04', parts, { of: 'col:mia' })

  it('is nobody in the states of which that is recorded', () => {
    expect(states(watching({ states: { using: 'another', 'coming-down': 'nobody', without: 'not-known' } }))).toEqual([
      ['col', 'coming-down'],
    ])
  })

  it.each(['nobody', 'child-watches'])('is nobody at times of use when the answer is %s', (what) => {
    expect(states(watching({ what }))).toEqual([['col', 'use']])
  })

  it('is not nobody when it is left open', () => {
    expect(states(family().leavingBlank('CAP-04', 'not-known', { of: 'col:mia' }))).toEqual([])
  })
})

describe('help that nobody confirmed', () => {
  const help = (made: AnAssessment) =>
    facts(made, 'help-unconfirmed').map(
      (f) => f.kind === 'help-unconfirmed' && [f.who, f.words, f.doubts.map((d) => d.kind)],
    )
  const takesOver = (parts: Record<string, string | string[]>) =>
    family().answering('CAP-04', { what: 'another-adult', who: ['jo'], ...parts }, { of: 'col:mia' })

  it('is a hand-over that the other adult has not said yes to, or of which nothing is recorded', () => {
    expect(help(takesOver({}))).toEqual([[['jo'], '', []]])
    expect(help(takesOver({ confirmed: 'no' }))).toEqual([[['jo'], '', ['not-confirmed']]])
    expect(help(takesOver({ confirmed: 'yes' }))).toEqual([])
  })

  it('is also a confirmed one, while something recorded speaks against it', () => {
    const away = takesOver({ confirmed: 'yes' }).answering('NET-03', { tie: 'away' }, { of: 'jo' })
    expect(help(away)).toEqual([[['jo'], '', ['absent']]])
  })

  it('is somebody to ring at night whom nobody spoke with', () => {
    const ring = (confirmed: string) => family().answering('CAP-10', { who: 'His brother', confirmed }, { of: 'col' })
    expect(help(ring('no'))).toEqual([[[], 'His brother', []]])
    expect(help(ring('yes'))).toEqual([])
  })
})
