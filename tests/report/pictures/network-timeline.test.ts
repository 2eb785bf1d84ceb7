import { describe, expect, it } from 'vitest'
import { networkTimeline } from '../../../src/report/pictures/network-timeline.ts'
import { aFamily } from '../../builders/a-family.ts'
import { wordsIn } from './drawn.ts'

const family = () =>
  aFamily().contact('c1', '2026-01-10').contact('c2', '2026-02-10').person('jo', 'Jo', {}, { contact: 'c1' })
const drawn = (made: ReturnType<typeof aFamily>) => networkTimeline(made.view('c2'))
const bars = (made: ReturnType<typeof aFamily>) =>
  drawn(made)?.shapes.flatMap((s) => (s.shape === 'poly' && s.closed && s.points.length === 6 ? [s.points] : [])) ?? []

describe('a time line of the household', () => {
  it('is not drawn where nothing has a date and nothing changed', () => {
    expect(drawn(family())).toBeUndefined()
  })

  it('has a bar from when to when somebody is said to have been here, with an open end where there is no date', () => {
    const [row] = bars(family().home('jo', 'used-to-live', { from: { on: '2024' }, to: { on: '2025-03' } }))
    const [open] = bars(family().home('jo', 'lives', { from: { on: '2024' } }))
    const dented = (points: typeof row) => points && points[2]?.[0] !== points[1]?.[0]
    expect([dented(row), dented(open)]).toEqual([false, true])
  })

  it('has a bar for each account where people recorded different dates', () => {
    const made = family()
      .home('jo', 'lives', { from: { on: '2024' } }, { seen: [] })
      .home('jo', 'lives', { from: { on: '2025' } }, { seen: [] })
    // One more stands in the key.
    expect(bars(made)).toHaveLength(3)
  })

  it('has a row for somebody who is told of in words alone', () => {
    const made = family().says('NET-10', 'x1', { person: 'A cousin', change: 'moved-in', on: { on: '2025-11' } })
    expect(wordsIn(drawn(made) ?? { kind: 'figure', w: 0, h: 0, shapes: [], alt: '' })).toContain('A cousin')
  })
})
