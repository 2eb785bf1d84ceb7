import { describedBy, Field, type FieldProps } from './field.tsx'

interface TextProps extends FieldProps {
  value: string
  onChange(value: string): void
  inputMode?: 'decimal' | 'numeric' | 'tel' | 'email'
  unit?: string | undefined
  width?: number
  readOnly?: boolean
  type?: 'text' | 'password' | 'time'
  autoComplete?: string
  /** Offered while typing; anything else can be typed as well. */
  suggestions?: readonly string[]
}

export function TextField({
  value,
  onChange,
  inputMode,
  unit,
  width,
  readOnly,
  type,
  autoComplete,
  suggestions = [],
  ...field
}: TextProps) {
  const list = suggestions.length > 0 ? `${field.id}-list` : undefined
  const box = (
    <input
      className={width ? `nhsuk-input nhsuk-input--width-${width}` : 'nhsuk-input'}
      id={field.id}
      type={type ?? 'text'}
      value={value}
      readOnly={readOnly}
      inputMode={inputMode}
      autoComplete={autoComplete ?? 'off'}
      aria-describedby={describedBy(field)}
      aria-invalid={field.error ? true : undefined}
      onChange={(e) => onChange(e.target.value)}
      list={list}
    />
  )
  const input = list ? (
    <>
      {box}
      <datalist id={list}>
        {[...new Set(suggestions)].map((s) => (
          <option key={s} value={s} />
        ))}
      </datalist>
    </>
  ) : (
    box
  )
  if (!unit) return <Field {...field}>{input}</Field>
  return (
    <Field {...field}>
      <div className="nhsuk-input-wrapper">
        {input}
        <div className="nhsuk-input-wrapper__suffix" aria-hidden="true">
          {unit}
        </div>
      </div>
    </Field>
  )
}

export function TextArea({
  value,
  onChange,
  readOnly,
  ...field
}: FieldProps & { value: string; onChange(v: string): void; readOnly?: boolean }) {
  return (
    <Field {...field}>
      <textarea
        className="nhsuk-textarea"
        id={field.id}
        rows={3}
        value={value}
        readOnly={readOnly}
        aria-describedby={describedBy(field)}
        aria-invalid={field.error ? true : undefined}
        onChange={(e) => onChange(e.target.value)}
      />
    </Field>
  )
}
