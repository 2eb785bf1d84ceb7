import type { EntryContent } from '../../../src/domain/compose.ts'
import { answered } from '../../../src/domain/condition.ts'
import { findingsOf, raisedIds } from '../../../src/domain/finding.ts'
import type { Question, SubjectKind } from '../../../src/domain/question.ts'
import { HOMES } from '../../../src/domain/subjects.ts'
import { type Circumstances, recordShowing } from '../../../src/domain/witness.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import { TODAY } from './open-assessment.tsx'

const circumstances: Circumstances = {
  pack: packV1,
  today: TODAY,
  raisedIn: (view) => raisedIds(findingsOf(rules, view)),
  raisedBy: { 'SP-': answered('START-10', 'danger', 'yes'), LN: answered('CON-01', 'status', 'now') },
}

/** A record in which the question is asked, with somebody to choose wherever a person has to be chosen. */
export function recordAsking(question: Question): Asking {
  const found = made.get(question.id) ?? makeRecord(question)
  made.set(question.id, found)
  return found
}

interface Asking {
  content: readonly EntryContent[]
  subject: string
}
const made = new Map<string, Asking>()

function makeRecord(question: Question): Asking {
  const showing = recordShowing(question, circumstances)
  if (!showing) throw new Error(`${question.id} is never asked`)
  const chosenFrom = question.parts.flatMap((p) => (p.kind === 'people' ? p.of : []))
  const more = [...new Set(chosenFrom)].flatMap((kind) => subjectOf(kind, showing.content))
  return { content: [...showing.content, ...more, ...awaited(question, showing.subject)], subject: showing.subject }
}

/** A thing in each collection that an option waits for, so that all options can be chosen. */
function awaited(question: Question, subject: string): EntryContent[] {
  const options = question.parts.flatMap((p) => ('options' in p ? p.options : []))
  return options.flatMap(({ after }) => {
    if (!after) return []
    const [first] = questionOf(after.question).parts
    if (first?.kind !== 'single') return []
    const value = { parts: { [first.id]: first.options[0]?.id ?? '' } }
    return [{ kind: 'answer', slot: { question: after.question, subject: `${subject}:awaited` }, value, seen: [] }]
  })
}

export const questionOf = (id: string): Question => {
  const found = packV1.steps.flatMap((s) => s.questions).find((q) => q.id === id)
  if (!found) throw new Error(`No question ${id}`)
  return found
}

function subjectOf(kind: SubjectKind, there: readonly EntryContent[]): EntryContent[] {
  const home = kind === 'adult' ? 'person' : (kind as keyof typeof HOMES)
  if (there.some((c) => c.slot.question === HOMES[home])) return []
  const parts = {
    label: `${home} 1`,
    ...(home === 'person' && { part: 'subject' }),
    ...(home === 'child' && { what: 'child' }),
  }
  return [{ kind: 'answer', slot: { question: HOMES[home], subject: `${home}-1` }, value: { parts }, seen: [] }]
}
