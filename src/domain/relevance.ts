import { part } from './answer.ts'
import { all } from './condition.ts'
import { holds } from './evaluate.ts'
import type { Question, Step } from './question.ts'
import { answerOf } from './record.ts'
import type { Subject } from './subjects.ts'
import type { RecordView } from './view.ts'

/** A question that is asked now, and the subjects it is asked about. */
export interface AskedQuestion {
  question: Question
  subjects: readonly Subject[]
}

/** What a step asks now. Private questions are left out until it is safe to ask them, unless `withPrivate`. */
export function askedIn(
  step: Step,
  view: RecordView,
  raised: ReadonlySet<string>,
  withPrivate = isSafeToAskInPrivate(view),
): readonly AskedQuestion[] {
  const found = keptFor(view, raised)
  const known = found.get(step)
  const asked = known ?? allAskedIn(step, view, raised)
  if (!known) found.set(step, asked)
  return withPrivate ? asked : asked.filter((a) => !a.question.private)
}

/** A view never changes; progress, lists and screens ask about the same steps after each answer. */
const asks = new WeakMap<RecordView, { raised: string; steps: Map<Step, readonly AskedQuestion[]> }>()
function keptFor(view: RecordView, raised: ReadonlySet<string>) {
  const key = [...raised].join()
  const known = asks.get(view)
  if (known?.raised === key) return known.steps
  const fresh = { raised: key, steps: new Map<Step, readonly AskedQuestion[]>() }
  asks.set(view, fresh)
  return fresh.steps
}

function allAskedIn(step: Step, view: RecordView, raised: ReadonlySet<string>): readonly AskedQuestion[] {
  return step.questions
    .map((question) => ({
      question,
      subjects: view.subjects(question.per).filter((s) => holds(all(question.when), view, s, raised)),
    }))
    .filter((a) => a.subjects.length > 0)
}

/** A step is asked at all when any of its questions is, private ones included. */
export const isStepRelevant = (step: Step, view: RecordView, raised: ReadonlySet<string>): boolean =>
  askedIn(step, view, raised, true).length > 0

/** Only a plain "Yes" for this contact opens the private questions; anything that stands beside it closes them. */
export function isSafeToAskInPrivate(view: RecordView): boolean {
  const contact = view.contacts.find((c) => c.id === view.contact)
  // A yes given on another day says nothing about who is in the room now.
  if (contact && contact.value.startedOn !== view.today) return false
  const said = view.record.heads({ question: 'START-04', subject: view.contact }).map(answerOf)
  return said.length > 0 && said.every((a) => a !== null && part(a, 'safe') === 'yes')
}
