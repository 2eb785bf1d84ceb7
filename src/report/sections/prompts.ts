import type { Entry, Slot } from '../../domain/entry.ts'
import { readResponse } from '../../domain/entry-kinds.ts'
import { byFamily, type Evidence, type Finding, type Rule, type RuleFamily } from '../../domain/finding.ts'
import type { RecordView } from '../../domain/view.ts'
import { checkedWords } from '../checked-words.ts'
import type { Block, Inline } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { aboutOf, byInWords, questionOf, slotInWords } from '../slot-words.ts'
import { subjectIdInWords } from '../subject-words.ts'
import { recordWords } from '../words.ts'

const LEADS: Record<RuleFamily, string> = {
  safety: words.safetyLead,
  contradiction: words.contradictionLead,
  optimism: words.optimismLead,
  level: words.levelLead,
}

/** One family of what the answers raise, each with the answers that raised it and what a person did about it. */
export const prompts =
  (family: RuleFamily) =>
  ({ view, findings }: ReportInput): readonly Block[] => {
    const here = byFamily(findings).find((f) => f.family === family)?.findings ?? []
    if (here.length === 0) return []
    return [
      { kind: 'heading', level: 2, runs: checkedWords.families[family] },
      { kind: 'paragraph', runs: LEADS[family], leadsIn: true },
      ...here.flatMap((finding) => promptOf(view, finding)),
    ]
  }

function promptOf(view: RecordView, { rule, evidence }: Finding): Block[] {
  const prompt = checkedWords.prompt(rule)
  const note = rule.awaitsSignOff ? ` ${checkedWords.awaitsSignOff}` : ''
  return [
    { kind: 'heading', level: 3, runs: prompt, bookmark: `${rule.id} ${prompt}` },
    {
      kind: 'paragraph',
      small: true,
      muted: true,
      leadsIn: true,
      runs: `${rule.id}. ${rule.when}.${note} ${words.restsOn(rule.requirements)}`,
    },
    ...evidence.flatMap((e) => evidenceOf(view, rule, e, evidence.length > 1 ? words.wholeAssessment : '')),
  ]
}

function evidenceOf(view: RecordView, rule: Rule, { subject, because }: Evidence, otherwise: string): Block[] {
  const about = subjectIdInWords(view, subject) || otherwise
  const items = because.map((slot) => answerLine(view, slot))
  return [
    ...(about
      ? [
          {
            kind: 'paragraph' as const,
            leadsIn: true,
            runs: [{ text: about === words.wholeAssessment ? about : `${checkedWords.about} ${about}`, bold: true }],
          },
        ]
      : []),
    ...(items.length > 0 ? [{ kind: 'list' as const, small: true, leadsIn: true, items }] : []),
    { kind: 'paragraph', runs: responsesOf(view, rule, subject) },
  ]
}

/** One answer in one line: the question, whom it is about, and all that stands in it. */
function answerLine(view: RecordView, slot: Slot): Inline[] {
  const about = aboutOf(view, slot)
  const standing = slotInWords(view, slot).flatMap((a, i): Inline[] => [
    ...(i > 0 ? [' / '] : []),
    { text: a.lines.join('; '), bold: true },
    ...(a.how ? [` (${a.how})`] : []),
  ])
  const open = { text: recordWords.blanks.unanswered, bold: true }
  return [`${about ? `${about}. ` : ''}${questionOf(view, slot)} `, ...(standing.length > 0 ? standing : [open])]
}

function responsesOf(view: RecordView, rule: Rule, subject: string): Inline[] {
  const all = responses(view).filter((e) => e.slot.question === rule.id && e.slot.subject === subject)
  if (all.length === 0) return [{ text: words.noResponse, italic: true }]
  return all.flatMap((e, i): Inline[] => [
    { text: `${i > 0 ? '\n' : ''}${words.responses[rule.family]} `, bold: true },
    `${e.words} (${byInWords(e.entry)})`,
  ])
}

const responses = (view: RecordView): readonly { entry: Entry; slot: Slot; words: string }[] =>
  view.record.ofKind('response').flatMap((entry) => {
    const value = readResponse(entry.value)
    return value ? [{ entry, slot: entry.slot, words: value.words }] : []
  })

/** What people wrote about prompts that later answers have taken away: it stays readable. */
export function promptsLookedAtEarlier({ view, findings }: ReportInput): readonly Block[] {
  const now = new Set(findings.flatMap((f) => f.evidence.map((e) => `${f.rule.id}|${e.subject}`)))
  const rows = responses(view)
    .filter((e) => !now.has(`${e.slot.question}|${e.slot.subject}`))
    .map((e) => [
      [e.slot.question, subjectIdInWords(view, e.slot.subject)].filter(Boolean).join(', '),
      e.words,
      byInWords(e.entry),
    ])
  if (rows.length === 0) return []
  return [
    { kind: 'heading', level: 2, runs: words.noLongerRaised },
    { kind: 'paragraph', runs: words.noLongerRaisedLead, leadsIn: true },
    {
      kind: 'table',
      columns: [{ width: 1 }, { width: 2.4 }, { width: 1.6 }],
      head: [words.prompt, words.written, words.recordedBy],
      rows,
      rowHeader: true,
    },
  ]
}
