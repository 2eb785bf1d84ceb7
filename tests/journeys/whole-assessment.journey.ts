import { describe, expect, it } from 'vitest'
import { PHONE, TABLET } from './harness/device.ts'
import { pdfText } from './harness/pdf-text.ts'
import { questionOf } from './harness/practitioner.ts'
import { aStage } from './harness/stage.ts'
import { spokenCase } from './harness/worked-case.ts'

const CLAIMS_THAT_DIFFER = ['A-1 no cannabis since week 9', 'A-2 kept every antenatal appointment']

describe('a whole assessment on a tablet with no network', () => {
  const stage = aStage(TABLET)

  it('survives the browser being killed in the middle of a sentence, and ends as a PDF that says everything', async () => {
    const { answers, names } = spokenCase('FX-A')
    let hand = await stage.setUpThenOffline(names)
    await hand.startAssessment()
    const half = Math.floor(answers.length / 2)
    for (const answer of answers.slice(0, half)) await hand.answer(answer)

    const card = await hand.open('START-06')
    const field = card.getByLabel(questionOf('START-06').text, { exact: true })
    await field.fill('')
    await field.pressSequentially('Hello Tansy, I ask everybody the same quest', { delay: 20 })
    await hand.page.waitForTimeout(1000)
    await stage.device.kill()

    await stage.device.open()
    hand = stage.hand(names)
    await hand.page.goto(stage.server.url)
    await hand.unlock()
    await hand.sees('Before you start')
    const restored = hand.page.getByRole('textbox', { name: questionOf('START-06').text })
    expect(await restored.inputValue()).toBe('Hello Tansy, I ask everybody the same quest')
    await hand.page.keyboard.type('ions')
    expect(await restored.inputValue()).toBe('Hello Tansy, I ask everybody the same questions')
    await hand.leaveField()

    for (const answer of answers.slice(half)) await hand.answer(answer)
    for (const claim of CLAIMS_THAT_DIFFER) await hand.lookAtDifference(claim)
    await hand.signOff()
    const text = await pdfText(await hand.exportPdf())

    expect(text).toContain('Hello Tansy, I ask everybody the same questions')
    expect(text).toContain('19 weeks')
    for (const rule of ['RC-01', 'RC-10', 'RC-11', 'RC-21', 'RC-25', 'RC-26', 'RC-30']) expect(text).toContain(rule)
    for (const rule of ['RC-12', 'RC-04', 'SP-05', 'LN4-1']) expect(text).not.toContain(rule)
    expect(text).toContain('Not answered yet')
    expect(text).toMatch(/\d+ things are still not known/)
  })
})

describe('a whole assessment on a phone with no network', () => {
  const stage = aStage(PHONE)

  it('takes in a baby of ten days, two adults and a grandmother', async () => {
    const { answers, names } = spokenCase('FX-C')
    const hand = await stage.setUpThenOffline(names)
    await hand.startAssessment()
    for (const answer of answers) await hand.answer(answer)
    const text = await pdfText(await hand.exportPdf())
    for (const rule of ['RC-04', 'RC-14', 'RC-15', 'RC-35', 'OB-05', 'SP-05']) expect(text).toContain(rule)
    for (const rule of ['RC-01', 'RC-05', 'RC-08', 'RC-32', 'OB-04']) expect(text).not.toContain(rule)
  })
})
