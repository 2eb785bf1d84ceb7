import type { Locator } from 'playwright-core'
import type { ContactValue, DateValue, PartValue } from '../../../src/domain/answer.ts'
import type { Option, Part } from '../../../src/domain/question.ts'
import type { Drinks } from '../../../src/domain/units.ts'

/** Fills in one part of an answer, by the label that a person reads. */
export async function fillPart(
  form: Locator,
  part: Part,
  questionText: string,
  value: PartValue,
  names: (part: Part, value: PartValue) => readonly string[],
): Promise<void> {
  const label = part.label ?? questionText
  const group = form.getByRole('group', { name: label, exact: true }).last()
  switch (part.kind) {
    case 'single':
      return group.getByRole('radio', { name: labelOf(part.options, value as string), exact: true }).check()
    case 'multi':
      for (const id of value as readonly string[]) {
        await group.getByRole('checkbox', { name: labelOf(part.options, id), exact: true }).check()
      }
      return
    case 'people':
      for (const name of names(part, value)) {
        await group.getByRole(part.many ? 'checkbox' : 'radio', { name, exact: true }).check()
      }
      return
    case 'grid':
      for (const [row, cell] of Object.entries(value as Record<string, string>)) {
        const line = group.getByRole('group', { name: labelOf(part.rows, row), exact: true })
        await line.getByRole('radio', { name: labelOf(part.cells, cell), exact: true }).check()
      }
      return
    case 'drinks':
      await group.locator('summary').click()
      for (const [i, drink] of (value as readonly Drinks[]).entries()) {
        await group.getByRole('button', { name: 'Another drink', exact: true }).click()
        const row = group.getByRole('group', { name: `Drink ${i + 1}`, exact: true })
        for (const [key, text] of Object.entries(drink)) {
          await row.getByLabel(DRINK[key as keyof Drinks], { exact: true }).fill(String(text))
        }
      }
      return
    case 'date': {
      const [year = '', month, day] = (value as DateValue).on.split('-')
      if (day) await group.getByLabel('Day').fill(day)
      if (month) await group.getByLabel('Month').fill(month)
      return group.getByLabel('Year').fill(year)
    }
    case 'contact':
      for (const [key, text] of Object.entries(value as ContactValue)) {
        await form.getByLabel(CONTACT[key as keyof ContactValue], { exact: true }).fill(text)
      }
      return
    default:
      return form.getByLabel(label, { exact: true }).last().fill(String(value))
  }
}

const DRINK: Record<keyof Drinks, string> = {
  what: 'What it is',
  ml: 'Size of one',
  strength: 'Strength',
  count: 'How many',
}

const CONTACT: Record<keyof ContactValue, string> = { name: 'Name', role: 'Role', phone: 'Telephone', email: 'Email' }

function labelOf(options: readonly Option[], id: string): string {
  const found = options.find((o) => o.id === id)
  if (!found) throw new Error(`No option ${id}`)
  return found.label
}
