import type { Entry } from '../../domain/entry.ts'
import { keptBothIn } from '../../domain/record.ts'
import { headInWords, replacedInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { KeptBoth, type KeptBothProps } from './kept-both.tsx'
import { settleWords as words } from './settle-words.ts'

/** How a difference was settled: both were kept, or one was chosen. */
export const Settled = (props: KeptBothProps) =>
  keptBothIn(props.head) ? <KeptBoth {...props} /> : <SettledNote head={props.head} />

/** Who chose between different answers and why, with what each person had recorded. */
function SettledNote({ head }: { head: Entry }) {
  const { view } = useWorkspace()
  const { lines, by, notes } = headInWords(view, head)
  return (
    <details className="nhsuk-details linnet-quiet">
      <summary className="nhsuk-details__summary">
        <span className="nhsuk-details__summary-text">{words.settled}</span>
      </summary>
      <div className="nhsuk-details__text">
        <p>{head.kind === 'retract' ? `${lines.join(' ')}. ${by}` : notes.join(' ')}</p>
        <ul className="nhsuk-list nhsuk-list--bullet">
          {replacedInWords(view, head).map((was) => (
            <li key={was.entry.id}>
              {was.lines.join('; ')}{' '}
              <span className="linnet-detail">{[was.how, was.by, ...was.notes].filter(Boolean).join('. ')}</span>
            </li>
          ))}
        </ul>
      </div>
    </details>
  )
}
