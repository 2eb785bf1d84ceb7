import { membersWords as words } from './words.ts'

interface FormActsProps {
  submit: string
  busy: boolean
  onCancel(): void
}

/** How a form on this page is sent, or left. */
export const FormActs = ({ submit, busy, onCancel }: FormActsProps) => (
  <div className="linnet-acts">
    <button type="submit" className="nhsuk-button" disabled={busy}>
      {submit}
    </button>
    <button type="button" className="linnet-link" onClick={onCancel}>
      {words.cancel}
    </button>
  </div>
)
