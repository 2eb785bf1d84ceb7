import { act, fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answerTo, type EntryContent } from '../../../src/domain/compose.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { StepScreen } from '../../../src/ui/steps/step-screen.tsx'
import { questionOf, recordAsking } from '../harness/asked.ts'
import { type ACard, aCard, leave } from '../harness/every-question.tsx'
import { inNav } from '../harness/nav.tsx'
import { afterAWhile, anOpenAssessment } from '../harness/open-assessment.tsx'

const group = (within_: HTMLElement, name: string) => within(within_).getByRole('group', { name })
const press = (at: HTMLElement, name: string | RegExp) => fireEvent.click(within(at).getByRole('button', { name }))
const type = (at: HTMLElement, label: string, text: string) =>
  fireEvent.change(within(at).getByLabelText(label), { target: { value: text } })
const stored = async (at: ACard) => (await at.entriesIn(at.slot)).at(-1)?.value

async function amountCard(): Promise<ACard> {
  const at = await aCard(questionOf('CON-03'))
  fireEvent.click(within(at.form).getByLabelText('UK units of alcohol'))
  return at
}
const usualDay = (at: ACard) => {
  const drinks = group(at.form, 'The drinks of a usual day')
  fireEvent.click(within(drinks).getByText('Work out the units from the drinks'))
  return drinks
}

describe('the drinks builder', () => {
  it('gives a container its size, and no strength and no number', async () => {
    const drinks = usualDay(await amountCard())
    press(drinks, 'Pint, 568 ml')
    const row = group(drinks, 'Drink 1')
    expect(within(row).getByLabelText('What it is')).toHaveValue('Pint')
    expect(within(row).getByLabelText('Size of one')).toHaveValue('568')
    expect(within(row).getByLabelText('Strength')).toHaveValue('')
    expect(within(row).getByLabelText('How many')).toHaveValue('')
    expect(row).toHaveTextContent('Not yet counted: the strength and how many missing')
    expect(drinks).toHaveTextContent('The units can be added up once each drink has a size, a strength and a number.')
  })

  it('adds up as it is built, and takes the total over only when told to', async () => {
    const at = await amountCard()
    const drinks = usualDay(at)
    press(drinks, 'Pint, 568 ml')
    const first = group(drinks, 'Drink 1')
    type(first, 'Strength', '4')
    press(first, 'One more: Pint')
    press(first, 'One more: Pint')
    expect(first).toHaveTextContent('4.5 UK units')
    press(drinks, 'Glass of wine, 175 ml')
    const second = group(drinks, 'Drink 2')
    type(second, 'Strength', '12')
    press(second, 'One more: Glass of wine')
    expect(drinks).toHaveTextContent('Total: 6.6 UK units')
    const number = within(at.form).getByLabelText('On a usual day')
    expect(number).toHaveValue('')
    expect(at.form).toHaveTextContent('The drinks add up to 6.6 UK units.')
    press(at.form, /^Use this number\s*6.6$/)
    expect(number).toHaveValue('6.6')
    expect(within(at.form).queryByRole('button', { name: /Use this number/ })).toBeNull()
    await leave(at)
    expect(await stored(at)).toEqual({
      parts: {
        measure: 'units',
        typical: 6.6,
        'typical-drinks': [
          { what: 'Pint', ml: 568, strength: 4, count: 2 },
          { what: 'Glass of wine', ml: 175, strength: 12, count: 1 },
        ],
      },
    })
  })

  it('says that a typed number differs, and picks neither', async () => {
    const at = await amountCard()
    type(at.form, 'On a usual day', '3')
    const drinks = usualDay(at)
    press(drinks, 'Can, 500 ml')
    type(group(drinks, 'Drink 1'), 'Strength', '9')
    type(group(drinks, 'Drink 1'), 'How many', '1')
    expect(at.form).toHaveTextContent('The drinks add up to 4.5 UK units. The number here is a different one.')
    await leave(at)
    expect(await stored(at)).toMatchObject({ parts: { typical: 3, 'typical-drinks': [{ count: 1 }] } })
  })

  it('takes one fewer, never below one, and takes a drink out', async () => {
    const at = await amountCard()
    const drinks = usualDay(at)
    press(drinks, 'Can, 440 ml')
    press(drinks, 'Another drink')
    const first = group(drinks, 'Drink 1')
    expect(within(first).getByRole('button', { name: 'One fewer: Can' })).toBeDisabled()
    type(first, 'How many', '3')
    press(first, 'One fewer: Can')
    expect(within(first).getByLabelText('How many')).toHaveValue('2')
    press(first, /^Take out\s*Can$/)
    expect(within(drinks).queryByRole('group', { name: 'Drink 2' })).toBeNull()
    expect(within(group(drinks, 'Drink 1')).getByLabelText('What it is')).toHaveValue('')
  })

  it('keeps what cannot be read as a draft, and says what would do', async () => {
    const at = await amountCard()
    const drinks = usualDay(at)
    press(drinks, 'Can, 440 ml')
    type(group(drinks, 'Drink 1'), 'Strength', 'strong')
    await leave(at)
    expect(drinks).toHaveTextContent('Use plain numbers')
    expect(await stored(at)).toEqual({ parts: { measure: 'units' } })
    await afterAWhile(300)
    expect((await at.draftsKept())[0]?.raw).toMatchObject({ 'typical-drinks': { '1-strength': 'strong' } })
  })

  it('says in a pregnancy that the advice is no alcohol at all, and otherwise nothing', async () => {
    const advice = 'In pregnancy the UK advice is to drink no alcohol at all.'
    const other = await amountCard()
    expect(usualDay(other)).not.toHaveTextContent(advice)
    other.shown.unmount()
    const question = questionOf('CON-03')
    const { content, subject } = recordAsking(question)
    const pregnant = answerTo(
      { question: 'PRE-01', subject: subject.split(':')[0] ?? '' },
      { parts: { status: 'pregnant' } },
      [],
    )
    const shown = await onTheStep([...content, pregnant], 'CON-03')
    fireEvent.click(within(shown).getByLabelText('UK units of alcohol'))
    expect(within(shown).getAllByText(advice).length).toBe(3)
  })
})

