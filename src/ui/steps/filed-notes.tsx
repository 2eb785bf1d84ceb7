import { type Note, notesOf } from '../../domain/notes.ts'
import { recordWords, whenInWords } from '../../report/words.ts'
import { Select } from '../controls/choices.tsx'
import { PrivateForm } from '../controls/private-form.tsx'
import { useWorkspace } from '../workspace.ts'
import { noteWords as words } from './note-words.ts'

/** Quick notes that wait for a step. */
export function NotesToFile() {
  const workspace = useWorkspace()
  const waiting = notesOf(workspace.view.record).filter((n) => !n.value.step)
  if (waiting.length === 0) return null
  const file = ({ entry, value }: Note, step: string) =>
    void workspace.save({ kind: 'note', slot: entry.slot, value: { ...value, step }, seen: [entry.id] })
  return (
    <section aria-labelledby="notes-to-file">
      <h2 className="nhsuk-heading-m" id="notes-to-file">
        {words.toFile}
      </h2>
      {waiting.map((n) => (
        <div className="linnet-thing" key={n.entry.id}>
          <NoteLine note={n} />
          <PrivateForm>
            <Select
              id={`file-${n.entry.id}`}
              label={words.fileTo}
              empty={words.later}
              options={workspace.view.pack.steps.map((s) => ({ id: s.id, label: s.name }))}
              value=""
              onChange={(step) => step !== '' && file(n, step)}
            />
          </PrivateForm>
        </div>
      ))}
    </section>
  )
}

/** The notes that belong to one step. */
export function FiledNotes({ step }: { step: string }) {
  const { view } = useWorkspace()
  const here = notesOf(view.record).filter((n) => n.value.step === step)
  if (here.length === 0) return null
  return (
    <section className="nhsuk-inset-text" aria-labelledby="notes-here">
      <h2 className="nhsuk-heading-s" id="notes-here">
        {words.here}
      </h2>
      {here.map((n) => (
        <NoteLine note={n} key={n.entry.id} />
      ))}
    </section>
  )
}

function NoteLine({ note }: { note: Note }) {
  const { name, role, agency } = note.entry.author
  return (
    <p>
      <strong>{recordWords.senses[note.value.sense]}:</strong> {note.value.words}
      <span className="linnet-detail">
        {recordWords.recordedBy(name, role, agency, whenInWords(note.entry.recordedAt))}
      </span>
    </p>
  )
}
