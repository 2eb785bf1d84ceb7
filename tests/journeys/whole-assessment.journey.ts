import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { aDevice, type Device, PHONE, TABLET } from './harness/device.ts'
import { pdfText } from './harness/pdf-text.ts'
import { Practitioner, questionOf } from './harness/practitioner.ts'
import { type RunningServer, runServer } from './harness/server.ts'
import { spokenCase } from './harness/worked-case.ts'

const CLAIMS_THAT_DIFFER = ['A-1 no cannabis since week 9', 'A-2 kept every antenatal appointment']

let server: RunningServer
let device: Device
beforeEach(async () => {
  server = await runServer()
})
afterEach(async () => {
  await device.remove()
  await server.remove()
})

/** Sets the device up while there is a network, and then takes the network away for good. */
async function setUpThenOffline(names: Practitioner['names']): Promise<Practitioner> {
  const practitioner = new Practitioner(device.page(), names)
  await device.page().goto(server.url)
  await practitioner.setUp()
  await practitioner.readyForOffline()
  await server.stop()
  await device.page().reload()
  await practitioner.unlock()
  return practitioner
}

describe('a whole assessment with no network', () => {
  it('survives the browser being killed in the middle of a sentence, and ends as a PDF that says everything', async () => {
    device = await aDevice(TABLET)
    const { answers, names } = spokenCase('FX-A')
    let hand = await setUpThenOffline(names)
    await hand.startAssessment()
    const half = Math.floor(answers.length / 2)
    for (const answer of answers.slice(0, half)) await hand.answer(answer)

    const card = await hand.open('START-06')
    const field = card.getByLabel(questionOf('START-06').text, { exact: true })
    await field.fill('')
    await field.pressSequentially('Hello Tansy, I ask everybody the same quest', { delay: 20 })
    await device.page().waitForTimeout(1000)
    await device.kill()

    hand = new Practitioner(await device.open(), names)
    await hand.page.goto(server.url)
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

  it('can be done on a phone: a baby of ten days, two adults and a grandmother', async () => {
    device = await aDevice(PHONE)
    const { answers, names } = spokenCase('FX-C')
    const hand = await setUpThenOffline(names)
    await hand.startAssessment()
    for (const answer of answers) await hand.answer(answer)
    const text = await pdfText(await hand.exportPdf())
    for (const rule of ['RC-04', 'RC-14', 'RC-15', 'RC-35', 'OB-05', 'SP-05']) expect(text).toContain(rule)
    for (const rule of ['RC-01', 'RC-05', 'RC-08', 'RC-32', 'OB-04']) expect(text).not.toContain(rule)
  })
})
