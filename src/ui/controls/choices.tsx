import type { ReactNode } from 'react'
import type { Option } from '../../domain/question.ts'
import { describedBy, Field, type FieldProps, Group } from './field.tsx'

interface OneProps extends FieldProps {
  options: readonly Option[]
  value: string
  onChange(value: string): void
}

/** Why an option cannot be chosen now, in words, by the option's id. One that is chosen already can be taken back. */
export type Closed = Readonly<Record<string, string>>

interface RadiosProps extends Omit<OneProps, 'options'> {
  options: readonly { id: string; label: ReactNode }[]
  clear?: string
  /** Beside each other, and small. */
  inline?: boolean | undefined
}

/** One of several. A chosen answer can be taken back with the button beneath. */
export function Radios({ options, value, onChange, clear, inline, ...field }: RadiosProps) {
  return (
    <Group {...field}>
      <div className={inline ? 'nhsuk-radios nhsuk-radios--inline nhsuk-radios--small' : 'nhsuk-radios'}>
        {options.map((o) => (
          <div className="nhsuk-radios__item" key={o.id}>
            <input
              className="nhsuk-radios__input"
              type="radio"
              id={`${field.id}--${o.id}`}
              name={field.id}
              value={o.id}
              checked={value === o.id}
              onChange={() => onChange(o.id)}
            />
            <label className="nhsuk-label nhsuk-radios__label" htmlFor={`${field.id}--${o.id}`}>
              {o.label}
            </label>
          </div>
        ))}
      </div>
      {clear && value !== '' && (
        <button
          type="button"
          className="linnet-link"
          onClick={() => {
            // This button goes with the answer; the focus stays in the question.
            document.getElementById(`${field.id}--${options[0]?.id}`)?.focus()
            onChange('')
          }}
        >
          {clear}
        </button>
      )}
    </Group>
  )
}

/** Several of many. An option that stands alone takes the others away, and the other way round. */
export function Checkboxes({
  options,
  value,
  onChange,
  closed = {},
  ...field
}: FieldProps & {
  options: readonly Option[]
  value: readonly string[]
  onChange(value: string[]): void
  closed?: Closed | undefined
}) {
  const toggle = (option: Option) => {
    if (value.includes(option.id)) return onChange(value.filter((v) => v !== option.id))
    const alone = new Set(options.filter((o) => o.exclusive).map((o) => o.id))
    onChange(option.exclusive ? [option.id] : [...value.filter((v) => !alone.has(v)), option.id])
  }
  return (
    <Group {...field}>
      <div className="nhsuk-checkboxes">
        {options.map((o) => (
          <div className="nhsuk-checkboxes__item" key={o.id}>
            <input
              className="nhsuk-checkboxes__input"
              type="checkbox"
              id={`${field.id}--${o.id}`}
              checked={value.includes(o.id)}
              disabled={closed[o.id] !== undefined && !value.includes(o.id)}
              aria-describedby={closed[o.id] ? `${field.id}--${o.id}--closed` : undefined}
              onChange={() => toggle(o)}
            />
            <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={`${field.id}--${o.id}`}>
              {o.label}
            </label>
            {closed[o.id] && (
              <p className="linnet-closed" id={`${field.id}--${o.id}--closed`}>
                {closed[o.id]}
              </p>
            )}
          </div>
        ))}
      </div>
    </Group>
  )
}

export function Select({ options, value, onChange, empty, ...field }: OneProps & { empty: string }) {
  return (
    <Field {...field}>
      <select
        className="nhsuk-select"
        id={field.id}
        value={value}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        onChange={(e) => onChange(e.target.value)}
      >
        <option value="">{empty}</option>
        {options.map((o) => (
          <option key={o.id} value={o.id}>
            {o.label}
          </option>
        ))}
      </select>
    </Field>
  )
}
