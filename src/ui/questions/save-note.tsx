import type { SaveState } from '../workspace.ts'
import { questionWords as words } from './words.ts'

/** Whether this answer is on the device. "Saved" is only ever said after it was read back. */
export function SaveNote({ state, problems, onAgain }: { state: SaveState; problems: number; onAgain(): void }) {
  if (typeof state === 'object') {
    return (
      <div className="nhsuk-error-message" role="alert">
        <p>
          {words.saveFailed}. {words.saveProblems[state.failed]}
        </p>
        <button type="button" className="nhsuk-button nhsuk-button--secondary" onClick={onAgain}>
          {words.tryAgain}
        </button>
      </div>
    )
  }
  // Of a part that cannot be read nothing is said before somebody has tried to save the rest.
  const tried = state === 'saved' || state === 'idle'
  const text =
    tried && problems > 0
      ? words.problemKept
      : { idle: '', typing: words.typing, saving: words.saving, saved: words.saved }[state]
  return (
    <p className="linnet-save" role="status">
      {text}
    </p>
  )
}
