import type { Slot } from '../../domain/entry.ts'
import { parentOf, type RecordView } from '../../domain/view.ts'
import type { Block, Inline, Runs, TableRow } from '../pdf/blocks.ts'
import { reportWords as words } from '../report-words.ts'
import { type AnswerWords, aboutOf, questionOf, replacedInWords, slotInWords } from '../slot-words.ts'
import { recordWords } from '../words.ts'
import { knownIn, mostOf, type Recorder, sameHand } from './recorder.ts'

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
  const groups = new Map<string, RowSlot[]>([[words.wholeAssessment, []]])
  for (const row of slots) {
    const about = aboutOf(view, row.slot) || words.wholeAssessment
    groups.set(about, [...(groups.get(about) ?? []), row])
  }
  if (groups.get(words.wholeAssessment)?.length === 0) groups.delete(words.wholeAssessment)
  const rows = [...groups].flatMap(([about, here]): TableRow[] => [
    ...(groups.size > 1 || about !== words.wholeAssessment ? [{ across: about }] : []),
    ...rowsOf(view, here, most),
  ])
  const table: Block = {
    kind: 'table',
    columns: [{ width: 2 }, { width: 2.6 }, { width: 1.7 }],
    head: [words.question, words.recorded, words.known],
    rows,
    rowHeader: true,
  }
  if (!most) return [table]
  return [{ kind: 'paragraph', small: true, muted: true, leadsIn: true, runs: words.mostBy(most.who, most.day) }, table]
}

interface PlacedAnswer extends RowSlot {
  answer: AnswerWords
  /** Which of several answers to the same, from 1, and how many there are. */
  nth: number
  of: number
}

/** A row for each answer that stands: where people disagree, all of them. Plain things of one list share a row. */
function rowsOf(view: RecordView, slots: readonly RowSlot[], most: Recorder | undefined): Runs[][] {
  const placed = slots.flatMap((row) => {
    const all = slotInWords(view, row.slot)
    return all.map((answer, i): PlacedAnswer => ({ ...row, answer, nth: i + 1, of: all.length }))
  })
  const clusters: PlacedAnswer[][] = []
  for (const one of placed) {
    const last = clusters.at(-1)
    if (last?.[0] && mayShare(view, last[0], one)) last.push(one)
    else clusters.push([one])
  }
  return clusters.map((cluster) => rowOf(view, cluster, most))
}

const mayShare = (view: RecordView, a: PlacedAnswer, b: PlacedAnswer): boolean =>
  isPlainThing(view, a) &&
  isPlainThing(view, b) &&
  a.slot.question === b.slot.question &&
  parentOf(a.slot.subject) === parentOf(b.slot.subject) &&
  a.notAskedNow === b.notAskedNow &&
  sameHand(a.answer, b.answer)

const isPlainThing = (view: RecordView, { thing, of, answer }: PlacedAnswer): boolean =>
  thing !== undefined && of === 1 && answer.notes.length === 0 && replacedInWords(view, answer.entry).length === 0

function rowOf(view: RecordView, cluster: readonly PlacedAnswer[], most: Recorder | undefined): Runs[] {
  const [first] = cluster
  if (!first) return []
  const alone = cluster.length === 1
  const title: Inline[] = [questionOf(view, first.slot), ...(alone && first.thing ? [`\n${first.thing}`] : [])]
  const remarks = [
    ...(first.of > 1 ? [words.oneOf(first.nth, first.of)] : []),
    ...(first.notAskedNow ? [words.notAskedNow] : []),
  ].map((text) => ({ text: `${text}\n`, italic: true }))
  const said = alone
    ? first.answer.lines.join('\n')
    : cluster.map(({ thing, answer }) => `${thing}. ${answer.lines.join('; ')}`).join('\n')
  const after = [
    ...replacedInWords(view, first.answer.entry).map((r) => recordWords.before(r.lines.join('; '), r.by)),
    ...first.answer.notes,
  ].map((text) => ({ text: `\n${text}`, italic: true }))
  const known = knownIn(
    cluster.map((c) => c.answer),
    first.of > 1 ? undefined : most,
  )
  return [title, [...remarks, said, ...after], known]
}
