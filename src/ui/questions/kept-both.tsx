import type { Slot } from '../../domain/entry.ts'
import { headInWords, slotInWords } from '../../report/slot-words.ts'
import { useWorkspace } from '../workspace.ts'
import { questionWords as words } from './words.ts'

/** Answers that were kept as a difference between sources, each with who recorded it, and a way to record a new one. */
export function KeptBoth({ slot, onAnew }: { slot: Slot; onAnew(): void }) {
  const { view } = useWorkspace()
  return (
    <div className="linnet-thing">
      <p>{words.keptBoth}</p>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {slotInWords(view, slot).map(({ entry, lines, how, by }) => (
          <li key={entry.id}>
            {lines.join('; ')} <span className="linnet-detail">{[how, by].filter(Boolean).join('. ')}</span>
          </li>
        ))}
      </ul>
      {view.record.heads(slot).map((head) => (
        <p className="linnet-detail" key={head.id}>
          {headInWords(view, head).notes.join(' ')}
        </p>
      ))}
      <button type="button" className="linnet-link" onClick={onAnew}>
        {words.answerAnew}
      </button>
    </div>
  )
}
