import type { Slot } from '../../domain/entry.ts'
import { aboutOf, questionOf, slotInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { reviewWords as words } from './review-words.ts'

/** The answers that raised something, each with a way to it. */
export function Evidence({ slots }: { slots: readonly Slot[] }) {
  return (
    <>
      <p className="nhsuk-u-margin-bottom-1">{words.because}:</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {slots.map((slot) => (
          <li key={`${slot.question}|${slot.subject}`}>
            <SlotLink slot={slot} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** One slot: question, subject and what stands in it, as a way to the question. */
export function SlotLink({ slot }: { slot: Slot }) {
  const { view } = useWorkspace()
  const nav = useNav()
  const question = view.question(slot.question)
  const about = aboutOf(view, slot)
  const answers = slotInWords(view, slot).map((a) => `${a.lines.join('; ')}${a.how ? ` (${a.how})` : ''}`)
  return (
    <>
      <button
        type="button"
        className="linnet-link"
        onClick={() => question && nav.visit(question.step, { question: slot.question })}
      >
        {about && `${about}: `}
        {questionOf(view, slot)}
      </button>{' '}
      {answers.join(' / ')}
    </>
  )
}
