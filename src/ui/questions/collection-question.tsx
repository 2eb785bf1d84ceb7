import { useState } from 'react'
import { isBlank } from '../../domain/answer.ts'
import type { EntryBasis, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { WHOLE } from '../../domain/subjects.ts'
import { detailInWords, thingInWords } from '../../report/answer-words.ts'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { AnswerForm, domId } from './answer-form.tsx'
import { BasisChoice } from './basis-choice.tsx'
import { BlankChoice } from './blank-choice.tsx'
import { SaveNote } from './save-note.tsx'
import { questionWords as words } from './words.ts'

/** A list of things, each with a slot of its own. A thing that is taken out stays readable in the record. */
export function CollectionQuestion({ question, parent }: { question: Question; parent: string }) {
  const workspace = useWorkspace()
  const home = question.addsTo ?? question.id
  const thing = question.thing ?? ''
  const drafts = workspace
    .draftsOf(home)
    .map((d) => d.slot.subject)
    .filter((s) => isUnder(s, parent))
  const [open, setOpen] = useState<readonly string[]>(() => drafts)
  const items = workspace.view.items(home, parent)
  const subjects = [...new Set([...items.map((i) => i.subject), ...open])]
  const blankSlot: Slot = { question: home, subject: parent }
  const blank = workspace.view.standing(home, parent).find((a) => isBlank(a.value))
  const standing = blank && isBlank(blank.value) ? blank.value : undefined
  const [chosenBasis, setChosenBasis] = useState<EntryBasis | undefined>()
  const basis = chosenBasis ?? blank?.entry.basis ?? workspace.pageBasis
  const leaveOpen = (value: NonNullable<typeof standing>, how: EntryBasis | undefined) =>
    void workspace.save({
      kind: 'answer',
      slot: blankSlot,
      value,
      seen: workspace.view.record.heads(blankSlot).map((h) => h.id),
      basis: question.basis === 'ask' ? how : { how: question.basis },
    })
  const add = () => {
    const id = workspace.newId()
    setOpen((o) => [...o, parent === WHOLE ? id : `${parent}:${id}`])
  }
  return (
    <div>
      {subjects.map((subject) => {
        const item = items.find((i) => i.subject === subject)
        const name = (item && thingInWords(question, item, workspace.view)) || words.unnamed(thing)
        return open.includes(subject) ? (
          <fieldset className="linnet-thing" key={subject}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{name}</legend>
            <AnswerForm question={question} slot={{ question: home, subject }} blanks={false} />
            <button
              type="button"
              className="nhsuk-button nhsuk-button--secondary"
              onClick={() => setOpen((o) => o.filter((s) => s !== subject))}
            >
              {words.done}
              <span className="nhsuk-u-visually-hidden"> {name}</span>
            </button>
          </fieldset>
        ) : (
          <ThingRow
            key={subject}
            id={domId({ question: home, subject })}
            name={name}
            detail={item ? detailInWords(question, item, workspace.view) : []}
            onChange={() => setOpen((o) => [...o, subject])}
            onRemove={(why) =>
              void workspace.save({
                kind: 'retract',
                slot: { question: home, subject },
                value: { why },
                seen: workspace.view.record.heads({ question: home, subject }).map((h) => h.id),
              })
            }
          />
        )
      })}
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={add}>
        {words.add(thing)}
      </button>
      <BlankChoice
        id={domId(blankSlot)}
        question={question}
        standing={standing}
        onChoose={(value) => leaveOpen(value, basis)}
      >
        {question.basis === 'ask' && standing && (
          <BasisChoice
            id={`${domId(blankSlot)}-basis`}
            label={words.basis}
            value={basis}
            onChange={(how) => {
              setChosenBasis(how)
              leaveOpen(standing, how)
            }}
          />
        )}
      </BlankChoice>
      <SaveNote
        state={workspace.saveState(blankSlot)}
        problems={0}
        onAgain={() => standing && leaveOpen(standing, basis)}
      />
    </div>
  )
}

interface ThingRowProps {
  id: string
  name: string
  detail: readonly string[]
  onChange(): void
  onRemove(why: string): void
}

function ThingRow({ id, name, detail, onChange, onRemove }: ThingRowProps) {
  const [removing, setRemoving] = useState(false)
  const [why, setWhy] = useState('')
  return (
    <div className="linnet-thing">
      <p>
        <strong>{name}</strong>
        <span className="linnet-detail">{detail.join('. ')}</span>
      </p>
      {removing ? (
        <>
          <TextField id={`${id}-remove`} label={words.removeWhy} value={why} onChange={setWhy} />
          <button
            type="button"
            className="nhsuk-button nhsuk-button--warning"
            onClick={() => why.trim() !== '' && onRemove(why.trim())}
          >
            {words.removeConfirm}
          </button>
          <button type="button" className="linnet-link" onClick={() => setRemoving(false)}>
            {words.cancel}
          </button>
        </>
      ) : (
        <>
          <button type="button" className="linnet-link" onClick={onChange}>
            {words.change}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </button>
          <button type="button" className="linnet-link" onClick={() => setRemoving(true)}>
            {words.remove}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </button>
        </>
      )}
    </div>
  )
}

const isUnder = (subject: string, parent: string): boolean =>
  parent === WHOLE ? !subject.includes(':') : subject.startsWith(`${parent}:`)
