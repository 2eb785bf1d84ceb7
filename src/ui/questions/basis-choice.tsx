import { BASES, type Basis, type EntryBasis } from '../../domain/entry.ts'
import { recordWords } from '../../report/words.ts'
import { Select } from '../controls/choices.tsx'
import { questionWords as words } from './words.ts'

const OPTIONS = BASES.map((b) => ({ id: b, label: recordWords.bases[b] }))

/** How the practitioner knows. Nothing is chosen beforehand; a choice for the page is shown and can be changed here. */
export function BasisChoice({
  id,
  label,
  hint,
  value,
  onChange,
}: {
  id: string
  label: string
  hint?: string
  value: EntryBasis | undefined
  onChange(basis: EntryBasis | undefined): void
}) {
  return (
    <div className="linnet-basis">
      <Select
        id={id}
        label={label}
        hint={hint}
        empty={words.basisOpen}
        options={OPTIONS}
        value={value?.how ?? ''}
        onChange={(how) => onChange(how === '' ? undefined : { how: how as Basis })}
      />
    </div>
  )
}
