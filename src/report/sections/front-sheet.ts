import type { Author } from '../../domain/entry.ts'
import { noPromptFired } from '../../domain/finding.ts'
import { isInventedRecord } from '../../domain/invented.ts'
import { unknownsOf } from '../../domain/progress.ts'
import { signaturesOf } from '../../domain/signature.ts'
import { unshowableIn } from '../../domain/unshowable.ts'
import type { RecordView } from '../../domain/view.ts'
import { checkedWords } from '../checked-words.ts'
import { type ChildCard, childCards, isBaby } from '../child-card.ts'
import type { Block, Note } from '../pdf/blocks.ts'
import type { ReportInput } from '../report-input.ts'
import { reportWords as words } from '../report-words.ts'
import { slotInWords } from '../slot-words.ts'
import { subjectInWords } from '../subject-words.ts'
import { dayInWords, dayOfInstantInWords, recordWords, whenInWords } from '../words.ts'

/** Whom it is about, who stands by it, and what a reader has to know before reading on. */
export function frontSheet(input: ReportInput): readonly Block[] {
  return [
    { kind: 'heading', level: 1, runs: input.view.isPregnancy ? words.titleInPregnancy : words.title },
    ...inventedNote(input),
    ...emergencyNote(input),
    signOffNote(input),
    ...incompleteNote(input),
    ...nothingRaised(input),
    ...theChildren(input),
    { kind: 'heading', level: 2, runs: words.aboutThis },
    { kind: 'keyValues', rows: facts(input) },
    { kind: 'paragraph', runs: words.noScore },
    { kind: 'paragraph', runs: words.handling },
  ]
}

function emergencyNote({ readInEmergencyBy: by }: ReportInput): Block[] {
  if (!by) return []
  return [{ kind: 'note', title: words.emergency, runs: words.emergencyText(by.name, by.role, by.agency) }]
}

function inventedNote({ view }: ReportInput): Block[] {
  if (!isInventedRecord(view.record)) return []
  return [{ kind: 'note', title: words.invented, runs: words.inventedText }]
}

function signOffNote({ view, fingerprint }: ReportInput): Note {
  const all = signaturesOf(view.record, fingerprint)
  const last = all.findLast((s) => s.stands) ?? all.at(-1)
  if (!last) return { kind: 'note', title: words.notSigned, runs: words.notSignedText }
  const { name, role, agency } = last.entry.author
  const by = checkedWords.signedBy(name, role, agency, whenInWords(last.entry.recordedAt))
  return {
    kind: 'note',
    title: last.stands ? words.signed : words.signedBefore,
    runs: `${by} ${last.stands ? checkedWords.signedStands : checkedWords.signedStale}`,
  }
}

function incompleteNote({ view, unreadable, sealed }: ReportInput): Block[] {
  const missing = unshowableIn(view).length
  if (missing + unreadable + sealed === 0) return []
  return [{ kind: 'note', title: words.incomplete, runs: words.incompleteText(missing, unreadable, sealed) }]
}

function nothingRaised({ view, findings, raised }: ReportInput): Block[] {
  if (!noPromptFired(findings)) return []
  return [{ kind: 'note', runs: checkedWords.noPrompts(unknownsOf(view.pack, view, raised).length) }]
}

function theChildren({ view, findings, madeAt }: ReportInput): Block[] {
  const heading: Block = { kind: 'heading', level: 2, runs: words.theChildren }
  const cards = childCards(view, findings)
  if (cards.length === 0) return [heading, { kind: 'paragraph', runs: words.noChild }]
  const withSleep = cards.some(({ id }) => isBaby(view, id))
  const age = words.ageOn(dayOfInstantInWords(madeAt))
  return [
    heading,
    {
      kind: 'table',
      columns: [{ width: 1 }, { width: 1.3 }, ...(withSleep ? [{ width: 1.6 }] : []), { width: 1.6 }],
      head: [words.child, age, ...(withSleep ? [words.sleep] : []), words.seen],
      rows: cards.map((c) => [
        c.name,
        c.age,
        ...(withSleep ? [sleepOf(view, c)] : []),
        view.isUnborn(c.id) ? words.notBorn : c.seen,
      ]),
      rowHeader: true,
    },
  ]
}

function sleepOf(view: RecordView, card: ChildCard): string {
  if (view.isUnborn(card.id)) return words.notBorn
  return isBaby(view, card.id) ? card.sleeps : words.notABaby
}

function facts({ view, raised, fingerprint, madeAt }: ReportInput): [string, string][] {
  const adults = view.subjects('adult').map((a) => subjectInWords(view, a))
  const contacts = view.contacts.map(({ id, value }) => {
    const kind = slotInWords(view, { question: 'START-02', subject: id }).flatMap((a) => a.lines)
    return [dayInWords(value.startedOn), ...kind].join(': ')
  })
  const zone = new Intl.DateTimeFormat('en-GB').resolvedOptions().timeZone
  return [
    [words.adults, adults.join(', ') || words.nobody],
    [words.contacts, contacts.join('\n') || words.noContact],
    [words.recordedBy, authorsOf(view.record.entries.map((e) => e.author)).join('\n')],
    [words.signOff, signOffs(view.record, fingerprint)],
    [
      checkedWords.unknowns,
      `${checkedWords.unknownCount(unknownsOf(view.pack, view, raised).length)}. ${checkedWords.unknownsLead}`,
    ],
    [words.pack, view.pack.id],
    [checkedWords.fingerprint, recordWords.longPrint(fingerprint)],
    [words.made, words.madeWhen(whenInWords(madeAt), zone)],
  ]
}

function signOffs(record: ReportInput['view']['record'], fingerprint: string): string {
  const all = signaturesOf(record, fingerprint).map(({ entry, stands }) => {
    const { name, role, agency } = entry.author
    const by = checkedWords.signedBy(name, role, agency, whenInWords(entry.recordedAt))
    return `${by} ${stands ? checkedWords.signedStands : checkedWords.signedStale}`
  })
  return all.join('\n') || words.notSigned
}

const authorsOf = (authors: readonly Author[]): string[] => [
  ...new Set(authors.map((a) => words.person(a.name, a.role, a.agency))),
]
