import type { DerivedNumber } from '../../domain/derived-number.ts'
import type { Derivation } from '../../domain/question.ts'
import { questionWords as words } from './words.ts'

interface DerivedNoteProps {
  derivation: Derivation
  derived: DerivedNumber
  /** What is typed, as text. */
  typed: string
  onUse(text: string): void
}

/** What other parts of the answer come to, beside the number that was typed. Only a press of the button takes it over. */
export function DerivedNote({ derivation, derived, typed, onUse }: DerivedNoteProps) {
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
