import { type Answer, chosen, textIn } from './answer.ts'
import type { SubjectKind } from './question.ts'
import type { RecordView } from './view.ts'

/** The subject of what is about the assessment as a whole. */
export const WHOLE = '-'

export interface Subject {
  id: string
  kind: SubjectKind
  /** The subjects that this one includes, itself among them: a use includes its adult, who is also a person. */
  refs: Partial<Record<SubjectKind, string>>
}

/** Where each kind of subject is collected. The question ids are part of the record's shape, not of its wording. */
export const HOMES = {
  child: 'START-05',
  person: 'NET-01',
  place: 'SLP-02',
  service: 'AGY-01',
  claim: 'TRI-08',
  test: 'TRI-03',
  strength: 'PRO-10',
} as const
const USE_QUESTION = 'CON-01'

export function subjectsOf(kind: SubjectKind, view: RecordView): readonly Subject[] {
  const base = { assessment: WHOLE, contact: view.contact }
  switch (kind) {
    case 'assessment':
      return [{ id: WHOLE, kind, refs: base }]
    case 'contact':
      return [{ id: view.contact, kind, refs: base }]
    case 'adult':
      return unique(view.items(HOMES.person).filter(isAdult)).map(adult)
    case 'use':
      return view.subjects('adult').flatMap((a) => substances(view).map((s) => use(a.id, s)))
    case 'adult-child':
      return view.subjects('adult').flatMap((a) =>
        view.subjects('child').map((c) => ({
          id: `${a.id}:${c.id}`,
          kind,
          refs: { ...base, 'adult-child': `${a.id}:${c.id}`, adult: a.id, person: a.id, child: c.id },
        })),
      )
    case 'person': {
      const adults = new Set(view.subjects('adult').map((a) => a.id))
      return unique(view.items(HOMES.person)).map((id) => ({
        id,
        kind,
        refs: { ...base, person: id, ...(adults.has(id) ? { adult: id } : {}) },
      }))
    }
    default:
      return unique(view.items(HOMES[kind])).map((id) => ({ id, kind, refs: { ...base, [kind]: id } }))
  }

  function adult(id: string): Subject {
    return { id, kind: 'adult', refs: { ...base, adult: id, person: id } }
  }
  function use(adultId: string, substance: string): Subject {
    const id = idOfUse(adultId, substance)
    return { id, kind: 'use', refs: { ...base, use: id, adult: adultId, person: adultId } }
  }
}

export const idOfUse = (adult: string, substance: string): string => `${adult}:${substance}`
export const adultOf = (subject: string): string => subject.split(':')[0] ?? subject
export const substanceOf = (use: string): string => use.split(':')[1] ?? ''
/** The child of a child or an adult-child subject. */
export const childOf = (subject: string): string => subject.split(':').at(-1) ?? subject

/** What a recorded thing is called on the screen; empty when it was given no label. */
export const labelOf = (view: RecordView, subject: string): string =>
  Object.values(HOMES)
    .flatMap((home) => view.answersFor(home, subject))
    .map((a) => textIn(a, 'label'))
    .find((label) => label !== '') ?? ''

const isAdult = (person: Answer): boolean => chosen(person, 'part').some((p) => p === 'subject' || p === 'carer')
const unique = (items: readonly Answer[]): string[] => [...new Set(items.map((a) => a.subject))]

/** The substance groups are the rows that the use question offers. */
function substances(view: RecordView): readonly string[] {
  return (view.question(USE_QUESTION)?.subjectRows ?? []).map((r) => r.id)
}
