import { BASES, type Basis, type EntryBasis } from '../../domain/entry.ts'
import { labelOf } from '../../domain/subjects.ts'
import type { RecordView } from '../../domain/view.ts'
import { recordWords } from '../../report/words.ts'
import { Select } from '../controls/choices.tsx'
import { TextField } from '../controls/text-field.tsx'
import { useWorkspace } from '../workspace.ts'
import { questionWords as words } from './words.ts'

const OPTIONS = BASES.map((b) => ({ id: b, label: recordWords.bases[b] }))
/** Ways of knowing that come from somebody else, so that it matters from whom. */
const FROM_SOMEBODY: ReadonlySet<Basis> = new Set(['said', 'record', 'test', 'child'])

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
  const { view } = useWorkspace()
  const people = peopleIn(view)
  const choose = (how: string) => {
    if (how === '') return onChange(undefined)
    const basis = how as Basis
    onChange({ how: basis, ...(value?.by && FROM_SOMEBODY.has(basis) && { by: value.by }) })
  }
  return (
    <div className="linnet-basis">
      <Select
        id={id}
        label={label}
        hint={hint}
        empty={words.basisOpen}
        options={OPTIONS}
        value={value?.how ?? ''}
        onChange={choose}
      />
      {value && FROM_SOMEBODY.has(value.how) && (
        <TextField
          id={`${id}-by`}
          label={words.basisBy}
          width={20}
          value={(value.by && people.find((p) => p.id === value.by)?.label) || value.by || ''}
          suggestions={people.map((p) => p.label)}
          onChange={(text) => onChange(text === '' ? { how: value.how } : { how: value.how, by: byIn(text) })}
        />
      )}
    </div>
  )

  /** A recorded person by their id; anything else, and a name that two people share, as it was written. */
  function byIn(text: string): string {
    const named = people.filter((p) => p.label === text.trim())
    return named.length === 1 && named[0] ? named[0].id : text
  }
}

function peopleIn(view: RecordView): { id: string; label: string }[] {
  return [...view.subjects('person'), ...view.subjects('child')].flatMap(({ id }) => {
    const label = labelOf(view, id)
    return label === '' ? [] : [{ id, label }]
  })
}

/** As it is recorded: without the space that somebody typed on the way to the next word. */
export function tidyBasis(basis: EntryBasis | undefined): EntryBasis | undefined {
  const by = basis?.by?.trim()
  return basis && { how: basis.how, ...(by && { by }) }
}
