import { fireEvent, screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { answerTo } from '../../../src/domain/compose.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { TaskListScreen } from '../../../src/ui/steps/task-list-screen.tsx'
import { recorded } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, LIN, settled } from '../harness/open-assessment.tsx'

const tansy = { question: 'NET-01', subject: 'tansy' }
const row = (name: string) => {
  const found = screen.getAllByRole('listitem').find((item) => item.textContent?.startsWith(name))
  if (!found) throw new Error(`No step ${name}`)
  return within(found)
}

it('lists every step from the beginning, and opens one when something in it is asked', async () => {
  const at = await anOpenAssessment()
  at.show(() => inNav(<TaskListScreen onNewContact={async () => true} keeping="" />))
  expect(screen.getAllByRole('listitem')).toHaveLength(packV1.steps.length)
  expect(row('Consumption picture').queryByRole('button')).not.toBeInTheDocument()
  expect(row('Consumption picture').getByText('Cannot start yet')).toBeInTheDocument()

  await at.receive(recorded(LIN, 'named', tansy, { parts: { label: 'Tansy', part: 'subject' } }))
  expect(row('Consumption picture').getByRole('button')).toBeInTheDocument()
  expect(row('Consumption picture').getByText('Not yet started')).toBeInTheDocument()
})

it('says how far a step is, in words', async () => {
  const slot = { question: 'START-06', subject: '-' }
  const at = await anOpenAssessment([answerTo(slot, { parts: { words: 'Hello' } }, [])])
  at.show(() => inNav(<TaskListScreen onNewContact={async () => true} keeping="" />))
  expect(row('Before you start').getByText(/^1 of \d+ answered or left open with a reason$/)).toBeInTheDocument()
  expect(row('Before you start').getByText('In progress')).toBeInTheDocument()
})

it('begins one contact however often the button is pressed, and says so', async () => {
  let begun = 0
  const at = await anOpenAssessment()
  at.show(() => inNav(<TaskListScreen onNewContact={async () => ++begun > 0} keeping="" />))
  const button = screen.getByRole('button', { name: 'Start a new contact' })
  fireEvent.click(button)
  fireEvent.click(button)
  await settled()
  expect(begun).toBe(1)
  expect(screen.getByText(/^A new contact has begun/)).toBeInTheDocument()
})
