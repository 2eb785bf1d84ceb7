import type { Answer } from '../domain/answer.ts'
import { auditBand, auditTotal, type Points, pointsOf } from '../domain/audit.ts'
import { isPregnant } from '../domain/pregnant.ts'
import type { RecordView } from '../domain/view.ts'
import { consumptionWords as words } from './consumption-words.ts'
import { byInWords } from './slot-words.ts'

const SHORT = 'CON-17'
const LONG = 'CON-18'

/** What the answers to the alcohol questionnaire come to, as facts with their source; empty where nobody answered. */
export function auditLines(view: RecordView, adult: string): readonly string[] {
  const short = view.answersFor(SHORT, adult)
  const long = view.answersFor(LONG, adult)
  const [first, second] = short
  if (!first) return []
  if (second || long.length > 1) return [words.auditDiffers, ...meaning(view, adult)]
  const points = scored(view, SHORT, first)
  const rest = long[0]
  const by = words.auditSource(byInWords(first.entry))
  const lines = [
    points === 'not-complete' ? words.auditCOpen : `${words.auditC(points.points, points.of)} ${by}`,
    ...(rest ? [longLine(auditTotal(points, scored(view, LONG, rest)), rest)] : []),
  ]
  return [...lines, ...meaning(view, adult)]
}

function longLine(total: Points, rest: Answer): string {
  if (total === 'not-complete') return words.auditOpen
  const by = words.auditSource(byInWords(rest.entry))
  return `${words.audit(total.points, total.of, auditBand(total.points))} ${by}`
}

function scored(view: RecordView, id: string, answer: Answer): Points {
  const question = view.question(id)
  return question ? pointsOf(question, answer) : 'not-complete'
}

const meaning = (view: RecordView, adult: string): string[] => [
  words.auditMeaning,
  ...(isPregnant(view, adult) ? [words.auditInPregnancy] : []),
]
