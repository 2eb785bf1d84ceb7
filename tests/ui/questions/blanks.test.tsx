import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hands, recorded, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { type ACard, aCard } from '../harness/every-question.tsx'
import { afterAWhile, SAM } from '../harness/open-assessment.tsx'

const question = questionOf('PRE-02')
const why = () => screen.getByRole('textbox', { name: 'Why (you can add this later)' })
const choose = (name: string) => screen.getByRole('radio', { name })
const made = async (at: ACard, slot = at.slot) =>
  (await at.entriesIn(slot)).map(({ kind, value, supersedes }) => ({ kind, value, supersedes }))

describe.each(['PRE-02', 'PRO-10'])('the reason for a blank of %s', (id) => {
  it('is still there when the browser died in the middle of it', async () => {
    const at = await aCard(questionOf(id))
    const user = hands()
    await user.click(choose('Not asked'))
    await user.type(why(), 'He would not leave the ro')
    await at.assessment.flush()
    at.shown.unmount()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(choose('Not asked')).toBeChecked()
    expect(why()).toHaveValue('He would not leave the ro')
  })

  it('can be added later, by an entry that supersedes the first', async () => {
    const at = await aCard(questionOf(id))
    const user = hands()
    await user.click(choose('Not asked'))
    await afterAWhile(400)
    await user.type(why(), 'No time ')
    await tapBeside(user)
    const [first] = await at.entriesIn(at.slot)
    expect(await made(at)).toEqual([
      { kind: 'answer', value: { blank: 'not-asked' }, supersedes: [] },
      { kind: 'answer', value: { blank: 'not-asked', why: 'No time' }, supersedes: [first?.id] },
    ])
  })

  it('goes when the blank is taken back', async () => {
    const at = await aCard(questionOf(id))
    await at.receive(recorded(SAM, 'of-sam', at.slot, { blank: 'not-known', why: 'No scan' }))
    const user = hands()
    expect(why()).toHaveValue('No scan')
    await user.click(screen.getByRole('button', { name: 'Take this answer back' }))
    await tapBeside(user)
    expect((await made(at)).at(-1)).toEqual({
      kind: 'retract',
      value: { why: 'Cleared by the practitioner' },
      supersedes: ['of-sam'],
    })
    expect(screen.queryByRole('textbox', { name: 'Why (you can add this later)' })).not.toBeInTheDocument()
  })
})

describe('a blank', () => {
  it('takes the place of an answer, and what was typed before it is an entry of its own', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(screen.getByRole('textbox', { name: 'Weeks today' }), '26')
    await user.click(choose('Prefers not to say'))
    await tapBeside(user)
    const [first] = await at.entriesIn(at.slot)
    expect(await made(at)).toEqual([
      { kind: 'answer', value: { parts: { weeks: 26 } }, supersedes: [] },
      { kind: 'answer', value: { blank: 'prefers-not-to-say' }, supersedes: [first?.id] },
    ])
    expect(screen.getByRole('textbox', { name: 'Weeks today' })).toHaveValue('')
    expect(choose('Prefers not to say')).toBeChecked()
  })

  it('makes way for an answer', async () => {
    const at = await aCard(question)
    await at.receive(recorded(SAM, 'of-sam', at.slot, { blank: 'not-known' }))
    const user = hands()
    await user.type(screen.getByRole('textbox', { name: 'Weeks today' }), '26')
    expect(choose('Not known')).not.toBeChecked()
    await tapBeside(user)
    expect((await made(at)).at(-1)).toEqual({
      kind: 'answer',
      value: { parts: { weeks: 26 } },
      supersedes: ['of-sam'],
    })
  })

  it('makes one entry, however many are passed on the way to it with the arrow keys', async () => {
    const at = await aCard(question)
    const user = hands()
    choose('Not asked').focus()
    await user.keyboard('[ArrowDown][ArrowDown]')
    await afterAWhile()
    expect(await made(at)).toEqual([{ kind: 'answer', value: { blank: 'prefers-not-to-say' }, supersedes: [] }])
  })

  it('of a whole list does not count as a thing in it', async () => {
    const at = await aCard(questionOf('PRO-10'))
    const user = hands()
    await user.click(choose('Not asked'))
    await at.assessment.flush()
    at.shown.unmount()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(screen.queryByRole('button', { name: /^Done/ })).not.toBeInTheDocument()
  })
})