describe('the week', () => {
  it('is counted when all seven days are known, and copied to four weeks when told to', async () => {
    const at = await aCard(questionOf('CON-02'))
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
    const mark = (day: string, as: string) => fireEvent.click(within(group(at.form, day)).getByLabelText(as))
    for (const day of days.slice(0, 6)) mark(day, 'Used')
    expect(at.form).toHaveTextContent('The days can be counted once all seven are known.')
    mark('Sunday', 'Not known')
    expect(within(at.form).queryByRole('button', { name: /Copy/ })).toBeNull()
    mark('Sunday', 'Did not use')
    press(at.form, 'Copy 6 days to all four weeks')
    expect(at.form).toHaveTextContent('The four weeks add up to 24 days.')
    expect(within(at.form).getByLabelText('Days in the last 28')).toHaveValue('')
    type(at.form, 'Days in the week 22 to 28 days ago', '2')
    type(at.form, 'Days in the last 28', '24')
    expect(at.form).toHaveTextContent('The four weeks add up to 20 days. The number here is a different one.')
    await leave(at)
    expect(await stored(at)).toMatchObject({
      parts: { 'days-7': 6, 'days-8-14': 6, 'days-15-21': 6, 'days-22-28': 2, 'days-28': 24 },
    })
  })

  it('does not add up weeks of which one is open', async () => {
    const at = await aCard(questionOf('CON-02'))
    type(at.form, 'Days in the last 7', '3')
    expect(at.form).toHaveTextContent('The weeks can be added up once all four are filled in.')
  })
})

describe('AUDIT', () => {
  it('asks seven more questions at 5 points, not at 4, and shows the total as a fact', async () => {
    const { content } = recordAsking(questionOf('CON-17'))
    const short = await onTheStep(content, 'CON-17')
    const long = () => screen.queryByRole('region', { name: 'Seven more questions about alcohol' })
    const choose = (card: HTMLElement, label: string, option: string) =>
      fireEvent.click(within(group(card, label)).getByLabelText(option))
    choose(short, 'How often do you have a drink containing alcohol?', '4 or more times a week')
    choose(short, 'How many units of alcohol do you drink on a typical day when you are drinking?', '1 to 2')
    const third = /^How often have you had 6 or more units/
    fireEvent.click(within(within(short).getByRole('group', { name: third })).getByLabelText('Never'))
    await afterAWhile()
    expect(long()).toBeNull()
    expect(screen.getByText(/AUDIT-C \(UK\): 4 of 12 points/)).toBeInTheDocument()
    fireEvent.click(within(within(short).getByRole('group', { name: third })).getByLabelText('Less than monthly'))
    await afterAWhile()
    expect(long()).toBeInTheDocument()
    expect(screen.getByText(/AUDIT-C \(UK\): 5 of 12 points/)).toBeInTheDocument()
  })
})

/** A question open on its step, with the picture above it. */
async function onTheStep(content: readonly EntryContent[], id: string): Promise<HTMLElement> {
  const at = await anOpenAssessment(content)
  const step = packV1.steps.find((s) => s.id === 'CON')
  if (!step) throw new Error('No such step')
  at.show(() => inNav(<StepScreen step={step} at={{ question: id }} onShowPrivate={() => undefined} />))
  // The picture above the questions comes a moment later.
  await act(() => import('../../../src/ui/steps/consumption-panel.tsx'))
  return screen.getByRole('region', { name: questionOf(id).text })
}
