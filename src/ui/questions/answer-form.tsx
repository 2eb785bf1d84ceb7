import { Controller } from 'react-hook-form'
import { isBlank } from '../../domain/answer.ts'
import type { Slot } from '../../domain/entry.ts'
import type { PartKind, Question } from '../../domain/question.ts'
import { useWorkspace } from '../workspace.ts'
import { BasisChoice } from './basis-choice.tsx'
import { BlankChoice } from './blank-choice.tsx'
import { holdsSomething, isShown, type RawPart } from './form-state.ts'
import { HeadsShown } from './heads-shown.tsx'
import { PartField } from './part-field.tsx'
import { useReportedProblems } from './problem-board.ts'
import { SaveNote } from './save-note.tsx'
import { useQuestionEdit } from './use-question-edit.ts'
import { questionWords as words } from './words.ts'

/** Milliseconds from a choice to its entry. Several may be ticked in a row before anything is made of them. */
const SETTLING: Partial<Record<PartKind, number>> = { single: 400, multi: 1500, grid: 1500, people: 1500 }

/** The form of one answer: its parts, how it is known, the honest blanks, and whether it is saved. */
export function AnswerForm({ question, slot, blanks = true }: { question: Question; slot: Slot; blanks?: boolean }) {
  const workspace = useWorkspace()
  const edit = useQuestionEdit(question, slot)
  const id = domId(slot)
  const raw = edit.form.watch()
  useReportedProblems(id, question.text, edit.problems)
  const standing = workspace.view.standing(slot.question, slot.subject)
  const blank = standing.length === 1 && standing[0] && isBlank(standing[0].value) ? standing[0].value : undefined
  if (edit.heads.length > 1) return <HeadsShown id={id} question={question} slot={slot} heads={edit.heads} />
  const locks = standing.some((a) => !isBlank(a.value))
  return (
    <form
      onSubmit={(e) => {
        e.preventDefault()
        void edit.commit()
      }}
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget)) void edit.commit()
      }}
    >
      {edit.overtaken && <p className="nhsuk-inset-text">{words.meanwhile}</p>}
      {question.parts
        .filter((p) => isShown(p, raw))
        .map((part) => (
          <Controller
            key={part.id}
            control={edit.form.control}
            name={part.id}
            render={({ field }) => (
              <PartField
                id={`${id}-${part.id}`}
                part={part}
                label={question.text}
                value={(field.value as RawPart | undefined) ?? ''}
                problem={edit.problems[part.id]}
                locked={part.kind === 'verbatim' && locks}
                view={workspace.view}
                onChange={(value) => {
                  field.onChange(value)
                  edit.change(SETTLING[part.kind])
                }}
              />
            )}
          />
        ))}
      {question.basis === 'ask' && (blank || edit.basis || holdsSomething(raw)) && (
        <BasisChoice
          id={`${id}-basis`}
          label={words.basis}
          value={edit.basis ?? workspace.pageBasis}
          onChange={edit.setBasis}
        />
      )}
      {blanks && <BlankChoice id={id} question={question} standing={blank} onChoose={(v) => void edit.leaveBlank(v)} />}
      <SaveNote
        state={workspace.saveState(slot)}
        problems={Object.keys(edit.problems).length}
        onAgain={() => void edit.commit()}
      />
    </form>
  )
}

/** A name for a slot that is fit for the page: no characters that a selector trips over. */
export const domId = (slot: Slot): string => `q-${slot.question}-${slot.subject}`.replace(/[^A-Za-z0-9-]/g, '_')
