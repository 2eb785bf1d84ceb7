import { beforeAll, describe, expect, it } from 'vitest'
import type { Figure, FigureText } from '../../../src/report/pdf/blocks.ts'
import { crowdedFamily } from '../../builders/crowded-family.ts'
import { largeRecord } from '../../builders/large-record.ts'
import { reportOf } from '../report-builders.ts'
import { type Box, inside, overlapping, textMeasure, textsIn } from './drawn.ts'

let placeOf: (t: FigureText) => Box
let figures: readonly (readonly [string, Figure])[]
beforeAll(async () => {
  placeOf = await textMeasure()
  const records = [
    ['a crowded family', crowdedFamily(), 'c1'],
    ['the largest record', largeRecord(), 'contact-2'],
  ] as const
  const found = await Promise.all(
    records.map(async ([name, entries, contact]) => {
      const report = await reportOf(entries, { contact })
      return report.blocks.flatMap((b) => (b.kind === 'figure' ? [[`${name}: ${b.alt.slice(0, 40)}`, b] as const] : []))
    }),
  )
  figures = found.flat()
})

describe('every picture of the report, with twelve people, names of forty letters and eight substances', () => {
  it('is among those looked at: both maps, the time line, the day, and the strips of both adults', () => {
    const kinds = ['A map of', 'The home', 'A time line', 'A line of 24 hours', 'Use over time']
    expect(kinds.filter((kind) => !figures.some(([name]) => name.includes(`crowded family: ${kind}`)))).toEqual([])
  })

  it('cuts no text with an ellipsis', () => {
    expect(figures.flatMap(([name, f]) => cutIn(f).map((text) => [name, text]))).toEqual([])
  })

  it('lays no text over another', () => {
    expect(
      figures.flatMap(([name, f]) =>
        overlapping(textsIn(f), placeOf).map(([a, b]) => [name, `${a.text} over ${b.text}`]),
      ),
    ).toEqual([])
  })

  it('has every text within the drawing', () => {
    expect(figures.flatMap(([name, f]) => outsideOf(f).map((text) => [name, text]))).toEqual([])
  })
})

const cutIn = (figure: Figure): readonly string[] =>
  textsIn(figure).flatMap(({ text }) => (/…|\.\.\./u.test(text) ? [text] : []))
const outsideOf = (figure: Figure): readonly string[] => {
  const page = { x: 0, y: 0, w: figure.w, h: figure.h }
  return textsIn(figure).flatMap((t) => (inside(placeOf(t), page) ? [] : [t.text]))
}
