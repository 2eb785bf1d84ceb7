import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { StepScreen } from '../../../src/ui/steps/step-screen.tsx'
import { hands, recorded, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard, stepsOf } from '../harness/every-question.tsx'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, SAM } from '../harness/open-assessment.tsx'

const question = questionOf('PRE-02')
const how = () => screen.getByLabelText('How do you know?', { selector: 'select' })
const by = () => screen.getByLabelText('Who said it, or whose record')
const queryBy = () => screen.queryByLabelText('Who said it, or whose record')

async function anAnswer() {
  const at = await aCard(question)
  const user = hands()
  await user.type(screen.getByRole('textbox', { name: 'Weeks today' }), '26')
  const bases = async () => (await at.entriesIn(at.slot)).map((e) => e.basis)
  return { at, user, bases }
}

describe('how an answer is known', () => {
  it('is not chosen beforehand', async () => {
    const { at, user, bases } = await anAnswer()
    expect(how()).toHaveValue('')
    await tapBeside(user)
    expect(await bases()).toEqual([undefined])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('says by whom in free text, when it comes from somebody', async () => {
    const { user, bases } = await anAnswer()
    expect(queryBy()).not.toBeInTheDocument()
    await user.selectOptions(how(), 'It is on record')
    await user.type(by(), 'the maternity notes ')
    await tapBeside(user)
    expect(await bases()).toEqual([{ how: 'record', by: 'the maternity notes' }])
  })

  it('offers the people who are recorded, and keeps the one who is named by their id', async () => {
    const { at, user, bases } = await anAnswer()
    await user.selectOptions(how(), 'Somebody said it')
    const offered = [...((by() as HTMLInputElement).list?.options ?? [])].map((o) => o.value)
    expect(offered).toEqual(['person 1'])
    await user.type(by(), 'person 1')
    await tapBeside(user)
    expect(await bases()).toEqual([{ how: 'said', by: 'person-1' }])
    expect(by()).toHaveValue('person 1')
    const renamed = { parts: { label: 'Kay', part: 'subject' } }
    const [person] = at.view().record.heads({ question: 'NET-01', subject: 'person-1' })
    await at.receive(
      recorded(SAM, 'renamed', { question: 'NET-01', subject: 'person-1' }, renamed, { seen: [person?.id ?? ''] }),
    )
    expect(by()).toHaveValue('Kay')
  })

  it('keeps a name that two people share as it was written', async () => {
    const { at, user, bases } = await anAnswer()
    const twin = { question: 'NET-01', subject: 'person-9' }
    await at.receive(recorded(SAM, 'twin', twin, { parts: { label: 'person 1', part: 'other' } }))
    await user.selectOptions(how(), 'Somebody said it')
    await user.type(by(), 'person 1')
    await tapBeside(user)
    expect(await bases()).toEqual([{ how: 'said', by: 'person 1' }])
  })

  it('names nobody for what the practitioner saw', async () => {
    const { user, bases } = await anAnswer()
    await user.selectOptions(how(), 'Somebody said it')
    await user.type(by(), 'Kay')
    await user.selectOptions(how(), 'I saw it')
    expect(queryBy()).not.toBeInTheDocument()
    await tapBeside(user)
    expect(await bases()).toEqual([{ how: 'seen' }])
  })

  it('is a draft like the answer: what was typed of a name is still there after the browser died', async () => {
    const { at, user } = await anAnswer()
    await user.selectOptions(how(), 'Somebody said it')
    await user.type(by(), 'the grandm')
    await at.assessment.flush()
    at.breakWrites('unknown')
    at.shown.unmount()
    at.mend()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(how()).toHaveValue('said')
    expect(by()).toHaveValue('the grandm')
  })

  it('can be changed by itself, by an entry that supersedes the first', async () => {
    const { at, user } = await anAnswer()
    await tapBeside(user)
    await user.selectOptions(how(), 'A test shows it')
    await tapBeside(user)
    const [first, second] = await at.entriesIn(at.slot)
    expect(second).toMatchObject({ value: first?.value, basis: { how: 'test' }, supersedes: [first?.id] })
  })
})

describe('how most of a page is known', () => {
  const [step] = stepsOf(['NET'])

  async function aPage() {
    const at = await anOpenAssessment()
    if (!step) throw new Error('No such step')
    at.show(() => inNav(<StepScreen step={step} at={undefined} onShowPrivate={() => undefined} />))
    const user = hands()
    await user.click(screen.getByRole('button', { name: 'Show every question' }))
    const page = screen.getByLabelText('How do you know most of what is on this page?')
    const basesOf = async (id: string) => (await at.entriesIn({ question: id, subject: '-' })).map((e) => e.basis)
    return { at, user, page, basesOf }
  }
  const nobodyElse = () => screen.getByLabelText('Nobody else uses')
  const somebody = () => screen.getByLabelText('Yes, somebody does')

  it('counts for an answer beside which nothing else is said, with the person named', async () => {
    const { user, page, basesOf } = await aPage()
    await user.selectOptions(page, 'Somebody said it')
    await user.type(by(), 'Kay')
    await user.click(nobodyElse())
    await tapBeside(user)
    expect(await basesOf('NET-15')).toEqual([{ how: 'said', by: 'Kay' }])
  })

  it('changes nothing about what is recorded already, when it is chosen or when the answer is changed', async () => {
    const { user, page, basesOf } = await aPage()
    await user.selectOptions(page, 'Somebody said it')
    await user.click(nobodyElse())
    await tapBeside(user)
    await user.selectOptions(page, 'It is my view')
    expect(how()).toHaveValue('said')
    await user.click(somebody())
    await tapBeside(user)
    expect(await basesOf('NET-15')).toEqual([{ how: 'said' }, { how: 'said' }])
  })

  it('is not shown as the basis of an answer that was recorded with none', async () => {
    const { user, page } = await aPage()
    await user.click(nobodyElse())
    await tapBeside(user)
    await user.selectOptions(page, 'Somebody said it')
    expect(how()).toHaveValue('')
  })
})
