import { oncePerView } from '../domain/once-per-view.ts'
import type { SubjectKind } from '../domain/question.ts'
import { adultOf, childOf, HOMES, labelOf, type Subject, substanceOf } from '../domain/subjects.ts'
import type { RecordView } from '../domain/view.ts'
import { SUBSTANCES } from '../guidance/index.ts'
import { refInWords, thingInWords } from './answer-words.ts'
import { recordWords } from './words.ts'

const NAMELESS = recordWords.nameless

/** What a subject is called on the screen and in reports; empty for the assessment and for a contact. */
export function subjectInWords(view: RecordView, subject: Pick<Subject, 'id' | 'kind'>): string {
  switch (subject.kind) {
    case 'assessment':
    case 'contact':
      return ''
    case 'child':
      return labelOf(view, subject.id) || NAMELESS.child
    case 'adult':
    case 'person':
      return labelOf(view, subject.id) || NAMELESS.adult
    case 'use':
      return `${labelOf(view, adultOf(subject.id)) || NAMELESS.adult}: ${substanceInWords(substanceOf(subject.id))}`
    case 'adult-child':
      return recordWords.pair(
        labelOf(view, adultOf(subject.id)) || NAMELESS.adult,
        labelOf(view, childOf(subject.id)) || NAMELESS.child,
      )
    case 'test':
      return refInWords(view, subject.id) || NAMELESS.other
    default: {
      const home = view.question(HOMES[subject.kind])
      const answer = view.answersFor(HOMES[subject.kind], subject.id)[0]
      return (home && answer && thingInWords(home, answer, view)) || NAMELESS.other
    }
  }
}

/** The same for any subject id that stands in a finding: the kind is found from the record. */
export function subjectIdInWords(view: RecordView, id: string): string {
  const kind = kindsIn(view).get(id)
  return kind ? subjectInWords(view, { id, kind }) : ''
}

const KINDS = ['child', 'person', 'use', 'adult-child', 'place', 'service', 'claim', 'test', 'strength'] as const
const kindsIn = oncePerView(
  (view): ReadonlyMap<string, SubjectKind> =>
    new Map(KINDS.flatMap((kind) => view.subjects(kind).map((s) => [s.id, kind] as const))),
)

export const substanceInWords = (substance: string): string =>
  SUBSTANCES.find((s) => s.id === substance)?.label ?? substance
