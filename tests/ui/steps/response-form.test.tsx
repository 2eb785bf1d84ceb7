import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { isAnswered } from '../../../src/domain/finding.ts'
import { ResponseForm } from '../../../src/ui/steps/response-form.tsx'
import { hands } from '../harness/a-person.ts'
import { anOpenAssessment, holdsTheNext, settled } from '../harness/open-assessment.tsx'

const RULE = 'SP-01'
const EVIDENCE = { subject: '-', because: [{ question: 'NET-15', subject: '-' }] }
const WORDS = 'Rang the safeguarding lead'

async function aPrompt() {
  const at = await anOpenAssessment()
  at.show(() => <ResponseForm rule={RULE} evidence={EVIDENCE} label="What did you do?" save="Save" urgent />)
  const user = hands()
  const field = () => screen.getByRole('textbox', { name: 'What did you do?' })
  const press = () => user.click(screen.getByRole('button', { name: 'Save' }))
  const given = async () => (await at.entriesIn({ question: RULE, subject: '-' })).map((e) => e.value)
  return { at, user, field, press, given }
}

describe('what a person says to a prompt', () => {
  it('is an entry with what raised it, and is shown with who said it', async () => {
    const { at, user, field, press, given } = await aPrompt()
    await user.type(field(), WORDS)
    await press()
    await settled()
    expect(await given()).toEqual([{ words: WORDS, because: EVIDENCE.because }])
    expect(isAnswered(at.assessment.current().view, RULE, EVIDENCE)).toBe(true)
    expect(screen.getByText(/Asha Rahman, Midwife/)).toBeInTheDocument()
    expect(field()).toHaveValue('')
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('is asked for when nothing was written', async () => {
    const { field, press, given } = await aPrompt()
    await press()
    expect(field()).toHaveAccessibleDescription(/Write what you did or think/)
    expect(await given()).toEqual([])
  })

  it('keeps its words when it was not saved, and says so', async () => {
    const { at, user, field, press, given } = await aPrompt()
    await user.type(field(), WORDS)
    at.failNextWrite('quota')
    await press()
    await settled()
    expect(field()).toHaveAccessibleDescription(/^(Error: )?Not saved\. This device is full/)
    expect(field()).toHaveValue(WORDS)
    expect(at.assessment.hasDrafts()).toBe(true)
    await press()
    await settled()
    expect(await given()).toHaveLength(1)
  })

  it('is saved once, however often the button is pressed, and takes nothing of what is typed meanwhile', async () => {
    const { at, user, field, press, given } = await aPrompt()
    await user.type(field(), WORDS)
    const kept = holdsTheNext(at)
    await press()
    await press()
    await user.type(field(), ' at noon')
    kept()
    await settled()
    expect(await given()).toEqual([{ words: WORDS, because: EVIDENCE.because }])
    expect(field()).toHaveValue(`${WORDS} at noon`)
    await at.assessment.flush()
    expect(await at.draftsKept()).toMatchObject([{ raw: { text: `${WORDS} at noon` } }])
  })
})
