import type { PartValue } from '../../domain/answer.ts'
import { derivedNumber } from '../../domain/derived-number.ts'
import type { Derivation } from '../../domain/question.ts'
import { questionWords as words } from './words.ts'

interface DerivedNoteProps {
  derivation: Derivation
  /** The other parts of the answer, as they stand on the screen. */
  read: Readonly<Record<string, PartValue>>
  /** What is typed, as text. */
  typed: string
  onUse(text: string): void
}

/** What other parts of the answer come to, beside the number that was typed. Only a press of the button takes it over. */
export function DerivedNote({ derivation, read, typed, onUse }: DerivedNoteProps) {
  const derived = derivedNumber(derivation, read)
  if (derived === undefined) return null
  const own = words.derived[derivation.k]
  if (derived === 'incomplete') return <p className="linnet-derived">{own.incomplete}</p>
  const held = typed.trim() === '' ? undefined : Number(typed.trim().replace(',', '.'))
  const same = held !== undefined && Math.abs(held - derived) < 1e-9
  return (
    <div className="linnet-derived">
      <p>
        {own.comesTo(derived)}
        {held !== undefined && !same && ` ${words.derivedDiffers}`}
      </p>
      {!same && (
        <button type="button" className="linnet-link" onClick={() => onUse(String(derived))}>
          {words.useNumber}
          <span className="nhsuk-u-visually-hidden"> {derived}</span>
        </button>
      )}
    </div>
  )
}
