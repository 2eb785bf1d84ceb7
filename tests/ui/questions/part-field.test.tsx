import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hands, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'

describe('a part of a question', () => {
  it('where one option stands alone: it takes the others away, and they take it away', async () => {
    const at = await aCard(questionOf('CON-14'))
    const user = hands()
    const box = (name: string) => within(at.card).getByRole<HTMLInputElement>('checkbox', { name })
    const boxes = [box('The amounts do harm'), box('The adult is dependent'), box('It is not problem use')] as const
    const [harmful, dependent, none] = boxes
    await user.click(harmful)
    await user.click(dependent)
    await user.click(none)
    expect(boxes.map((b) => b.checked)).toEqual([false, false, true])
    await user.click(dependent)
    expect(boxes.map((b) => b.checked)).toEqual([false, true, false])
  })

  it('with suggested words shows them, and holds them only when they are taken', async () => {
    const question = questionOf('START-06')
    const at = await aCard(question)
    const user = hands()
    const field = screen.getByRole('textbox', { name: question.text })
    expect(screen.getByText(/^I ask every family the same questions/)).toBeInTheDocument()
    expect(field).toHaveValue('')
    await user.click(screen.getByRole('button', { name: 'Start from these words' }))
    expect(field).toHaveValue((question.parts[0] as { prefill?: string }).prefill)
    expect(screen.queryByRole('button', { name: 'Start from these words' })).not.toBeInTheDocument()
    await user.type(field, ' And more.')
    await tapBeside(user)
    const [entry] = await at.entriesIn(at.slot)
    expect(entry?.value).toEqual({ parts: { words: expect.stringMatching(/^I ask every family .* And more\.$/) } })
  })

  it('that names one person lets one be chosen, and one that names several lets several', async () => {
    await aCard(questionOf('TRI-03'))
    const user = hands()
    await user.click(screen.getByRole('button', { name: 'Add a test' }))
    const whose = screen.getByRole('group', { name: 'Whose test' })
    expect(within(whose).getAllByRole('radio')).toHaveLength(1)
    expect(within(whose).queryByRole('checkbox')).not.toBeInTheDocument()
  })

  it('that names a contact keeps the fields of two contacts apart, and says what is too long', async () => {
    const at = await aCard(questionOf('AGY-08'))
    const user = hands()
    const [lead, substance] = ['Safeguarding lead', 'Drug and alcohol lead'].map((name) =>
      screen.getByRole('group', { name }),
    )
    if (!lead || !substance) throw new Error('A contact is missing')
    await user.type(within(lead).getByRole('textbox', { name: 'Name' }), 'Jo')
    await user.type(within(substance).getByRole('textbox', { name: 'Name' }), 'Kit')
    await user.click(within(substance).getByRole('textbox', { name: 'Role' }))
    await user.paste('x'.repeat(301))
    await tapBeside(user)
    const [entry] = await at.entriesIn(at.slot)
    expect(entry?.value).toEqual({ parts: { 'safeguarding-lead': { name: 'Jo' } } })
    expect(substance).toHaveAccessibleDescription('Use fewer words here')
  })

  it('keeps the focus in the question when a choice is taken back', async () => {
    const at = await aCard(questionOf('NET-15'))
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Nobody else uses' }))
    await user.click(screen.getByRole('button', { name: 'Take this answer back' }))
    expect(screen.getByRole('radio', { name: 'Nobody else uses' })).toHaveFocus()
    await tapBeside(user)
    expect(await at.entriesIn(at.slot)).toEqual([])
  })

  it('that is hidden by another part keeps its words for when it is shown again', async () => {
    const at = await aCard(questionOf('TRI-05'))
    const user = hands()
    const reply = () => screen.queryByRole('textbox', { name: 'What they said' })
    await user.click(screen.getByRole('radio', { name: 'Yes' }))
    await user.type(reply() as HTMLElement, 'That she had been ill')
    await user.click(screen.getByRole('radio', { name: 'Not yet' }))
    expect(reply()).not.toBeInTheDocument()
    await tapBeside(user)
    expect((await at.entriesIn(at.slot)).map((e) => e.value)).toEqual([{ parts: { put: 'not-yet' } }])
    await user.click(screen.getByRole('radio', { name: 'Yes' }))
    expect(reply()).toHaveValue('That she had been ill')
  })
})
