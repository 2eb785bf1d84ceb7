import { Suspense, useMemo } from 'react'
import type { Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { PrivateForm } from '../controls/private-form.tsx'
import { BasisChoice } from './basis-choice.tsx'
import { BlankChoice } from './blank-choice.tsx'
import { asRecord, blankIn, LEFT_OPEN } from './form-state.ts'
import { Meanwhile } from './meanwhile.tsx'
import { HeadsShown } from './rare-parts.ts'
import { SaveNote } from './save-note.tsx'
import { useQuestionEdit } from './use-question-edit.ts'
import { questionWords as words } from './words.ts'

const SETTLING = 400

/** The honest blanks of a whole list: an answer without parts, in the slot of whatever the list is about. */
export function BlankForm({ id, question, slot }: { id: string; question: Question; slot: Slot }) {
  const partless = useMemo(() => ({ ...question, parts: [] }), [question])
  const edit = useQuestionEdit(partless, slot)
  const held = asRecord(edit.form.watch()[LEFT_OPEN])
  if (edit.heads.length > 1 && !edit.pending && !edit.inUse)
    return (
      <Suspense fallback={null}>
        <HeadsShown id={id} question={question} slot={slot} heads={edit.heads} />
      </Suspense>
    )
  return (
    <PrivateForm
      onSubmit={(e) => {
        e.preventDefault()
        void edit.commit()
      }}
      onFocus={edit.enter}
      onBlur={(e) => {
        if (!e.currentTarget.contains(e.relatedTarget)) edit.leave(0)
      }}
    >
      <BlankChoice
        id={id}
        question={question}
        value={held}
        onChoose={(blank) => edit.leaveOpen(blank, SETTLING)}
        onWhy={(why) => {
          edit.form.setValue(LEFT_OPEN, { ...held, why })
          edit.change()
        }}
      >
        {question.basis === 'ask' && blankIn({ [LEFT_OPEN]: held }) && (
          <BasisChoice id={`${id}--basis`} label={words.basis} value={edit.basis} onChange={edit.setBasis} />
        )}
      </BlankChoice>
      <Meanwhile authors={edit.meanwhile} />
      <SaveNote state={edit.state} problems={0} onAgain={() => void edit.commit()} />
    </PrivateForm>
  )
}
