import { type Unknown, unknownsOf } from '../../domain/progress.ts'
import type { Step } from '../../domain/question.ts'
import type { RecordView } from '../../domain/view.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block, TableRow } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { aboutOf, questionOf } from '../slot-words.ts'
import { recordWords } from '../words.ts'

/** Everything that is not known, by step: what was left open with its reason, then what nobody has touched. */
export function unknowns({ view, raised }: ReportInput): readonly Block[] {
  const all = unknownsOf(view.pack, view, raised)
  return [
    { kind: 'heading', level: 2, runs: checkedWords.unknowns },
    { kind: 'paragraph', runs: `${checkedWords.unknownCount(all.length)}. ${checkedWords.unknownsLead}` },
    ...leftOpen(
      view,
      all.filter((u) => u.blank !== 'unanswered'),
    ),
    ...untouched(
      view,
      all.filter((u) => u.blank === 'unanswered'),
    ),
  ]
}

function leftOpen(view: RecordView, unknown: readonly Unknown[]): readonly Block[] {
  if (unknown.length === 0) return []
  const rows = view.pack.steps.flatMap((step): TableRow[] => {
    const lines = linesOf(view, step, unknown)
    return lines.length > 0 ? [{ across: step.name }, ...lines.map((l) => [l.question, l.about, l.reason])] : []
  })
  return [
    { kind: 'heading', level: 3, runs: words.leftOpen },
    {
      kind: 'table',
      columns: [{ width: 2.2 }, { width: 1.4 }, { width: 1.4 }],
      head: [words.question, words.aboutWhom, words.reason],
      rows,
      rowHeader: true,
    },
  ]
}

function untouched(view: RecordView, unknown: readonly Unknown[]): readonly Block[] {
  if (unknown.length === 0) return []
  return [
    { kind: 'heading', level: 3, runs: recordWords.blanks.unanswered },
    ...view.pack.steps.flatMap((step): Block[] => {
      const items = linesOf(view, step, unknown).map((l) => (l.about ? `${l.question} (${l.about})` : l.question))
      if (items.length === 0) return []
      return [
        { kind: 'heading', level: 4, runs: step.name },
        { kind: 'list', small: true, items },
      ]
    }),
  ]
}

interface Line {
  question: string
  about: string
  reason: string
}

/** One line for each question and reason, with all whom it is about. */
function linesOf(view: RecordView, step: Step, unknown: readonly Unknown[]): readonly Line[] {
  const lines = new Map<string, { unknown: Unknown; about: string[] }>()
  for (const u of unknown.filter((one) => view.question(one.question)?.step === step.id)) {
    const key = `${u.question}|${reasonOf(u)}`
    const line = lines.get(key) ?? { unknown: u, about: [] }
    const about = aboutOf(view, u)
    if (about && !line.about.includes(about)) line.about.push(about)
    lines.set(key, line)
  }
  return [...lines.values()].map(({ unknown: u, about }) => ({
    question: questionOf(view, u),
    about: together(about),
    reason: reasonOf(u),
  }))
}

const reasonOf = (u: Unknown): string =>
  u.why ? `${recordWords.blanks[u.blank]}: ${u.why}` : recordWords.blanks[u.blank]

/** "Tansy: Alcohol", "Tansy: Crack" and "Dale" as "Tansy: Alcohol, Crack; Dale". */
function together(about: readonly string[]): string {
  const byName = new Map<string, string[]>()
  for (const one of about) {
    const at = one.indexOf(': ')
    const name = at < 0 ? one : one.slice(0, at)
    byName.set(name, [...(byName.get(name) ?? []), ...(at < 0 ? [] : [one.slice(at + 2)])])
  }
  return [...byName].map(([name, rest]) => (rest.length > 0 ? `${name}: ${rest.join(', ')}` : name)).join('; ')
}
