import type { Entry } from '../../domain/entry.ts'
import { headInWords, slotInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { settleWords as words } from './settle-words.ts'

export interface KeptBothProps {
  head: Entry
  /** Left out once a new answer is being recorded. */
  onAnew: (() => void) | undefined
}

/** Answers that were kept as a difference between sources, each with who recorded it, and a way to record a new one. */
export function KeptBoth({ head, onAnew }: KeptBothProps) {
  const { view } = useWorkspace()
  return (
    <div className="linnet-thing">
      <p>{words.keptBoth}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {slotInWords(view, head.slot).map(({ entry, lines, how, by }) => (
          <li key={entry.id}>
            {lines.join('; ')} <span className="linnet-detail">{[how, by].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
      <p className="linnet-detail">{headInWords(view, head).notes.join(' ')}</p>
      {onAnew && (
        <button type="button" className="linnet-link" onClick={onAnew}>
          {words.answerAnew}
        </button>
      )}
    </div>
  )
}
