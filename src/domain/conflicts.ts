import type { Entry, Slot } from './entry.ts'
import { oncePerView } from './once-per-view.ts'
import type { Step } from './question.ts'
import type { RecordView } from './view.ts'

/** A slot in which people recorded different things, and the step that it belongs to. */
export interface Conflict {
  slot: Slot
  step: string
}

/** All of them, in the order of the guidance: also of what would not be asked any more. Nothing is ever picked. */
export const conflictsIn = oncePerView((view): readonly Conflict[] =>
  view.pack.steps.flatMap((step) => conflictsOf(step, view).map((slot) => ({ slot, step: step.id }))),
)

const conflictsOf = (step: Step, { record }: RecordView): readonly Slot[] =>
  step.questions.flatMap((q) => record.slotsOf(q.id)).filter((slot) => record.heads(slot).length > 1)

/** Slots in which people had recorded different things, and somebody said since which stands. */
export const settledIn = oncePerView((view): readonly Slot[] =>
  view.pack.steps
    .flatMap((step) => step.questions)
    .flatMap((q) => view.record.slotsOf(q.id))
    .filter((slot) => {
      const [head, more] = view.record.heads(slot)
      return head !== undefined && !more && settles(head)
    }),
)

/** An entry by which somebody said what holds, with different answers before them. */
export const settles = ({ kind, supersedes }: Entry): boolean =>
  kind === 'resolve' || (kind === 'retract' && supersedes.length > 1)
