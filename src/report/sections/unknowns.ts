import { type Unknown, unknownsOf } from '../../domain/progress.ts'
import type { Step } from '../../domain/question.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block, TableRow } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { aboutOf, questionOf } from '../slot-words.ts'
import { recordWords } from '../words.ts'

/** Everything that is not known, by step. What was left open for a reason comes before what nobody has touched. */
export function unknowns(input: ReportInput): readonly Block[] {
  const { view, raised } = input
  const all = unknownsOf(view.pack, view, raised)
  const rows = view.pack.steps.flatMap((step) => rowsOf(input, step, all))
  return [
    { kind: 'heading', level: 2, runs: checkedWords.unknowns },
    { kind: 'paragraph', runs: `${checkedWords.unknownCount(all.length)}. ${checkedWords.unknownsLead}` },
    ...(rows.length > 0 ? [table(rows)] : []),
  ]
}

const table = (rows: readonly TableRow[]): Block => ({
  kind: 'table',
  columns: [{ width: 2.2 }, { width: 1.4 }, { width: 1.2 }],
  head: [words.question, words.aboutWhom, words.reason],
  rows,
  rowHeader: true,
})

function rowsOf({ view }: ReportInput, step: Step, all: readonly Unknown[]): TableRow[] {
  const here = all.filter((u) => view.question(u.question)?.step === step.id)
  if (here.length === 0) return []
  const lines = new Map<string, { question: string; reason: string; touched: boolean; about: string[] }>()
  for (const u of here) {
    const reason = u.why ? `${recordWords.blanks[u.blank]}: ${u.why}` : recordWords.blanks[u.blank]
    const key = `${u.question}|${reason}`
    const line = lines.get(key) ?? {
      question: questionOf(view, u),
      reason,
      touched: u.blank !== 'unanswered',
      about: [],
    }
    const about = aboutOf(view, u)
    if (about && !line.about.includes(about)) line.about.push(about)
    lines.set(key, line)
  }
  const sorted = [...lines.values()].sort((a, b) => Number(b.touched) - Number(a.touched))
  return [{ across: step.name }, ...sorted.map((l) => [l.question, l.about.join('\n'), l.reason])]
}
