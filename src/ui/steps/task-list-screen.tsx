import { type ReactNode, useState } from 'react'
import { conflictsIn } from '../../domain/conflicts.ts'
import { progressOf, type StepProgress, unknownsOf } from '../../domain/progress.ts'
import { outstandingInWords } from '../../report/outstanding-words.ts'
import { dayInWords, recordWords } from '../../report/words.ts'
import { Page } from '../shell/page.tsx'
import { useWorkspace } from '../workspace.ts'
import { useNav } from './assessment-nav.ts'
import { ChildCards } from './child-cards.tsx'
import { Notes } from './notes.tsx'
import { stepWords as words } from './words.ts'

const COLOURS: Record<StepProgress['status'], string> = {
  'not-started': 'nhsuk-tag--white',
  'in-progress': 'nhsuk-tag--blue',
  completed: 'nhsuk-tag--white',
  'cannot-start': 'nhsuk-tag--grey',
  'needs-attention': 'nhsuk-tag--yellow',
}

interface TaskListProps {
  /** Answers whether it is saved. */
  onNewContact(): Promise<boolean>
  keeping: string
  /** What the practitioner's service has received, where there is one. */
  children?: ReactNode
}

/** All steps with how far each is. Any of them can be opened: a conversation is not linear. */
export function TaskListScreen({ onNewContact, keeping, children }: TaskListProps) {
  const [begun, setBegun] = useState<'beginning' | 'begun' | 'failed'>()
  const begin = async () => {
    setBegun('beginning')
    setBegun((await onNewContact()) ? 'begun' : 'failed')
  }
  const { view, findings, raised, unreadable } = useWorkspace()
  const nav = useNav()
  const progress = new Map(progressOf(view.pack, view, findings).map((p) => [p.step, p]))
  const { steps } = view.pack
  const groups = [...new Set(steps.map((s) => s.group))]
  const contact = view.contacts.find((c) => c.id === view.contact)
  return (
    <Page title={words.taskList}>
      <Conflicts n={conflictsIn(view).length} />
      {unreadable > 0 && <p className="nhsuk-inset-text">{words.unreadable(unreadable)}</p>}
      <ChildCards />
      <p>{contact && words.contact(dayInWords(contact.value.startedOn))}</p>
      {groups.map((group) => (
        <section key={group} aria-labelledby={`group-${group}`}>
          <h2 className="nhsuk-heading-m" id={`group-${group}`}>
            {group}
          </h2>
          <ul className="nhsuk-task-list">
            {steps
              .filter((s) => s.group === group)
              .map((s) => {
                const at = progress.get(s.id)
                const status = at?.status ?? 'not-started'
                if (at?.asked === 0) return <StepToCome key={s.id} name={s.name} />
                return (
                  <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link" key={s.id}>
                    <div className="nhsuk-task-list__name-and-hint">
                      <button
                        type="button"
                        className="nhsuk-task-list__link linnet-link"
                        aria-describedby={`status-${s.id}`}
                        onClick={() => nav.visit(s.id)}
                      >
                        {s.name}
                      </button>
                      {at && at.done > 0 && (
                        <div className="nhsuk-task-list__hint">{words.progress(at.done, at.asked)}</div>
                      )}
                      {at && at.conflicts > 0 && (
                        <div className="nhsuk-task-list__hint">{words.conflicts(at.conflicts)}</div>
                      )}
                      {at && at.done > 0 && at.outstanding.length > 0 && (
                        <div className="nhsuk-task-list__hint">
                          {words.outstanding}
                          <ul className="linnet-outstanding">
                            {at.outstanding.map((o) => (
                              <li key={`${o.question} ${o.subject}`}>{outstandingInWords(view, o)}</li>
                            ))}
                          </ul>
                        </div>
                      )}
                    </div>
                    <div className="nhsuk-task-list__status" id={`status-${s.id}`}>
                      <strong className={`nhsuk-tag ${COLOURS[status]}`}>{recordWords.statuses[status]}</strong>
                    </div>
                  </li>
                )
              })}
          </ul>
        </section>
      ))}
      <Notes />
      <p>{words.unknownCount(unknownsOf(view.pack, view, raised).length)}</p>
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" onClick={nav.checkAnswers}>
          {words.checkAnswers}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={nav.openExport}>
          {words.export}
        </button>
        <button
          type="button"
          className="nhsuk-button nhsuk-button--secondary"
          disabled={begun === 'beginning'}
          onClick={() => void begin()}
        >
          {words.newContact}
        </button>
      </div>
      <p className="nhsuk-hint">{words.newContactWhy}</p>
      <p role="status">{begun && words.newContactState[begun]}</p>
      {keeping && <p className="nhsuk-hint">{keeping}</p>}
      {children}
    </Page>
  )
}

/** Answers on which people differ, in the whole assessment, with the way to where they are settled. */
function Conflicts({ n }: { n: number }) {
  const nav = useNav()
  if (n === 0) return null
  return (
    <div className="nhsuk-inset-text">
      <p>{words.conflictsLead(n)}</p>
      <button type="button" className="linnet-link" onClick={nav.checkAnswers}>
        {words.conflictsShow}
      </button>
    </div>
  )
}

/** A step in which nothing is asked of this family so far. */
function StepToCome({ name }: { name: string }) {
  return (
    <li className="nhsuk-task-list__item">
      <div className="nhsuk-task-list__name-and-hint">
        <div>{name}</div>
        <div className="nhsuk-task-list__hint">{words.stepToCome}</div>
      </div>
      <div className="nhsuk-task-list__status nhsuk-task-list__status--cannot-start-yet">
        {recordWords.statuses['cannot-start']}
      </div>
    </li>
  )
}
