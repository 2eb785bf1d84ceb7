import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { StepScreen } from '../../../src/ui/steps/step-screen.tsx'
import { hands, tapBeside } from '../harness/a-person.ts'
import { questionOf, recordAsking } from '../harness/asked.ts'
import { stepsOf } from '../harness/every-question.tsx'
import { inNav } from '../harness/nav.tsx'
import { type AtTheScreen, afterLeaving, anOpenAssessment, settled } from '../harness/open-assessment.tsx'

const [pregnancy] = stepsOf(['PRE'])
if (!pregnancy) throw new Error('No such step')
const step = { ...pregnancy, questions: pregnancy.questions.filter((q) => q.id === 'PRE-02') }
const slot = { question: 'PRE-02', subject: 'person-1' }

async function aPage(reopened?: AtTheScreen) {
  const at = reopened ?? (await anOpenAssessment(recordAsking(questionOf('PRE-02')).content))
  const continueFrom = vi.fn()
  const shown = at.show(() =>
    inNav(<StepScreen step={step} at={undefined} onShowPrivate={() => undefined} />, { continueFrom }),
  )
  return { at, shown, continueFrom, user: hands() }
}
const weeks = () => screen.getByRole('textbox', { name: 'Weeks today' })
const summary = () => screen.getByRole('alert')

describe('the page of a step', () => {
  it('goes on when everything on it can be read', async () => {
    const { user, continueFrom } = await aPage()
    await user.type(weeks(), '26')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(continueFrom).toHaveBeenCalledOnce()
  })

  it('lists what cannot be read, takes the focus there, and leads to each place', async () => {
    const { at, user, continueFrom } = await aPage()
    await user.type(weeks(), 'a few')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await settled()
    expect(continueFrom).not.toHaveBeenCalled()
    expect(summary()).toHaveFocus()
    const link = within(summary()).getByRole('link', { name: /Weeks today: Enter a number, such as 4 or 2.5$/ })
    await user.click(link)
    expect(weeks()).toHaveFocus()
    expect(at.assessment.hasDrafts()).toBe(true)
  })

  it('takes the focus again when Continue is pressed again', async () => {
    const { user } = await aPage()
    await user.type(weeks(), 'a few')
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    weeks().focus()
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(summary()).toHaveFocus()
  })

  it('sees what is wrong at the moment of pressing, before anything was saved', async () => {
    const { continueFrom } = await aPage()
    fireEvent.change(weeks(), { target: { value: 'a few' } })
    fireEvent.click(screen.getByRole('button', { name: 'Continue' }))
    expect(continueFrom).not.toHaveBeenCalled()
    expect(summary()).toHaveFocus()
  })

  it('never holds anybody: they can go on, and the draft stays', async () => {
    const { at, user, continueFrom } = await aPage()
    await user.type(weeks(), 'a few')
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    await user.click(screen.getByRole('button', { name: 'Go on without mending them' }))
    await afterLeaving()
    expect(continueFrom).toHaveBeenCalledOnce()
    await at.assessment.flush()
    expect((await at.entriesIn(slot)).map((e) => e.value)).toEqual([{ parts: { 'dated-by': 'scan' } }])
    expect((await at.draftsKept()).map((d) => d.slot)).toEqual([slot])
  })

  it('lists what a draft of another day holds that cannot be read', async () => {
    const first = await aPage()
    await first.user.type(weeks(), 'a few')
    await tapBeside(first.user)
    await first.at.assessment.flush()
    first.shown.unmount()
    const { user, continueFrom } = await aPage(await first.at.reopened())
    await user.click(screen.getByRole('button', { name: 'Continue' }))
    expect(continueFrom).not.toHaveBeenCalled()
    expect(within(summary()).getAllByRole('link')).toHaveLength(1)
  })
})
