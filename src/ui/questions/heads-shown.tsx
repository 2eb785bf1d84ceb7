import { useState } from 'react'
import type { Entry, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf, type ResolveValue } from '../../domain/record.ts'
import { answerInWords } from '../../report/answer-words.ts'
import { recordWords, whenInWords } from '../../report/words.ts'
import { Radios } from '../controls/choices.tsx'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { questionWords as words } from './words.ts'

/** Where people recorded different things: all of them, and a way to say which stands and why. Nothing is picked. */
export function HeadsShown({
  id,
  question,
  slot,
  heads,
}: {
  id: string
  question: Question
  slot: Slot
  heads: readonly Entry[]
}) {
  const workspace = useWorkspace()
  const [chosen, setChosen] = useState('')
  const [why, setWhy] = useState('')
  const describe = (head: Entry): string => {
    const answer = answerOf(head)
    const said = answer ? answerInWords(question, answer.value, workspace.view).join('; ') : recordWords.cannotShow
    const how = head.basis ? ` (${recordWords.bases[head.basis.how]})` : ''
    return `${said}${how}. ${recordWords.recordedBy(head.author.name, head.author.role, head.author.agency, whenInWords(head.recordedAt))}`
  }
  const settle = () => {
    const answer = heads.map(answerOf).find((a) => a?.entry.id === chosen)
    if (!answer || why.trim() === '') return
    const value: ResolveValue = { answer: answer.value, why: why.trim() }
    void workspace.save({ kind: 'resolve', slot, value, seen: heads.map((h) => h.id) })
  }
  return (
    <div className="nhsuk-inset-text">
      <p>{words.disagree}</p>
      <Radios
        id={`${id}-settle`}
        label={words.settle}
        options={heads.map((h) => ({ id: h.id, label: describe(h) }))}
        value={chosen}
        onChange={setChosen}
      />
      <TextField id={`${id}-settle-why`} label={words.settleWhy} value={why} onChange={setWhy} />
      <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={settle}>
        {words.settleConfirm}
      </button>
    </div>
  )
}
