import { describe, expect, it } from 'vitest'
import { claimsOf } from '../../src/domain/claims.ts'
import { conflictsIn } from '../../src/domain/conflicts.ts'
import type { Entry, EntryBasis } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import { valueSchema } from '../../src/domain/value-schema.ts'
import { viewOf } from '../../src/domain/view.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { asDifference, canBeDifference } from '../../src/report/kept-difference.ts'
import { slotInWords } from '../../src/report/slot-words.ts'
import { anEntry, parts, reportOf, sectionOf, TODAY, textOf, WORKER } from './report-builders.ts'

const adult = anEntry({ id: 'e-a', question: 'NET-01', subject: 'p1', value: parts({ label: 'Col', part: 'subject' }) })
const slot = { question: 'CON-09', subject: 'p1' }
const told = (id: string, value: unknown, basis?: EntryBasis, author = WORKER): Entry =>
  anEntry({ id, ...slot, value, author, ...(basis && { basis }) })
const byCol = told('e-1', parts({ status: 'in-treatment' }), { how: 'said', by: 'p1' }, adult.author)
const onRecord = told('e-2', parts({ status: 'left' }), { how: 'record' })

const viewWith = (entries: readonly Entry[]) => viewOf(recordOf([adult, ...entries]), packV1, TODAY, '-')
const question = () => {
  const found = viewWith([]).question('CON-09')
  if (!found) throw new Error('No question')
  return found
}
/** The entries with what keeps their difference, made by the first author. */
function kept(entries: readonly Entry[]): readonly Entry[] {
  let n = entries.length * 10
  const view = viewWith(entries)
  const contents = asDifference(view, slot, view.record.heads(slot), { why: 'Both were sure', newId: () => `n${++n}` })
  const made = contents.map(({ kind, slot: at, value, basis, seen }, i) =>
    anEntry({ id: `made-${i}`, ...at, kind, value, supersedes: [...seen], ...(basis && { basis }) }),
  )
  return [...entries, ...made]
}

describe('answers kept as a difference between sources', () => {
  it('make one claim that differs, with what each source says, and no conflict', () => {
    const view = viewWith(kept([byCol, onRecord]))
    expect(claimsOf(view).map((c) => [c.status, c.findings.map((f) => [f.source, f.finding])])).toEqual([
      [
        'differs',
        [
          ['adult', 'agrees'],
          ['record', 'contradicts'],
        ],
      ],
    ])
    expect(claimsOf(view)[0]?.label).toContain('In treatment')
    expect(conflictsIn(view)).toEqual([])
  })

  it('are entries that the questions of the claim can hold', () => {
    const entries = kept([byCol, onRecord]).filter((e) => e.id.startsWith('made-') && e.kind === 'answer')
    const view = viewWith([])
    for (const { slot: at, value } of entries) {
      const asked = view.question(at.question)
      expect(asked && valueSchema(asked).safeParse(value).success).toBe(true)
    }
    expect(entries).toHaveLength(3)
  })

  it('stay as each author recorded them, with who kept them and why', () => {
    const words = slotInWords(viewWith(kept([byCol, onRecord])), slot)
    expect(words.map((w) => [w.entry.id, w.notes])).toEqual([
      ['e-1', [expect.stringMatching(/^Kept as a difference between sources by Asha Rahman.*because Both were sure$/)]],
      ['e-2', [expect.stringMatching(/Both were sure$/)]],
    ])
  })

  it('stand in the PDF with both originals, who kept them and why', async () => {
    const text = sectionOf(await reportOf([adult, ...kept([byCol, onRecord])]), 'Differences that somebody settled')
    expect(text).toContain('In treatment')
    expect(text).toContain('Tom Hill, drug and alcohol worker, Harbour service')
    expect(text).toContain('Kept as a difference between sources by Asha Rahman')
    expect(textOf(await reportOf([adult, ...kept([byCol, onRecord])]))).not.toContain('cannot be shown')
  })

  it('go on in the same claim when they are kept again with what came in later', () => {
    const third = told('e-3', parts({ status: 'never' }), { how: 'test' })
    const first = kept([byCol, onRecord]).map((e) => (e.id.startsWith('made') ? { ...e, id: `first-${e.id}` } : e))
    const view = viewWith(kept([...first, third]))
    const standing = view.standing(slot.question, slot.subject).map((a) => a.entry.id)
    expect([...standing].sort()).toEqual(['e-1', 'e-2', 'e-3'])
    expect(claimsOf(view).map((c) => c.findings.map((f) => f.source).sort())).toEqual([['adult', 'record', 'test']])
    expect(conflictsIn(view)).toEqual([])
  })
})

describe('whether a difference can be kept', () => {
  const can = (...entries: readonly Entry[]) => {
    const view = viewWith(entries)
    return canBeDifference(view, question(), view.record.heads(slot))
  }

  it('is so for two different answers, whoever says them', () => {
    expect(can(byCol, onRecord)).toBe(true)
    expect(can(byCol, told('e-4', parts({ status: 'in-treatment' }), { how: 'record' }))).toBe(false)
  })

  it('is not so beside a blank alone, a removal, or what cannot be read here', () => {
    expect(can(byCol, told('e-4', { blank: 'not-known' }))).toBe(false)
    expect(can(byCol, onRecord, { ...told('e-4', { why: 'Wrong family' }), kind: 'retract' })).toBe(false)
    expect(can(byCol, onRecord, told('e-4', 7))).toBe(false)
  })

  it('is not so for a private question: the claim would stand open on the screen', () => {
    const view = viewWith([byCol, onRecord])
    expect(canBeDifference(view, { ...question(), private: true }, view.record.heads(slot))).toBe(false)
  })
})
