import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { answerOf, recordOf } from '../../src/domain/record.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'
import { seeded, shuffled } from '../builders/seeded.ts'

const TEA = { choice: 'tea' }
const MILK = { choice: 'milk' }
const slot = { question: 'TOY-01', subject: '-' }
const headIds = (entries: readonly Entry[], at = slot) =>
  recordOf(entries)
    .heads(at)
    .map((h) => h.id)

/** Two people, a difference that was settled, one that was not, a removed thing, a ring and what cannot be shown. */
const busy = anAssessment()
  .answering('TOY-01', TEA)
  .answering('TOY-01', MILK, { by: BO, seen: [] })
  .resolving('TOY-01', MILK, 'Asked again together')
  .answering('TOY-02', TEA)
  .answering('TOY-02', MILK, { by: BO, seen: [] })
  .answering('TOY-02', TEA, { of: 'kim' })
  .retracting('TOY-02', 'Entered for the wrong child', { of: 'kim' })
  .answering('TOY-03', TEA, { seen: ['e9'] })
  .answering('TOY-03', MILK, { seen: ['e8'] })
  .recording('hologram', 'TOY-01', { deep: [1, { '': null }] })
  .recording('answer', 'TOY-02', 'not an answer', { of: 'lee' })
  .entries()
const told = (entries: readonly Entry[]) => {
  const record = recordOf(entries)
  return {
    entries: record.entries,
    heads: ['TOY-01', 'TOY-02', 'TOY-03'].map((q) => record.slotsOf(q).map((s) => [s, record.heads(s)])),
    histories: ['-', 'kim', 'lee'].map((subject) => record.history({ question: 'TOY-02', subject })),
    unshowable: record.unshowable,
  }
}

describe('what stands in a slot', () => {
  it('is nothing before anybody answers', () => {
    expect(headIds([])).toEqual([])
    expect(anAssessment().record().slotsOf('TOY-01')).toEqual([])
  })

  it('is the one answer, and then the edit of whoever saw it', () => {
    const edited = anAssessment().answering('TOY-01', TEA).answering('TOY-01', MILK)
    expect(edited.record().heads(slot)).toEqual([edited.entries()[1]])
    expect(edited.record().history(slot)).toEqual(edited.entries())
  })

  it('is both answers when the second author had not seen the first', () => {
    const both = anAssessment().answering('TOY-01', TEA).answering('TOY-01', MILK, { by: BO, seen: [] })
    expect(headIds(both.entries())).toEqual(['e1', 'e2'])
  })

  it('keeps a colleague’s answer that arrived while an edit was under way', () => {
    const late = anAssessment()
      .answering('TOY-01', TEA)
      .answering('TOY-01', MILK, { by: BO })
      .answering('TOY-01', { choice: 'tea', words: 'Two cups' }, { seen: ['e1'] })
    expect(headIds(late.entries())).toEqual(['e2', 'e3'])
  })

  it('is never superseded from another slot', () => {
    const crossed = anAssessment()
      .answering('TOY-01', TEA, { of: 'kim' })
      .answering('TOY-01', MILK, { of: 'lee', seen: ['e1'] })
    expect(headIds(crossed.entries(), { question: 'TOY-01', subject: 'kim' })).toEqual(['e1'])
  })

  it('is the settled answer, with the originals still readable', () => {
    const settled = anAssessment()
      .answering('TOY-01', TEA)
      .answering('TOY-01', MILK, { by: BO, seen: [] })
      .resolving('TOY-01', MILK, 'Asked again together')
    expect(settled.record().heads(slot).map(answerOf)).toEqual([
      { question: 'TOY-01', subject: '-', value: { parts: MILK }, entry: settled.entries()[2] },
    ])
    expect(settled.record().history(slot)).toEqual(settled.entries())
  })

  it('is two things again when somebody answered without seeing how it was settled', () => {
    const again = anAssessment()
      .answering('TOY-01', TEA)
      .answering('TOY-01', MILK, { by: BO, seen: [] })
      .resolving('TOY-01', MILK, 'Asked again together')
      .answering('TOY-01', TEA, { by: BO, seen: ['e2'] })
    expect(headIds(again.entries())).toEqual(['e3', 'e4'])
  })

  it('is no answer once it was taken out, and what was taken out stays readable', () => {
    const removed = anAssessment().answering('TOY-01', TEA).retracting('TOY-01', 'Not about this family')
    expect(removed.record().heads(slot).map(answerOf)).toEqual([null])
    expect(removed.record().history(slot)).toEqual(removed.entries())
    expect(removed.record().unshowable).toEqual([])
  })

  it('is taken out only as far as it was seen', () => {
    const changed = anAssessment()
      .answering('TOY-01', TEA)
      .answering('TOY-01', MILK, { by: BO })
      .retracting('TOY-01', 'A mistake', { seen: ['e1'] })
    expect(headIds(changed.entries())).toEqual(['e2', 'e3'])
  })
})

