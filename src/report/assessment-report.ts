import { isInventedRecord } from '../domain/invented.ts'
import { labelOf } from '../domain/subjects.ts'
import type { Block, PdfDocument } from './pdf/blocks.ts'
import type { ReportInput } from './report-input.ts'
import { reportWords as words } from './report-words.ts'
import { answers } from './sections/answers.ts'
import { claims } from './sections/claims.ts'
import { consumption } from './sections/consumption.ts'
import { dailyCare } from './sections/daily-care.ts'
import { disagreements } from './sections/disagreements.ts'
import { frontSheet } from './sections/front-sheet.ts'
import { network } from './sections/network.ts'
import { notShown } from './sections/not-shown.ts'
import { openMatters } from './sections/open-matters.ts'
import { plan } from './sections/plan.ts'
import { prompts, promptsLookedAtEarlier } from './sections/prompts.ts'
import { saferSleep } from './sections/safer-sleep.ts'
import { basis } from './sections/sources.ts'
import { unfiledNotes } from './sections/spot-notes.ts'
import { unknowns } from './sections/unknowns.ts'
import { dayOfInstantInWords, recordWords, whenInWords } from './words.ts'

/** The whole assessment as a document: child first, with every account that stands and all that is not known. */
export function assessmentReport(input: ReportInput): PdfDocument {
  const { view, fingerprint, madeAt } = input
  return {
    title: words.documentTitle(dayOfInstantInWords(madeAt)),
    lang: 'en-GB',
    created: madeAt,
    header: headerOf(input),
    footer: words.footer(view.pack.id, recordWords.shortPrint(fingerprint), whenInWords(madeAt)),
    pageLabel: words.page,
    blocks: SECTIONS.flatMap((section) => section(input)),
  }
}

/** In the order in which somebody needs them who has little time. */
const SECTIONS: readonly ((input: ReportInput) => readonly Block[])[] = [
  frontSheet,
  prompts('safety'),
  plan,
  disagreements,
  prompts('contradiction'),
  prompts('optimism'),
  prompts('level'),
  promptsLookedAtEarlier,
  openMatters,
  consumption,
  dailyCare,
  network,
  saferSleep,
  claims,
  unknowns,
  answers,
  unfiledNotes,
  notShown,
  basis,
]

function headerOf({ view }: ReportInput): string {
  const children = view.subjects('child').map((c) => labelOf(view, c.id))
  const named = children.filter(Boolean)
  const header = named.length > 0 ? words.header(named.join(', ')) : words.headerNobody
  return isInventedRecord(view.record) ? words.headerInvented(header) : header
}
