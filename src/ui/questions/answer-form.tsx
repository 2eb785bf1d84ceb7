import { Fragment, type ReactNode, Suspense, useState } from 'react'
import { Controller } from 'react-hook-form'
import { isBlank } from '../../domain/answer.ts'
import { settles } from '../../domain/conflicts.ts'
import type { Slot } from '../../domain/entry.ts'
import type { PartKind, Question } from '../../domain/question.ts'
import { keptBothIn } from '../../domain/record.ts'
import { PrivateForm } from '../controls/private-form.tsx'
import { useWorkspace } from '../workspace.ts'
import { BasisChoice } from './basis-choice.tsx'
import { BlankChoice } from './blank-choice.tsx'
import { asRecord, blankIn, holdsSomething, isShown, LEFT_OPEN, type RawPart, readForm } from './form-state.ts'
import { Meanwhile } from './meanwhile.tsx'
import { PartField } from './part-field.tsx'
import { useReportedProblems } from './problem-board.ts'
import { CorrectionForm, HeadsShown, Settled } from './rare-parts.ts'
import { SaveNote } from './save-note.tsx'
import { useQuestionEdit } from './use-question-edit.ts'
import { questionWords as words } from './words.ts'

/** Milliseconds from a choice to its entry. Several may be ticked in a row before anything is made of them. */
const SETTLING: Partial<Record<PartKind, number>> = { single: 400, multi: 1500, grid: 1500, people: 1500 }
const SETTLING_BLANK = 400
/** After a button in a part that is otherwise typed. */
const SETTLING_BUTTON = 1500
/** What is saved may move the page, and a tap that is under way must still land on the button it was meant for. */
const AFTER_LEAVING = 250

interface AnswerFormProps {
  question: Question
  slot: Slot
  blanks?: boolean
  /** One of many rows: choices stand beside each other. */
  inRows?: boolean
  /** A button that puts the form away, once all that was typed is in the record. */
  done?: { label: ReactNode; after(): void }
}

/** The form of one answer: its parts, how it is known, the honest blanks, and whether it is saved. */
export function AnswerForm({ question, slot, blanks = true, inRows = false, done }: AnswerFormProps) {
  const workspace = useWorkspace()
  const edit = useQuestionEdit(question, slot)
  const id = domId(slot)
  const raw = edit.form.watch()
  useReportedProblems(id, question, () => edit.form.getValues())
  const standing = workspace.view.standing(slot.question, slot.subject)
  const disagree = edit.heads.length > 1
  const [anew, setAnew] = useState<string>()
  const settled = disagree ? undefined : edit.heads.find(settles)
  const isKept = settled !== undefined && keptBothIn(settled) !== null
  const isLocked = (part: string) => standing.some((a) => !isBlank(a.value) && a.value.parts[part] !== undefined)
  const heads = disagree && (
    <Suspense fallback={null}>
      <HeadsShown id={id} question={question} slot={slot} heads={edit.heads} />
    </Suspense>
  )
  const read = derivesNumbers(question) ? readForm(question, raw).parts : NOTHING
  const begin = () => {
    if (blankIn(raw)) edit.form.setValue(LEFT_OPEN, {})
  }
  // What is being edited here stays under the cursor, whatever comes in.
  const isAtRest = !edit.pending && !edit.inUse && Object.keys(edit.problems).length === 0
  if (disagree && isAtRest) return heads
  const settlement = settled && (
    <Suspense fallback={null}>
      <Settled head={settled} onAnew={anew === settled.id ? undefined : () => setAnew(settled.id)} />
    </Suspense>
  )
  if (isKept && isAtRest && anew !== settled.id) return settlement
  return (
    <>
      <PrivateForm
        onSubmit={(e) => {
          e.preventDefault()
          void edit.commit()
        }}
        onFocus={edit.enter}
        onBlur={(e) => {
          if (!e.currentTarget.contains(e.relatedTarget)) edit.leave(AFTER_LEAVING)
        }}
      >
        {question.parts
          .filter((p) => isShown(p, raw))
          .map((part) => (
            <Fragment key={part.id}>
              <Controller
                control={edit.form.control}
                name={part.id}
                render={({ field }) => (
                  <PartField
                    id={`${id}-${part.id}`}
                    part={part}
                    label={question.text}
                    value={(field.value as RawPart | undefined) ?? ''}
                    problem={edit.problems[part.id]}
                    locked={part.kind === 'verbatim' && isLocked(part.id)}
                    view={workspace.view}
                    subject={slot.subject}
                    inline={inRows}
                    read={read}
                    onChange={(value, chosen) => {
                      begin()
                      field.onChange(value)
                      edit.change(chosen ? SETTLING_BUTTON : SETTLING[part.kind])
                    }}
                    onFill={(ids, text) => {
                      begin()
                      for (const other of ids) edit.form.setValue(other, text)
                      edit.change(SETTLING_BUTTON)
                    }}
                  />
                )}
              />
              {part.kind === 'verbatim' && isLocked(part.id) && (
                <Suspense fallback={null}>
                  <CorrectionForm id={`${id}-${part.id}`} slot={slot} part={part.id} />
                </Suspense>
              )}
            </Fragment>
          ))}
        {question.basis === 'ask' && holdsSomething(raw) && (
          <BasisChoice id={`${id}--basis`} label={words.basis} value={edit.basis} onChange={edit.setBasis} />
        )}
        {blanks && (
          <BlankChoice
            id={id}
            question={question}
            value={asRecord(raw[LEFT_OPEN])}
            onChoose={(blank) => edit.leaveOpen(blank, SETTLING_BLANK)}
            onWhy={(why) => {
              edit.form.setValue(LEFT_OPEN, { ...asRecord(raw[LEFT_OPEN]), why })
              edit.change()
            }}
          />
        )}
        <Meanwhile authors={edit.meanwhile} />
        <SaveNote state={edit.state} problems={Object.keys(edit.problems).length} onAgain={() => void edit.commit()} />
        {done && (
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            onClick={() => void edit.commit().then((all) => all && done.after())}
          >
            {done.label}
          </button>
        )}
      </PrivateForm>
      {heads}
      {settlement}
    </>
  )
}

/** The name on the page of all that is asked about one subject of a question. */
export const aboutId = (slot: Slot): string => `${domId(slot)}--about`

const NOTHING = {}
const derivesNumbers = (question: Question): boolean => question.parts.some((p) => 'derived' in p || 'week' in p)

/** A name for a slot that is fit for the page: no characters that a selector trips over. */
export const domId = (slot: Slot): string => `q-${slot.question}-${slot.subject}`.replace(/[^A-Za-z0-9-]/g, '_')
