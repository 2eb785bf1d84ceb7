import { chosen, isBlank } from './answer.ts'
import { type Outstanding, outstandingIn } from './completion.ts'
import { conflictsIn } from './conflicts.ts'
import { type Slot, slotKey } from './entry.ts'
import { type Finding, isAnswered, raisedIds } from './finding.ts'
import type { GuidancePack, Question, Step } from './question.ts'
import { askedIn } from './relevance.ts'
import type { RecordView } from './view.ts'

export const STEP_STATUSES = ['not-started', 'in-progress', 'completed', 'cannot-start', 'needs-attention'] as const
export type StepStatus = (typeof STEP_STATUSES)[number]

export interface StepProgress {
  step: string
  status: StepStatus
  asked: number
  /** Answered or honestly blank. */
  done: number
  /** Core questions that nobody has touched. */
  coreOpen: number
  /** Answers on which people differ, asked now or not. */
  conflicts: number
  /** What keeps the step from being complete although it may be answered: slots without what the step needs. */
  outstanding: readonly Outstanding[]
}

/** How far each step is. Honest blanks count as done: they are answers, and are listed as unknown elsewhere. */
export function progressOf(
  pack: GuidancePack,
  view: RecordView,
  findings: readonly Finding[],
): readonly StepProgress[] {
  const raised = raisedIds(findings)
  const urgent = openSafety(view, findings)
  return pack.steps.map((step) => stepProgress(step, view, raised, urgent))
}

function stepProgress(
  step: Step,
  view: RecordView,
  raised: ReadonlySet<string>,
  urgent: ReadonlySet<string>,
): StepProgress {
  const asked = askedIn(step, view, raised, true)
  const slots = asked.flatMap(({ question, subjects }) =>
    subjects.map((s) => ({ question, slot: { question: question.addsTo ?? question.id, subject: s.id } })),
  )
  const outstanding = outstandingIn(step, view, asked)
  const open = slots.filter(({ question, slot }) => !isDone(question, slot, view))
  const done = slots.length - open.length
  const coreOpen = open.filter(({ question }) => question.core).length
  const conflicts = conflictsIn(view).filter((c) => c.step === step.id).length
  const urgentHere = step.questions.some((q) => urgent.has(q.id))
  return { step: step.id, status: status(), asked: slots.length, done, coreOpen, conflicts, outstanding }

  function status(): StepStatus {
    if (slots.length === 0) return 'cannot-start'
    if (step.id === 'ANA' && !canAnalyse(view)) return 'cannot-start'
    if (urgentHere || conflicts > 0 || slots.some(({ slot }) => isDisputed(slot, view))) return 'needs-attention'
    if (done === 0) return 'not-started'
    if (open.length === 0) return outstanding.length > 0 ? 'needs-attention' : 'completed'
    return coreOpen > 0 && open.length <= coreOpen ? 'needs-attention' : 'in-progress'
  }
}

/** A judgement needs at least one child and one claim that somebody checked. */
export function canAnalyse(view: RecordView): boolean {
  const checked = view
    .subjects('claim')
    .some((c) => view.items('TRI-02', c.id).some((f) => chosen(f, 'finding').some((word) => word !== 'not-sought')))
  return view.subjects('child').length > 0 && checked
}

/** A slot is done when an answer or an honest blank stands in it; a collection, when it holds a thing. */
export function isDone(question: Question, slot: Slot, view: RecordView): boolean {
  if (view.standing(slot.question, slot.subject).length > 0) return true
  return question.collects !== undefined && view.items(slot.question, slot.subject).length > 0
}

/** People disagree about an answer, or about a thing collected here. */
const isDisputed = (slot: Slot, view: RecordView): boolean =>
  [slot, ...view.items(slot.question, slot.subject)].some((s) => view.record.heads(s).length > 1)

/** Question ids that raised a safety prompt which nobody has answered yet. */
function openSafety(view: RecordView, findings: readonly Finding[]): ReadonlySet<string> {
  const open = findings
    .filter((f) => f.rule.family === 'safety')
    .flatMap((f) => f.evidence.filter((e) => !isAnswered(view, f.rule.id, e)))
  return new Set(open.flatMap((e) => e.because.map((s) => s.question)))
}

export interface Unknown extends Slot {
  /** `unanswered` when nobody has touched it. */
  blank: 'unanswered' | 'not-asked' | 'not-known' | 'prefers-not-to-say' | 'not-seen' | 'asked-none'
  why?: string
}

/** Everything that is not known, never treated as "no". "Asked, none" is an answer and is not listed. */
export function unknownsOf(pack: GuidancePack, view: RecordView, raised: ReadonlySet<string>): readonly Unknown[] {
  const found = pack.steps.flatMap((step) =>
    askedIn(step, view, raised, true).flatMap(({ question, subjects }) =>
      subjects.flatMap((s): Unknown[] =>
        unknownIn(question, { question: question.addsTo ?? question.id, subject: s.id }, view),
      ),
    ),
  )
  // Two questions that add to one collection leave one thing unknown.
  return [...new Map(found.map((u) => [slotKey(u), u])).values()]
}

function unknownIn(question: Question, slot: Slot, view: RecordView): Unknown[] {
  const blanks = view.standing(slot.question, slot.subject).flatMap((a) => (isBlank(a.value) ? a.value : []))
  const unknown = blanks.find((b) => b.blank !== 'asked-none')
  if (unknown) return [{ ...slot, ...unknown }]
  return isDone(question, slot, view) ? [] : [{ ...slot, blank: 'unanswered' }]
}
