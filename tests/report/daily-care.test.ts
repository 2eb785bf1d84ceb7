import { describe, expect, it } from 'vitest'
import { capacityOf } from '../../src/domain/capacity.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import type { Figure } from '../../src/report/pdf/blocks.ts'
import { dayLine } from '../../src/report/pictures/day-line.ts'
import { dailyCare } from '../../src/report/sections/daily-care.ts'
import { type AnAssessment, anAssessment } from '../builders/an-assessment.ts'
import { seeded } from '../builders/seeded.ts'
import { textOf } from './report-builders.ts'

const family = () =>
  anAssessment(packV1)
    .answering('START-05', { label: 'Mia', what: 'child' }, { of: 'mia' })
    .answering('NET-01', { label: 'Col', part: 'subject' }, { of: 'col' })
    .answering('NET-01', { label: 'Josephine Featherstonehaugh-Cholmondeley', part: 'carer' }, { of: 'jo' })
const part = (made: AnAssessment, id: string, parts: Record<string, string | string[]>) =>
  made.answering('CAP-14', parts, { of: `mia:${id}` })
const figureOf = (made: AnAssessment): Figure => {
  const view = made.view()
  const [care] = capacityOf(view)
  const figure = care && dayLine(view, care)
  if (!figure) throw new Error('No picture')
  return figure
}
const section = (made: AnAssessment) =>
  textOf({ blocks: dailyCare({ view: made.view() } as Parameters<typeof dailyCare>[0]) } as Parameters<
    typeof textOf
  >[0])
const wordsIn = (figure: Figure) => figure.shapes.flatMap((s) => (s.shape === 'text' ? [s.text] : []))

describe('the picture of a day', () => {
  it('names who is in charge, says who is affected in a word, and tells it all to somebody who does not see it', () => {
    const made = part(family(), 'a', { from: '07:00', to: '12:00', who: ['col'], affected: 'yes' })
    const figure = figureOf(made)
    expect(wordsIn(figure)).toEqual(expect.arrayContaining(['1 Col', 'affected']))
    expect(figure.alt).toBe('A line of 24 hours from 5 in the morning, for Mia. 1: 07:00 to 12:00, Col, all affected.')
  })

  it('says beneath the line what a short part has no room for', () => {
    const made = part(family(), 'a', { from: '07:00', to: '09:00', who: ['jo'], affected: 'no' })
    const said = wordsIn(figureOf(made))
    expect(said).toContain('1')
    expect(said.join(' ')).toContain(
      '1: 07:00 to 09:00, Josephine Featherstonehaugh-Cholmondeley, somebody not affected.',
    )
    expect(section(made)).toContain('Josephine Featherstonehaugh-Cholmondeley')
  })

  it('is not drawn while no part has a time', () => {
    const view = part(family(), 'a', { what: 'A nap' }).view()
    const [care] = capacityOf(view)
    expect(care && dayLine(view, care)).toBeNull()
  })

  it('keeps every word within its own part and within the drawing, whatever the day', () => {
    const next = seeded(7)
    const time = () =>
      `${String(Math.floor(next() * 24)).padStart(2, '0')}:${String(Math.floor(next() * 60)).padStart(2, '0')}`
    for (let n = 0; n < 60; n++) {
      const made = family()
      for (let i = 0; i < 1 + next() * 8; i++) {
        const affected = ['yes', 'no', 'nobody', 'not-known'][Math.floor(next() * 4)] ?? 'no'
        part(made, `p${i}`, { from: time(), ...(next() < 0.8 && { to: time() }), who: ['jo', 'col'], affected })
      }
      const { w, h, shapes } = figureOf(made)
      for (const s of shapes) {
        if (s.shape === 'text' && s.anchor !== 'middle') {
          expect(s.x).toBeGreaterThanOrEqual(0)
          expect(s.x + s.text.length * s.size * 0.5).toBeLessThanOrEqual(w)
          expect(s.y).toBeLessThanOrEqual(h)
        }
        if (s.shape === 'rect') expect(s.x + s.w).toBeLessThanOrEqual(w)
      }
    }
  })
})

describe('the section on daily care', () => {
  it('is left out while nothing of it is recorded', () => {
    expect(section(family())).toBe('')
  })

  it('gives what follows from the record, without a grade', () => {
    const made = part(family(), 'a', { from: '18:00', to: '20:00', what: 'Bath', affected: 'nobody' })
      .answering('CAP-02', { tasks: { feeds: 'not', bedtime: 'mostly' } }, { of: 'col:mia' })
      .answering('CAP-02', { tasks: { feeds: 'sometimes' } }, { of: 'jo:mia' })
      .answering('CAP-04', { what: 'another-adult', who: ['jo'], confirmed: 'no' }, { of: 'col:mia' })
    const words = section(made)
    expect(words).toContain('Tasks nobody reliably does Feeds')
    expect(words).toContain('Times when nobody unaffected is in charge 18:00 to 20:00, Bath, Nobody in charge')
    expect(words).toMatch(/Help that nobody has confirmed Col counts on this: Josephine .*, not confirmed with them/)
    expect(words).not.toMatch(/\b(score|poor|good|safe|risk level)\b/i)
  })

  it('says that nothing that follows is no evidence', () => {
    const made = part(family(), 'a', { from: '18:00', affected: 'no' })
    expect(section(made)).toContain('That is not evidence that all is covered.')
  })
})
