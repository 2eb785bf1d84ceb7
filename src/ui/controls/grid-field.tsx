import type { Option } from '../../domain/question.ts'
import { Radios } from './choices.tsx'
import type { FieldProps } from './field.tsx'
import { Group } from './field.tsx'

/** One choice for each row. Each row is its own group, so it reads the same on a phone and to a screen reader. */
export function GridField({
  rows,
  cells,
  value,
  onChange,
  clear,
  ...field
}: FieldProps & {
  rows: readonly Option[]
  cells: readonly Option[]
  value: Readonly<Record<string, string>>
  onChange(value: Record<string, string>): void
  clear: string
}) {
  return (
    <Group {...field}>
      <div className="linnet-grid">
        {rows.map((row) => (
          <Radios
            key={row.id}
            id={`${field.id}--${row.id}`}
            label={row.label}
            options={cells}
            value={value[row.id] ?? ''}
            clear={clear}
            inline
            onChange={(cell) => onChange({ ...value, [row.id]: cell })}
          />
        ))}
      </div>
    </Group>
  )
}
