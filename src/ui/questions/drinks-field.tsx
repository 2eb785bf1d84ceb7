import { useId, useState } from 'react'
import { asUnits, unitsOf } from '../../domain/units.ts'
import { drinkWords } from '../../report/drink-words.ts'
import { type FieldProps, Group } from '../controls/field.tsx'
import { TextField } from '../controls/text-field.tsx'
import { drinksFieldWords as words } from './drinks-field-words.ts'
import {
  type DrinkRow,
  drinkIn,
  type RawDrinks,
  readDrinks,
  rowsOf,
  withField,
  withoutRow,
  withRow,
} from './drinks-form.ts'

interface DrinksFieldProps extends FieldProps {
  value: RawDrinks
  /** There is a pregnancy: the advice about it stands here. */
  inPregnancy: boolean
  /** `chosen`: by a button, rather than typed. */
  onChange(value: Record<string, string>, chosen?: true): void
}

/** Builds a list of drinks, and adds up their UK units as it grows. Neither a strength nor a number is ever filled in for anybody. */
export function DrinksField({ value, inPregnancy, onChange, ...field }: DrinksFieldProps) {
  const rows = rowsOf(value)
  const [open, setOpen] = useState(rows.length > 0 || field.error !== undefined)
  const add = (what: string, ml: string) => onChange(withRow(value, { what, ml, strength: '', count: '' }), true)
  return (
    <Group {...field}>
      <details className="nhsuk-details linnet-drinks" open={open} onToggle={(e) => setOpen(e.currentTarget.open)}>
        <summary className="nhsuk-details__summary">
          <span className="nhsuk-details__summary-text">{words.workItOut}</span>
        </summary>
        <div className="nhsuk-details__text">
          {inPregnancy && <p>{words.inPregnancy}</p>}
          {rows.map((row, i) => (
            <Row
              key={row.key}
              id={`${field.id}--${row.key}`}
              row={row}
              nth={i + 1}
              onField={(name, text, chosen) => onChange(withField(value, row.key, name, text), chosen)}
              onRemove={() => onChange(withoutRow(value, row.key), true)}
            />
          ))}
          <Containers onAdd={add} />
          <p className="linnet-units" aria-live="polite">
            {totalInWords(value)}
          </p>
        </div>
      </details>
    </Group>
  )
}

function totalInWords(value: RawDrinks): string {
  const drinks = readDrinks(value)
  if (drinks === undefined) return words.noDrinks
  const total = drinks === 'unreadable' ? 'incomplete' : unitsOf(drinks)
  return total === 'incomplete' ? words.notYet : words.total(drinkWords.units(asUnits(total.tenths)))
}

function Row({
  id,
  row,
  nth,
  onField,
  onRemove,
}: {
  id: string
  row: DrinkRow
  nth: number
  onField(name: 'what' | 'ml' | 'strength' | 'count', text: string, chosen?: true): void
  onRemove(): void
}) {
  const count = /^\d+$/.test(row.count.trim()) ? Number(row.count) : 0
  const name = row.what.trim() || words.drink(nth)
  return (
    <fieldset className="nhsuk-fieldset linnet-thing">
      <legend className="nhsuk-fieldset__legend nhsuk-fieldset__legend--s">{words.drink(nth)}</legend>
      <TextField id={`${id}-what`} label={words.what} value={row.what} onChange={(t) => onField('what', t)} />
      <div className="linnet-drink">
        <TextField
          id={`${id}-ml`}
          label={words.size}
          value={row.ml}
          onChange={(t) => onField('ml', t)}
          inputMode="decimal"
          unit="ml"
          width={4}
        />
        <TextField
          id={`${id}-strength`}
          label={words.strength}
          value={row.strength}
          onChange={(t) => onField('strength', t)}
          inputMode="decimal"
          unit="%"
          width={4}
          suggestions={words.strengths}
        />
        <div className="linnet-count">
          <TextField
            id={`${id}-count`}
            label={words.howMany}
            value={row.count}
            onChange={(t) => onField('count', t)}
            inputMode="decimal"
            width={3}
          />
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            aria-label={words.fewer(name)}
            disabled={count < 2}
            onClick={() => onField('count', String(count - 1), true)}
          >
            {words.minus}
          </button>
          <button
            type="button"
            className="nhsuk-button nhsuk-button--secondary"
            aria-label={words.more(name)}
            onClick={() => onField('count', String(count + 1), true)}
          >
            {words.plus}
          </button>
        </div>
      </div>
      <p className="linnet-units">{rowInWords(row)}</p>
      <button type="button" className="linnet-link" onClick={onRemove}>
        {words.remove}
        <span className="nhsuk-u-visually-hidden"> {name}</span>
      </button>
    </fieldset>
  )
}

function rowInWords(row: DrinkRow): string {
  const drink = drinkIn(row)
  if (drink === 'unreadable') return words.unreadable
  const total = drink ? unitsOf([drink]) : 'incomplete'
  if (total !== 'incomplete') return drinkWords.units(asUnits(total.tenths))
  const missing = (['ml', 'strength', 'count'] as const).filter((f) => drink?.[f] === undefined)
  return words.missing(missing)
}

function Containers({ onAdd }: { onAdd(what: string, ml: string): void }) {
  const id = useId()
  return (
    <fieldset className="nhsuk-fieldset linnet-containers" aria-labelledby={id}>
      <legend id={id} className="nhsuk-fieldset__legend">
        {words.add}
      </legend>
      {words.containers.map(({ what, ml }) => (
        <button key={`${what} ${ml}`} type="button" className="linnet-chip" onClick={() => onAdd(what, String(ml))}>
          {words.container(what, ml)}
        </button>
      ))}
      <button type="button" className="linnet-chip" onClick={() => onAdd('', '')}>
        {words.another}
      </button>
    </fieldset>
  )
}