describe('entries that supersede one another in a ring', () => {
  const ring = () =>
    anAssessment()
      .answering('TOY-01', TEA, { seen: ['e2'] })
      .answering('TOY-01', MILK, { seen: ['e1'], by: BO })

  it('are all shown', () => {
    expect(headIds(ring().entries())).toEqual(['e1', 'e2'])
  })

  it('are all shown beside an answer that has nothing to do with them', () => {
    expect(headIds(ring().answering('TOY-01', { words: 'Neither' }, { seen: [] }).entries())).toEqual([
      'e1',
      'e2',
      'e3',
    ])
  })

  it('are superseded together by somebody who saw one of them', () => {
    expect(
      headIds(
        ring()
          .answering('TOY-01', { words: 'Settled' }, { seen: ['e1'] })
          .entries(),
      ),
    ).toEqual(['e3'])
  })

  it('may be one entry that names itself', () => {
    const itself = anAssessment()
      .answering('TOY-01', TEA, { seen: ['e1'] })
      .answering('TOY-01', MILK, { seen: [] })
    expect(headIds(itself.entries())).toEqual(['e1', 'e2'])
  })
})

describe('the union of what several devices hold', () => {
  it.each(Array.from({ length: 40 }, (_, seed) => seed))('is the same in any order, with doubles (seed %i)', (seed) => {
    const next = seeded(seed)
    const doubled = [...busy, ...busy.filter(() => next() < 0.5).map((e) => structuredClone(e))]
    expect(told(shuffled(doubled, next))).toEqual(told(busy))
  })

  it.each(Array.from({ length: 20 }, (_, seed) => seed))('is the same when a part comes late (seed %i)', (seed) => {
    const next = seeded(seed)
    const [early, late] = [busy.filter(() => next() < 0.6), busy.filter(() => next() < 0.6)]
    const rest = busy.filter((e) => !early.includes(e) && !late.includes(e))
    const first = recordOf(shuffled(early, next)).entries
    const second = recordOf([...late, ...first]).entries
    expect(told([...rest, ...second])).toEqual(told(busy))
  })

  it.each(['1970-01-01T00:00:00.000Z', '2199-12-31T23:59:59.999Z', 'no clock at all'])(
    'does not look at the clock: %s on everything',
    (recordedAt) => {
      const ids = (entries: readonly Entry[]) => told(entries).heads.map((q) => q.map(([s, h]) => [s, idsOf(h)]))
      expect(ids(busy.map((e) => ({ ...e, recordedAt })))).toEqual(ids(busy))
    },
  )

  it('does not look at the clock: everything the other way round', () => {
    const turned = busy.map((e, i) => ({
      ...e,
      recordedAt: `2026-03-${String(28 - i).padStart(2, '0')}T09:00:00.000Z`,
    }))
    expect(headIds(turned)).toEqual(headIds(busy))
    expect(headIds(turned, { question: 'TOY-02', subject: '-' })).toEqual(['e4', 'e5'])
  })
})
const idsOf = (heads: unknown) => (heads as readonly Entry[]).map((h) => h.id)
