import { type Answer, isBlank, type PartValue } from '../domain/answer.ts'
import { canonicalJson } from '../domain/canonical-json.ts'
import { type FindingWord, isIndependent, type Source } from '../domain/claim-status.ts'
import type { EntryContent } from '../domain/compose.ts'
import type { Entry, Slot } from '../domain/entry.ts'
import type { Question } from '../domain/question.ts'
import { answersOf, type KeptBothValue, keptBothIn } from '../domain/record.ts'
import { adultOf, HOMES, substanceOf } from '../domain/subjects.ts'
import type { RecordView } from '../domain/view.ts'
import { answerInWords } from './answer-words.ts'
import { aboutOf, byInWords } from './slot-words.ts'
import { subjectIdInWords } from './subject-words.ts'

const FINDING = 'TRI-02'

/**
 * True where different answers can be kept as a difference between sources. Not for a private question: the claim would
 * stand open on the screen. Not for what is about claims itself, nor beside a removal or what cannot be read here.
 */
export function canBeDifference(view: RecordView, question: Question, heads: readonly Entry[]): boolean {
  if (question.private || question.id === HOMES.claim || question.per === 'claim') return false
  const said = heads.map((head) => answersOf(head, view.record.history(head.slot)))
  return said.every((answers) => answers.length > 0) && new Set(spoken(said.flat()).map(sameWords)).size > 1
}

/**
 * What is recorded to keep them: one claim, what each source says of it, and that the answers seen all stand. What was kept
 * before goes on in its claim.
 */
export function asDifference(
  view: RecordView,
  slot: Slot,
  heads: readonly Entry[],
  { why, newId }: { why: string; newId(): string },
): readonly EntryContent[] {
  const question = view.question(slot.question)
  const answers = [...new Set(heads.flatMap((head) => answersOf(head, view.record.history(slot))))]
  const before = heads.find((head) => keptBothIn(head))
  const toldBefore = before ? answersOf(before, view.record.history(slot)) : []
  const claimed = claimAmong(view, before ? toldBefore : answers)
  if (!question || !claimed) return []
  const claim = (before && keptBothIn(before)?.claim) || newId()
  const words = (a: Answer) => answerInWords(question, a.value, view, slot.subject).join('; ')
  const value: KeptBothValue = {
    kept: answers.map((a) => ({ entry: a.entry.id, answer: a.value })),
    claim,
    why,
  }
  const writtenDown: EntryContent = {
    kind: 'answer',
    slot: { question: HOMES.claim, subject: claim },
    value: { parts: claimParts(view, question, claimed, words(claimed)) },
    basis: { how: 'said' },
    seen: [],
  }
  const findings = answers
    .filter((a) => !toldBefore.includes(a))
    .map(
      (a): EntryContent => ({
        kind: 'answer',
        slot: { question: FINDING, subject: `${claim}:${newId()}` },
        value: { parts: findingParts(view, a, claimed, words(a)) },
        basis: { how: 'opinion' },
        seen: [],
      }),
    )
  return [...(before ? [] : [writtenDown]), ...findings, { kind: 'resolve', slot, value, seen: heads.map((h) => h.id) }]
}

/** The claim is what an adult or a family says, where one does; else whatever comes first, for the findings tell the rest. */
const claimAmong = (view: RecordView, answers: readonly Answer[]): Answer | undefined =>
  spoken(answers).find((a) => !isIndependent(sourceOf(view, a))) ?? spoken(answers)[0]

const spoken = (answers: readonly Answer[]): readonly Answer[] => answers.filter((a) => !isBlank(a.value))
const sameWords = ({ value }: Answer): string => canonicalJson(value)

function claimParts(view: RecordView, question: Question, a: Answer, said: string): Record<string, PartValue> {
  const about = aboutOf(view, a)
  const by = nameOf(view, a.entry)
  const topic = question.topics[0]
  const isAboutAdult = ['person', 'adult', 'use', 'adult-child'].includes(question.per)
  return {
    label: `${about ? `${about}: ` : ''}${question.text} ${said}`,
    ...(topic && { topic }),
    ...(isAboutAdult && { about: [adultOf(a.subject)] }),
    ...(question.per === 'use' && { substance: substanceOf(a.subject) }),
    ...(by && { 'stated-by': by }),
    'stated-on': { on: dayOf(a.entry) },
    'raised-by': `${a.question}|${a.subject}||`,
  }
}

const findingParts = (view: RecordView, a: Answer, claimed: Answer, said: string): Record<string, PartValue> => ({
  source: sourceOf(view, a),
  finding: findingOf(a, claimed),
  detail: [said, nameOf(view, a.entry), byInWords(a.entry)].filter(Boolean).join('. '),
  on: { on: dayOf(a.entry) },
})

function findingOf(a: Answer, claimed: Answer): FindingWord {
  if (isBlank(a.value)) return 'says-nothing'
  return sameWords(a) === sameWords(claimed) ? 'agrees' : 'contradicts'
}

/** Whose word an answer rests on, as far as its basis tells. The practitioner can change it in the finding. */
function sourceOf(view: RecordView, { entry }: Answer): Source {
  const { how, by } = entry.basis ?? {}
  switch (how) {
    case 'seen':
      return 'observation'
    case 'record':
    case 'test':
    case 'child':
      return how
    case 'opinion':
      return 'professional'
    case 'said': {
      if (!by || view.subjects('adult').some((adult) => adult.id === by)) return 'adult'
      return view.subjects('person').some((person) => person.id === by) ? 'partner-family' : 'other'
    }
    default:
      return 'other'
  }
}

const nameOf = (view: RecordView, { basis }: Entry): string =>
  basis?.by ? subjectIdInWords(view, basis.by) || basis.by : ''
const dayOf = ({ observedOn, recordedAt }: Entry): string => observedOn ?? recordedAt.slice(0, 10)
