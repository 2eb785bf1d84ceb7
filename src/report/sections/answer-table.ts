import type { Slot } from '../../domain/entry.ts'
import type { RecordView } from '../../domain/view.ts'
import type { Block, Inline, Runs, TableRow } from '../pdf/blocks.ts'
import { reportWords as words } from '../report-words.ts'
import { type AnswerWords, aboutOf, byInWords, questionOf, replacedInWords, slotInWords } from '../slot-words.ts'
import { dayOfInstantInWords, recordWords, timeInWords } from '../words.ts'

export interface RowSlot {
  slot: Slot
  /** Which of several things of one collection it is, such as "Sign 2". */
  thing?: string
  notAskedNow?: boolean
}

/**
 * Answers with who recorded each and how it is known, grouped by whom they are about. The person and day that recorded most
 * is named once above the table, unless `everyAuthor`.
 */
export function answerTable(
  view: RecordView,
  slots: readonly RowSlot[],
  { everyAuthor = false }: { everyAuthor?: boolean } = {},
): readonly Block[] {
  if (slots.length === 0) return []
  const most = everyAuthor ? undefined : mostOf(slots.flatMap(({ slot }) => slotInWords(view, slot)))
  const groups = new Map<string, RowSlot[]>()
  for (const row of slots) {
    const about = aboutOf(view, row.slot) || words.wholeAssessment
    groups.set(about, [...(groups.get(about) ?? []), row])
  }
  const rows = [...groups].flatMap(([about, here]): TableRow[] => [
    ...(groups.size > 1 || about !== words.wholeAssessment ? [{ across: about }] : []),
    ...here.flatMap((row) => rowsOf(view, row, most)),
  ])
  return [
    ...(most ? [{ kind: 'paragraph' as const, small: true, muted: true, runs: words.mostBy(most.who, most.day) }] : []),
    {
      kind: 'table',
      columns: [{ width: 2 }, { width: 2.6 }, { width: 1.7 }],
      head: [words.question, words.recorded, words.known],
      rows,
      rowHeader: true,
    },
  ]
}

/** One row for each thing that stands: where people disagree, all of them. */
function rowsOf(view: RecordView, { slot, thing, notAskedNow }: RowSlot, most: Recorder | undefined): Runs[][] {
  const heads = slotInWords(view, slot)
  return heads.map((answer, i) => {
    const title: Inline[] = [questionOf(view, slot), ...(thing ? [`\n${thing}`] : [])]
    const notes: Inline[] = [
      ...(heads.length > 1 ? [`${words.oneOf(i + 1, heads.length)}\n`] : []),
      ...(notAskedNow ? [`${words.notAskedNow}\n`] : []),
    ].map((text) => ({ text, italic: true }))
    const after: Inline[] = [
      ...replacedInWords(view, answer.entry).map((r) => words.before(r.lines.join('; '), r.by)),
      ...answer.notes,
    ].map((text) => ({ text: `\n${text}`, italic: true }))
    return [title, [...notes, answer.lines.join('\n'), ...after], knownIn(answer, heads.length > 1 ? undefined : most)]
  })
}

function knownIn(answer: AnswerWords, most: Recorder | undefined): string {
  const how = capitalised(answer.how || recordWords.basisOpen)
  const { who, day } = recorderOf(answer)
  const by = most?.who === who && most.day === day ? timeInWords(answer.entry.recordedAt) : byInWords(answer.entry)
  return `${how}\n${by}`
}

interface Recorder {
  who: string
  day: string
}

const recorderOf = ({ entry: { author, recordedAt } }: AnswerWords): Recorder => ({
  who: words.person(author.name, author.role, author.agency),
  day: dayOfInstantInWords(recordedAt),
})

/** Who recorded most of these answers on one day. */
function mostOf(answers: readonly AnswerWords[]): Recorder | undefined {
  const counts = new Map<string, { recorder: Recorder; n: number }>()
  for (const answer of answers) {
    const recorder = recorderOf(answer)
    const key = `${recorder.who}|${recorder.day}`
    counts.set(key, { recorder, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.recorder
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
