import { useState } from 'react'
import type { Question } from '../../domain/question.ts'
import { WHOLE } from '../../domain/subjects.ts'
import { detailInWords, thingInWords } from '../../report/answer-words.ts'
import { useWorkspace } from '../workspace.ts'
import { AnswerForm, domId } from './answer-form.tsx'
import { BlankForm } from './blank-form.tsx'
import { RemovedThings } from './removed-things.tsx'
import { ThingRow } from './thing-row.tsx'
import { questionWords as words } from './words.ts'

/** A list of things, each with a slot of its own. A thing that is taken out stays readable. */
export function CollectionQuestion({ question, parent }: { question: Question; parent: string }) {
  const workspace = useWorkspace()
  const home = question.addsTo ?? question.id
  const thing = question.thing ?? ''
  const [open, setOpen] = useState<readonly string[]>(() =>
    workspace
      .draftsOf(home)
      .map((d) => d.slot.subject)
      .filter((s) => isUnder(s, parent)),
  )
  const items = workspace.view.items(home, parent)
  const subjects = [...new Set([...items.map((i) => i.subject), ...open])]
  const blankSlot = { question: home, subject: parent }
  const close = (subject: string) => setOpen((o) => o.filter((s) => s !== subject))
  const add = () => {
    const id = workspace.newId()
    setOpen((o) => [...o, parent === WHOLE ? id : `${parent}:${id}`])
  }
  return (
    <div>
      {subjects.map((subject) => {
        const slot = { question: home, subject }
        const item = items.find((i) => i.subject === subject)
        const name = (item && thingInWords(question, item, workspace.view)) || words.unnamed(thing)
        // Where people disagree about a thing, all that they recorded is in sight.
        const disputed =
          workspace.view.record.heads(slot).length > 1 || workspace.view.standing(home, subject).length > 1
        if (!disputed && !open.includes(subject)) {
          return (
            <ThingRow
              key={subject}
              id={domId(slot)}
              slot={slot}
              name={name}
              detail={item ? detailInWords(question, item, workspace.view) : []}
              onChange={() => setOpen((o) => [...o, subject])}
            />
          )
        }
        const label = (
          <>
            {words.done}
            <span className="nhsuk-u-visually-hidden"> {name}</span>
          </>
        )
        return (
          <fieldset className="linnet-thing" key={subject}>
            <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{name}</legend>
            <AnswerForm question={question} slot={slot} blanks={false} done={{ label, after: () => close(subject) }} />
          </fieldset>
        )
      })}
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={add}>
        {words.add(thing)}
      </button>
      <RemovedThings question={question} home={home} parent={parent} />
      <BlankForm id={domId(blankSlot)} question={question} slot={blankSlot} />
    </div>
  )
}

/** The slot of the list itself is under nothing: it holds the blank. */
const isUnder = (subject: string, parent: string): boolean =>
  parent === WHOLE ? subject !== WHOLE && !subject.includes(':') : subject.startsWith(`${parent}:`)
