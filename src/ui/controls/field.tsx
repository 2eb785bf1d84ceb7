import type { ReactNode } from 'react'

export interface FieldProps {
  id: string
  label: ReactNode
  hint?: string | undefined
  error?: string | undefined
  /** The label stands above already, for the eye; a screen reader still hears it here. */
  labelHidden?: boolean | undefined
}

export const hintId = (id: string): string => `${id}-hint`
export const errorId = (id: string): string => `${id}-error`
export const describedBy = ({ id, hint, error }: Pick<FieldProps, 'id' | 'hint' | 'error'>): string | undefined =>
  [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ') || undefined

const HIDDEN = 'nhsuk-u-visually-hidden'

/** Label, hint and error around one input. */
export function Field({ id, label, hint, error, labelHidden, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <label className={labelHidden ? HIDDEN : 'nhsuk-label'} htmlFor={id}>
        {label}
      </label>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Legend, hint and error around several inputs. */
export function Group({ id, label, hint, error, labelHidden, children }: FieldProps & { children: ReactNode }) {
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <fieldset className="nhsuk-fieldset" id={id} aria-describedby={describedBy({ id, hint, error })}>
        <legend className={labelHidden ? HIDDEN : 'nhsuk-fieldset__legend'}>{label}</legend>
        <Notes id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

function Notes({ id, hint, error }: { id: string; hint?: string | undefined; error?: string | undefined }) {
  return (
    <>
      {hint && (
        <div className="nhsuk-hint" id={hintId(id)}>
          {hint}
        </div>
      )}
      {error && (
        <span className="nhsuk-error-message" id={errorId(id)}>
          {error}
        </span>
      )}
    </>
  )
}
