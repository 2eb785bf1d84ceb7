import { type ReactNode, useState } from 'react'
import { isInvented } from '../../domain/invented.ts'
import { whenInWords } from '../../report/words.ts'
import { Page } from '../shell/page.tsx'
import { homeWords as words } from './words.ts'

export interface ListedAssessment {
  id: string
  name: string
  entries: number
  drafts: number
  unreadable: number
  /** Recorded elsewhere, and closed to reading. */
  sealed: number
  newest: string | null
}

interface ListProps {
  assessments: readonly ListedAssessment[] | 'failed' | undefined
  /** Assessments that are kept here and are no longer shared with the practitioner. */
  hidden?: number
  update: UpdateOffer | undefined
  onOpen(id: string): void
  onStart(): Promise<boolean>
  onCases(): void
  /** What else is to be known of one of them, below its line. */
  mark?(id: string): ReactNode
  /** Below what can be done here. */
  more?: ReactNode
  /** What the practitioner's service has to tell. */
  children?: ReactNode
}
export interface UpdateOffer {
  held: boolean
  take(): void
  later(): void
}

/** The practitioner's own assessments on this device, and the only place where a new edition is offered. */
export function ListScreen(props: ListProps) {
  const { assessments, hidden = 0, update, onOpen, onStart, onCases, mark, more, children } = props
  const [state, setState] = useState<'starting' | 'failed'>()
  const start = async () => {
    setState('starting')
    if (!(await onStart())) setState('failed')
  }
  return (
    <Page title={words.title}>
      {children}
      {update && (
        <section className="nhsuk-inset-text" aria-label={words.update}>
          <p>{update.held ? words.updateHeld : words.update}</p>
          <div className="linnet-acts">
            <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={update.take}>
              {words.updateTake}
            </button>
            <button type="button" className="linnet-link" onClick={update.later}>
              {words.updateLater}
            </button>
          </div>
        </section>
      )}
      {assessments === undefined && <p role="status">{words.opening}</p>}
      {(assessments === 'failed' || state === 'failed') && <p role="alert">{words.failed}</p>}
      {hidden > 0 && <p className="nhsuk-inset-text">{words.hidden(hidden)}</p>}
      {Array.isArray(assessments) && assessments.length === 0 && <p>{words.empty}</p>}
      {Array.isArray(assessments) && assessments.length > 0 && (
        <ul className="nhsuk-task-list">
          {assessments.map((a: ListedAssessment) => (
            <li className="nhsuk-task-list__item nhsuk-task-list__item--with-link" key={a.id}>
              <div className="nhsuk-task-list__name-and-hint">
                <button type="button" className="nhsuk-task-list__link linnet-link" onClick={() => onOpen(a.id)}>
                  {a.name || (a.sealed > 0 ? words.closed : words.nameless)}
                </button>
                <div className="nhsuk-task-list__hint">
                  {[
                    isInvented(a.id) && words.invented,
                    (a.entries > 0 || a.sealed === 0) && words.entries(a.entries),
                    a.sealed > 0 && words.sealed(a.sealed),
                    a.newest && words.last(whenInWords(a.newest)),
                    a.drafts > 0 && words.drafts(a.drafts),
                    a.unreadable > 0 && words.unreadable(a.unreadable),
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </div>
                {mark?.(a.id)}
              </div>
            </li>
          ))}
        </ul>
      )}
      <div className="linnet-acts">
        <button type="button" className="nhsuk-button" disabled={state === 'starting'} onClick={() => void start()}>
          {words.start}
        </button>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onCases}>
          {words.tryCase}
        </button>
      </div>
      <p role="status">{state === 'starting' ? words.starting : ''}</p>
      {more}
    </Page>
  )
}
