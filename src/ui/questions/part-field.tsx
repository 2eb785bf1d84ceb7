import { Suspense } from 'react'
import type { PartValue } from '../../domain/answer.ts'
import { isOpen } from '../../domain/option-open.ts'
import { isPregnant } from '../../domain/pregnant.ts'
import type { Option, Part } from '../../domain/question.ts'
import type { RecordView } from '../../domain/view.ts'
import { originInWords, refInWords } from '../../report/answer-words.ts'
import { Checkboxes, type Closed, Radios } from '../controls/choices.tsx'
import { DateField } from '../controls/date-field.tsx'
import { Group } from '../controls/field.tsx'
import { GridField } from '../controls/grid-field.tsx'
import { TextArea, TextField } from '../controls/text-field.tsx'
import { asRecord, type PartProblem, type RawPart } from './form-state.ts'
import { DerivedNote, DrinksField, WeekField } from './rare-parts.ts'
import { problemInWords, questionWords as words } from './words.ts'

interface PartFieldProps {
  id: string
  part: Part
  /** The label where the part has none of its own: the question's text. */
  label: string
  value: RawPart
  problem: PartProblem | undefined
  locked: boolean
  view: RecordView
  /** What the answer is about. */
  subject: string
  /** The parts of the same answer that can be read as they stand in the form. */
  read: Readonly<Record<string, PartValue>>
  /** Choices stand beside each other, and are small. */
  inline?: boolean
  /** `chosen`: by a button, in a part that is otherwise typed. */
  onChange(value: RawPart, chosen?: true): void
  /** Puts a text into other parts of the same answer. */
  onFill(parts: readonly string[], text: string): void
}

/** The input for one part of an answer, by its kind. */
export function PartField(props: PartFieldProps) {
  const { id, part, label, value, problem, locked, view, subject, onChange, inline } = props
  const field = {
    id,
    label: part.label ?? label,
    labelHidden: part.label === undefined,
    hint: part.hint,
    error: problem && problemInWords(part, problem),
  }
  switch (part.kind) {
    case 'single':
      return (
        <Radios
          {...field}
          options={part.options}
          value={String(value)}
          onChange={onChange}
          clear={words.clear}
          inline={inline}
        />
      )
    case 'multi':
      return (
        <Checkboxes
          {...field}
          options={part.options}
          value={asList(value)}
          onChange={onChange}
          closed={closedAmong(part.options, view, subject)}
        />
      )
    case 'people': {
      const people = view.subjects(part.of).map((s) => ({ id: s.id, label: refInWords(view, s.id) || words.nameless }))
      const hint = people.length === 0 ? words.nobodyYet : part.hint
      const held = asList(value)
      return part.many || held.length > 1 ? (
        <Checkboxes {...field} hint={hint} options={people} value={held} onChange={onChange} />
      ) : (
        <Radios
          {...field}
          hint={hint}
          options={people}
          value={held[0] ?? ''}
          onChange={(id) => onChange(id === '' ? [] : [id])}
          clear={words.clear}
        />
      )
    }
    case 'drinks':
      return (
        <Suspense fallback={null}>
          <DrinksField {...field} value={asRecord(value)} inPregnancy={isPregnant(view, subject)} onChange={onChange} />
        </Suspense>
      )
    case 'grid':
      return part.week ? (
        <Suspense fallback={null}>
          <WeekField
            {...field}
            rows={part.rows}
            cells={part.cells}
            value={asRecord(value)}
            counts={part.week.counts}
            read={props.read}
            onChange={onChange}
            onCopy={(text) => part.week && props.onFill(part.week.copiesTo, text)}
          />
        </Suspense>
      ) : (
        <GridField
          {...field}
          rows={part.rows}
          cells={part.cells}
          value={asRecord(value)}
          onChange={onChange}
          clear={words.clear}
        />
      )
    case 'date':
      return (
        <DateField
          {...field}
          value={asRecord(value)}
          onChange={onChange}
          words={words}
          approximate={part.approximate}
        />
      )
    case 'origin':
      return value === '' ? null : (
        <p className="linnet-detail">
          {part.label}: {originInWords(view, String(value))}
        </p>
      )
    case 'contact':
      return (
        <Group {...field}>
          {(['name', 'role', 'phone', 'email'] as const).map((key) => (
            <TextField
              key={key}
              id={`${id}--${key}`}
              label={words.contact[key]}
              value={asRecord(value)[key] ?? ''}
              onChange={(text) => onChange({ ...asRecord(value), [key]: text })}
            />
          ))}
        </Group>
      )
    case 'number':
      return (
        <>
          <TextField
            {...field}
            value={String(value)}
            onChange={onChange}
            inputMode="decimal"
            unit={part.unit}
            width={4}
          />
          {part.derived && (
            <Suspense fallback={null}>
              <DerivedNote
                derivation={part.derived}
                read={props.read}
                typed={String(value)}
                onUse={(text) => onChange(text, true)}
              />
            </Suspense>
          )}
        </>
      )
    case 'time':
      return <TextField {...field} value={String(value)} onChange={onChange} type="time" width={5} />
    case 'verbatim':
      return (
        <TextArea
          {...field}
          hint={locked ? words.locked : part.hint}
          value={String(value)}
          onChange={onChange}
          readOnly={locked}
        />
      )
    case 'text':
      return (
        <>
          {part.prefill !== undefined && String(value) === '' && (
            <Suggested words={part.prefill} onUse={() => onChange(part.prefill ?? '')} />
          )}
          {part.long ? (
            <TextArea {...field} value={String(value)} onChange={onChange} />
          ) : (
            <TextField {...field} value={String(value)} onChange={onChange} />
          )}
        </>
      )
  }
}

const closedAmong = (options: readonly Option[], view: RecordView, subject: string): Closed =>
  Object.fromEntries(options.flatMap((o) => (o.after && !isOpen(o, view, subject) ? [[o.id, o.after.why]] : [])))

/** Words to begin from. They are no answer until somebody takes them. */
function Suggested({ words: text, onUse }: { words: string; onUse(): void }) {
  return (
    <div className="nhsuk-inset-text linnet-suggested">
      <p>{text}</p>
      <button type="button" className="linnet-link" onClick={onUse}>
        {words.useSuggested}
      </button>
    </div>
  )
}

const asList = (value: RawPart): readonly string[] => (Array.isArray(value) ? value : [])
