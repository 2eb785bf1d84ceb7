import { type FieldProps, Group } from './field.tsx'

export interface DateWords {
  day: string
  month: string
  year: string
  about: string
}
const SIZES = { day: 2, month: 2, year: 4 } as const

/** Day, month and year as three boxes. With `approximate` the day, or day and month, may be left out. */
export function DateField({
  value,
  onChange,
  words,
  approximate,
  ...field
}: FieldProps & {
  value: Record<string, string>
  onChange(value: Record<string, string>): void
  words: DateWords
  approximate?: boolean | undefined
}) {
  return (
    <Group {...field}>
      <div className="nhsuk-date-input">
        {(['day', 'month', 'year'] as const).map((unit) => (
          <div className="nhsuk-date-input__item" key={unit}>
            <label className="nhsuk-label nhsuk-date-input__label" htmlFor={`${field.id}--${unit}`}>
              {words[unit]}
            </label>
            <input
              className={`nhsuk-input nhsuk-date-input__input nhsuk-input--width-${SIZES[unit]}`}
              id={`${field.id}--${unit}`}
              inputMode="numeric"
              autoComplete="off"
              value={value[unit] ?? ''}
              onChange={(e) => onChange({ ...value, [unit]: e.target.value })}
            />
          </div>
        ))}
      </div>
      {approximate && (
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small">
          <div className="nhsuk-checkboxes__item">
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={`${field.id}--about`}
              checked={value.about === 'yes'}
              onChange={(e) => onChange({ ...value, about: e.target.checked ? 'yes' : '' })}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${field.id}--about`}>
              {words.about}
            </label>
          </div>
        </div>
      )}
    </Group>
  )
}
