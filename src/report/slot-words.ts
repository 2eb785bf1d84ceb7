import type { Entry, Slot } from '../domain/entry.ts'
import { readCorrection } from '../domain/entry-kinds.ts'
import { answerOf, answersOf, type ChosenValue, keptBothIn, type RetractValue } from '../domain/record.ts'
import { WHOLE } from '../domain/subjects.ts'
import { parentOf, type RecordView } from '../domain/view.ts'
import { answerInWords } from './answer-words.ts'
import { subjectIdInWords } from './subject-words.ts'
import { dayInWords, whenInWords, recordWords as words } from './words.ts'

/** One recorded answer in words: what, how it is known, by whom and when. */
export interface AnswerWords {
  lines: readonly string[]
  how: string
  by: string
  entry: Entry
  /** Corrections, and why an answer was chosen between several. */
  notes: readonly string[]
}

export const questionOf = (view: RecordView, slot: Slot): string => view.question(slot.question)?.text ?? slot.question

/** What a slot is about; empty where it is about the assessment or the contact that is open. */
export const aboutOf = (view: RecordView, slot: Slot): string => {
  if (slot.subject === WHOLE || slot.subject === view.contact) return ''
  const contact = view.contacts.find((c) => c.id === slot.subject)
  if (contact) return words.contact(dayInWords(contact.value.startedOn))
  return subjectIdInWords(view, slot.subject) || subjectIdInWords(view, parentOf(slot.subject))
}

/** Everything that stands in one slot; several where people recorded different things, also where these were kept. */
export const slotInWords = (view: RecordView, slot: Slot): readonly AnswerWords[] =>
  view.record.heads(slot).flatMap((head) => keptInWords(view, head) ?? [headInWords(view, head)])

/** Answers that were kept beside one another, each as it was recorded, with who kept them and why. */
function keptInWords(view: RecordView, head: Entry): readonly AnswerWords[] | undefined {
  if (!keptBothIn(head)) return undefined
  const answers = answersOf(head, view.record.history(head.slot))
  // An answer that is known by its copy alone cannot say who recorded it.
  if (answers.some((a) => a.entry === head)) return undefined
  return answers.map(({ entry }) => {
    const words = headInWords(view, entry)
    return { ...words, notes: [...words.notes, ...resolution(head)] }
  })
}

export function headInWords(view: RecordView, head: Entry): AnswerWords {
  return {
    lines: linesOf(view, head),
    how: head.basis ? howOf(view, head.basis) : '',
    by: byInWords(head),
    entry: head,
    notes: [...resolution(head), ...corrections(view, head)],
  }
}

/** Who recorded an entry, and when. */
export const byInWords = ({ author: { name, role, agency }, recordedAt }: Entry): string =>
  words.recordedBy(name, role, agency, whenInWords(recordedAt))

/**
 * What stood before: all that was removed, or that one answer was chosen from; else what an earlier contact recorded. An
 * edit within one contact is no change to tell of.
 */
export function replacedInWords(view: RecordView, head: Entry): readonly AnswerWords[] {
  const all = view.record.history(head.slot)
  const seen = new Set([head.id])
  const before = (entry: Entry): Entry[] =>
    all
      .filter((e) => entry.supersedes.includes(e.id) && !seen.has(e.id))
      .flatMap((e) => {
        seen.add(e.id)
        return head.kind !== 'answer' || e.contact !== head.contact ? [e] : before(e)
      })
  return before(head).map((e) => headInWords(view, e))
}

function linesOf(view: RecordView, head: Entry): string[] {
  if (head.kind === 'retract') return [words.removed((head.value as RetractValue | null)?.why ?? '')]
  const question = view.question(head.slot.question)
  const answers = answersOf(head, view.record.history(head.slot))
  if (answers.length === 0 || !question) return [words.cannotShow]
  const said = answers.map((a) => answerInWords(question, a.value, view, head.slot.subject))
  if (answerOf(head)) return said.flat()
  return answers.map(({ entry }, i) => {
    const lines = (said[i] ?? []).join('; ')
    return entry === head ? lines : `${lines} (${byInWords(entry)})`
  })
}

const howOf = (view: RecordView, basis: NonNullable<Entry['basis']>): string => {
  const by = basis.by ? subjectIdInWords(view, basis.by) || basis.by : ''
  return by ? `${words.basesReported[basis.how]}: ${by}` : words.basesReported[basis.how]
}

function resolution(head: Entry): string[] {
  if (head.kind !== 'resolve') return []
  const kept = keptBothIn(head)
  if (kept) return [words.keptBecause(kept.why, byInWords(head))]
  return [words.chosenBecause((head.value as Partial<ChosenValue> | null)?.why ?? '', byInWords(head))]
}

const corrections = (view: RecordView, head: Entry): string[] =>
  view.record
    .history(head.slot)
    .filter((e) => e.kind === 'correction')
    .flatMap((e) => {
      const given = readCorrection(e.value)
      return given ? [words.corrected(given.words, given.why, byInWords(e))] : []
    })
