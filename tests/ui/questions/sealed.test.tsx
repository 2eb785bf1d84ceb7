import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { hands, recorded, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'
import { SAM } from '../harness/open-assessment.tsx'

const question = questionOf('NET-11')
const slot = { question: 'NET-11', subject: '-' }
const sams = recorded(SAM, 'of-sam', slot, { parts: { what: 'He moved out in May' } }, { basis: { how: 'said' } })
const field = () => screen.getByRole('textbox', { name: /In their words/ }) as HTMLTextAreaElement

async function aCardWithSams() {
  const at = await aCard(question)
  await at.receive(sams)
  expect(field().value).toBe('He moved out in May')
  return at
}

it('a form that nobody uses shows nothing of a colleague’s answer once it is sealed, and shows it again after', async () => {
  const at = await aCardWithSams()
  await at.seal()
  expect(field().value).toBe('')
  expect(document.body.textContent).not.toContain('Sam Okoro')
  await at.unseal()
  expect(field().value).toBe('He moved out in May')
})

it('what is recorded in it then supersedes nothing: both stand', async () => {
  const at = await aCardWithSams()
  await at.seal()
  const user = hands()
  await user.type(field(), 'He is back')
  await tapBeside(user)
  expect((await at.entriesIn(slot)).map(({ supersedes }) => supersedes)).toEqual([[]])
  await at.unseal()
  expect(at.assessment.current().view.record.heads(slot)).toHaveLength(2)
})

it('the field in use stays with its words and its caret, and the answer names what was on the screen when it began', async () => {
  const at = await aCardWithSams()
  const user = hands()
  await user.click(field())
  await user.type(field(), ', he says')
  const used = field()
  await at.seal()
  expect(document.activeElement).toBe(used)
  expect(field().value).toBe('He moved out in May, he says')
  await user.type(field(), ' now')
  await tapBeside(user)
  const [made] = await at.entriesIn(slot)
  expect(made?.value).toEqual({ parts: { what: 'He moved out in May, he says now' } })
  expect(made?.supersedes).toEqual(['of-sam'])
})
