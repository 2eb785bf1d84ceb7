import { fireEvent, within } from '@testing-library/react'
import { expect } from 'vitest'
import type { ContactValue, DateValue, PartValue } from '../../../src/domain/answer.ts'
import type { Option, Part, Question } from '../../../src/domain/question.ts'
import type { Drinks } from '../../../src/domain/units.ts'
import type { RecordView } from '../../../src/domain/view.ts'
import { refInWords } from '../../../src/report/answer-words.ts'
import { byLabel } from './by-label.ts'

const CONTACT: Record<keyof ContactValue, string> = { name: 'Name', role: 'Role', phone: 'Telephone', email: 'Email' }

const DRINK: Record<keyof Drinks, string> = {
  what: 'What it is',
  ml: 'Size of one',
  strength: 'Strength',
  count: 'How many',
}

const TYPED = 'textarea, input:not([type=radio], [type=checkbox])'

/** The part of the form that a person finds by its label. */
function fieldOf(form: HTMLElement, question: Question, part: Part): HTMLElement {
  const name = part.label ?? question.text
  if (part.kind === 'time' || part.kind === 'number' || part.kind === 'text' || part.kind === 'verbatim')
    return byLabel(form, name, TYPED)
  return groupOf(form, name)
}

/** A group by its legend. To ask for its role and name, as `shownAs` does once, takes ten times as long. */
function groupOf(form: HTMLElement, name: string): HTMLElement {
  const group = within(form).getByText(name, { selector: 'legend' }).parentElement
  if (!(group instanceof HTMLFieldSetElement)) throw new Error(`No group ${name}`)
  return group
}

/** Makes one part hold a value, or nothing, as a person does: by the names of what is on the screen. */
export function fillPart(
  form: HTMLElement,
  question: Question,
  part: Part,
  value: PartValue | undefined,
  view: RecordView,
): void {
  const field = fieldOf(form, question, part)
  switch (part.kind) {
    case 'single':
      chooseOne(field, value === undefined ? undefined : labelIn(part.options, value as string))
      return
    case 'multi': {
      const labels = ((value ?? []) as string[]).map((o) => labelIn(part.options, o))
      tick(field, labels)
      return
    }
    case 'people': {
      const names = ((value ?? []) as string[]).map((id) => refInWords(view, id))
      if (part.many) tick(field, names)
      else chooseOne(field, names[0])
      return
    }
    case 'grid':
      for (const row of part.rows) {
        const chosen = (value as Record<string, string> | undefined)?.[row.id]
        const line = groupOf(field, row.label)
        if (chosen !== undefined || line.querySelector('input:checked'))
          chooseOne(line, chosen === undefined ? undefined : labelIn(part.cells, chosen))
      }
      return
    case 'drinks':
      for (const button of within(field).queryAllByText('Take out', { selector: 'button' })) fireEvent.click(button)
      for (const [i, drink] of ((value ?? []) as Drinks[]).entries()) {
        fireEvent.click(within(field).getByText('Another drink', { selector: 'button' }))
        const row = groupOf(field, `Drink ${i + 1}`)
        for (const [key, label] of Object.entries(DRINK)) {
          const typed = drink[key as keyof Drinks]
          if (typed !== undefined) type(byLabel(row, label, TYPED), String(typed))
        }
      }
      return
    case 'date': {
      const date = value as DateValue | undefined
      const [year = '', month = '', day = ''] = (date?.on ?? '').split('-')
      type(byLabel(field, 'Day'), day)
      type(byLabel(field, 'Month'), month)
      type(byLabel(field, 'Year'), year)
      if (part.approximate) tick(field, date?.about ? ['About then: the date is not exact'] : [])
      return
    }
    case 'contact':
      for (const [key, label] of Object.entries(CONTACT)) {
        const text = (value as ContactValue | undefined)?.[key as keyof ContactValue] ?? ''
        type(byLabel(field, label), text)
      }
      return
    default:
      type(field, value === undefined ? '' : String(value))
  }
}

const ROLES: Partial<Record<Part['kind'], string>> = { number: 'textbox', text: 'textbox', verbatim: 'textbox' }

/** The part and all that it offers are there by role and name, with its hint; answers with what is not. */
export function missingFrom(form: HTMLElement, question: Question, part: Part): string[] {
  const field = fieldOf(form, question, part)
  if (part.kind !== 'time') expect(field).toHaveRole(ROLES[part.kind] ?? 'group')
  expect(field).toHaveAccessibleName(part.label ?? question.text)
  if (part.hint) expect(field).toHaveAccessibleDescription(expect.stringContaining(part.hint))
  switch (part.kind) {
    case 'single':
      return missing(field, 'radio', part.options)
    case 'multi':
      return missing(field, 'checkbox', part.options)
    case 'grid':
      return part.rows.flatMap((r) => missing(groupOf(field, r.label), 'radio', part.cells))
    default:
      return []
  }
}

function missing(group: HTMLElement, type: string, options: readonly Option[]): string[] {
  const inputs = [...group.querySelectorAll<HTMLInputElement>(`input[type=${type}]`)]
  const there = inputs.map((input) => input.labels?.[0]?.textContent)
  return options.map((o) => o.label).filter((name) => there.filter((t) => t === name).length !== 1)
}

function type(field: HTMLElement, text: string): void {
  if ((field as HTMLInputElement).value !== text) fireEvent.change(field, { target: { value: text } })
}

function chooseOne(group: HTMLElement, name: string | undefined): void {
  if (name !== undefined) fireEvent.click(byLabel(group, name, 'input[type=radio]'))
  else fireEvent.click(within(group).getByText('Take this answer back', { selector: 'button' }))
}

const BOX = 'input[type=checkbox]'

/** Those that are no longer meant first, so that one that stands alone takes nothing away afterwards. */
function tick(group: HTMLElement, names: readonly string[]): void {
  const boxNamed = (name: string) => byLabel(group, name, BOX)
  const wanted = new Set(names.map(boxNamed))
  const ticked = [...group.querySelectorAll<HTMLInputElement>(BOX)].filter((box) => box.checked)
  for (const box of ticked) if (!wanted.has(box)) fireEvent.click(box)
  for (const box of wanted) if (!box.checked) fireEvent.click(box)
}

function labelIn(options: readonly Option[], id: string): string {
  const found = options.find((o) => o.id === id)
  if (!found) throw new Error(`No option ${id}`)
  return found.label
}
