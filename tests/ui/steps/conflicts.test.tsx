import { screen, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import type { Slot } from '../../../src/domain/entry.ts'
import { CheckScreen } from '../../../src/ui/steps/check-screen.tsx'
import { TaskListScreen } from '../../../src/ui/steps/task-list-screen.tsx'
import { hands, recorded } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { type AtTheScreen, anOpenAssessment, LIN, SAM, settled } from '../harness/open-assessment.tsx'

const HOUSEHOLD = { question: 'NET-15', subject: '-' }
const PRIVATE = { question: 'NET-06', subject: 'tansy' }
const differ = (at: AtTheScreen, slot: Slot, part: string, a: string | string[], b: string | string[]) =>
  at.receive(
    recorded(SAM, `sam-${slot.question}`, slot, { parts: { [part]: a } }),
    recorded(LIN, `lin-${slot.question}`, slot, { parts: { [part]: b } }),
  )
const taskList = () => inNav(<TaskListScreen onNewContact={async () => true} keeping="" />)
const region = () => screen.getByRole('region', { name: /^Answers on which people differ/ })

it('are counted for the assessment and for each step on the list of steps', async () => {
  const at = await anOpenAssessment()
  at.show(taskList)
  expect(screen.queryByText(/People recorded different things/)).not.toBeInTheDocument()
  await differ(at, HOUSEHOLD, 'says', 'none', 'yes')
  expect(screen.getByText(/^People recorded different things in 1 answer\./)).toBeInTheDocument()
  const step = screen.getAllByRole('listitem').find((item) => item.textContent?.startsWith('Household and network'))
  expect(step && within(step).getByText('1 answer on which people differ')).toBeInTheDocument()
  expect(step && within(step).getByText('Needs attention')).toBeInTheDocument()
})

it('lead from the list of steps to where they are settled', async () => {
  let checked = 0
  const at = await anOpenAssessment()
  at.show(() =>
    inNav(<TaskListScreen onNewContact={async () => true} keeping="" />, { checkAnswers: () => void checked++ }),
  )
  await differ(at, HOUSEHOLD, 'says', 'none', 'yes')
  await hands().click(screen.getByRole('button', { name: 'Look at the differences' }))
  expect(checked).toBe(1)
})

it('are listed on check answers, and settled there', async () => {
  const at = await anOpenAssessment()
  at.show(() => inNav(<CheckScreen />))
  await differ(at, HOUSEHOLD, 'says', 'none', 'yes')
  const user = hands()
  const radio = within(region()).getByRole('radio', { name: /^Nobody else uses.*Sam Okoro.*Harbour service/ })
  expect(
    within(region())
      .getAllByRole('radio')
      .filter((r) => (r as HTMLInputElement).checked),
  ).toEqual([])
  await user.click(radio)
  await user.type(within(region()).getByRole('textbox', { name: 'Why' }), 'Asked again')
  await user.click(within(region()).getByRole('button', { name: 'Record this choice' }))
  await settled()
  expect(screen.queryByRole('region', { name: /^Answers on which people differ/ })).not.toBeInTheDocument()
  expect(at.assessment.current().view.record.heads(HOUSEHOLD)).toHaveLength(1)
})

it('are folded away on check answers where the question is private, until private questions are shown', async () => {
  const at = await anOpenAssessment()
  at.show(() => inNav(<CheckScreen />))
  await at.receive(recorded(SAM, 'tansy', { question: 'NET-01', subject: 'tansy' }, { parts: { label: 'Tansy' } }))
  await differ(at, PRIVATE, 'risk', ['violence'], ['not-known'])
  const summary = within(region()).getByText(/^A difference in a private question/)
  expect(summary.closest('details')).not.toHaveAttribute('open')
})
