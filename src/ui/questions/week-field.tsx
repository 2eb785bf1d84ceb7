import type { PartValue } from '../../domain/answer.ts'
import { derivedNumber } from '../../domain/derived-number.ts'
import type { Derivation, Option } from '../../domain/question.ts'
import type { FieldProps } from '../controls/field.tsx'
import { GridField } from '../controls/grid-field.tsx'
import { questionWords as words } from './words.ts'

interface WeekFieldProps extends FieldProps {
  rows: readonly Option[]
  cells: readonly Option[]
  value: Readonly<Record<string, string>>
  /** Which of the days count. */
  counts: Derivation
  /** The parts of the answer, as they stand on the screen. */
  read: Readonly<Record<string, PartValue>>
  onChange(value: Record<string, string>): void
  onCopy(text: string): void
}

/** Seven days: beside one another where there is room, else under one another. The count goes to four weeks when somebody says so. */
export function WeekField({ counts, read, onCopy, ...grid }: WeekFieldProps) {
  const counted = derivedNumber(counts, read)
  return (
    <>
      <div className="linnet-week">
        <GridField {...grid} clear={words.clear} />
      </div>
      {typeof counted === 'number' && (
        <div className="linnet-derived">
          <button type="button" className="linnet-link" onClick={() => onCopy(String(counted))}>
            {words.copyToWeeks(counted)}
          </button>
        </div>
      )}
    </>
  )
}
