import { describe, expect, it } from 'vitest'
import { isTooWide, violationsOn } from './harness/axe.ts'
import { PHONE } from './harness/device.ts'
import { endEveryGlass } from './harness/glass.ts'
import { pdfText } from './harness/pdf-text.ts'
import type { Practitioner } from './harness/practitioner.ts'
import { type Invited, inviteColleague, signIn } from './harness/service.ts'
import { ASHA, allReceived, beginAbout, KIM, reach, severalPeople, toList } from './harness/several-people.ts'

const REASON = 'The baby was brought to the ward tonight'
const SAID = 'NET-11'

const people = severalPeople()
const looksRight = async ({ page }: Practitioner) => {
  expect(await violationsOn(page)).toEqual([])
  expect(await isTooWide(page)).toBe(false)
}
const BANNER = /You opened this record in an emergency\. You can read it until .*What you record here is not sent/

async function typeReference({ page }: Practitioner, reference: string) {
  await page.getByLabel('Reference of the record').fill(reference)
  await page.getByLabel('Why must you read it now?').fill(REASON)
}
/** What the server says of a record to the one who is signed in there. */
const answersFor = ({ page }: Practitioner, id: string) =>
  page.evaluate(async (assessment) => {
    const headers = { 'x-linnet': '1', 'content-type': 'application/json' }
    const body = JSON.stringify({ assessment, after: null })
    const pull = await fetch('/api/pull', { method: 'POST', headers, body })
    const looked = await fetch(`/api/assessments/${assessment}/looked`, { headers })
    return [pull.status, await pull.text(), looked.status, await looked.text()]
  }, id)

describe('a record that is opened in an emergency', () => {
  it('is read for four hours by its reference and a reason; its owner is told; then it is closed', async () => {
    const { server } = people()
    const [first, kim] = (await people().invites([ASHA, KIM])) as [Invited, Invited]
    const [asha, { hand: reader }] = await Promise.all([people().join(first), people().join(kim, PHONE)])
    const { hand: owner } = asha
    await beginAbout(asha, 'Kit')
    await owner.toSteps()
    await allReceived(owner)
    await owner.press('Who may see this assessment')
    const shown = owner.page.getByRole('region', { name: 'Reference of this record' })
    const reference = (await shown.locator('.linnet-key').textContent()) ?? ''
    expect(reference).toMatch(/^([0-9a-f]{4} ){7}[0-9a-f]{4}$/)
    const id = reference.replaceAll(' ', '')

    // What is not there, with the network and without.
    await reader.press('Open a record in an emergency')
    await reader.sees('Open a record in an emergency')
    await looksRight(reader)
    await typeReference(reader, 'f'.repeat(32))
    await reader.press('Continue')
    await reader.press('Open the record for four hours')
    await reader.page.getByRole('alert').getByText('There is no record with this reference').waitFor()
    await typeReference(reader, ` ${reference.toUpperCase().replaceAll(' ', '-')}`)
    await reader.press('Continue')
    await reader.sees('Check before you open it')
    await looksRight(reader)
    await reader.page.context().setOffline(true)
    await reader.press('Open the record for four hours')
    await reader.page.getByRole('alert').getByText('The server cannot be reached now').waitFor()
    expect(await reader.page.getByLabel('Why must you read it now?').inputValue()).toBe(REASON)
    await reader.page.context().setOffline(false)
    await reader.press('Continue')
    await reader.press('Open the record for four hours')

    await reader.sees('Assessment')
    await reader.page.getByText(BANNER).waitFor()
    await reader.page.getByText('Kit').first().waitFor()
    await looksRight(reader)
    await reader.answer({ question: SAID, parts: { what: 'She is on the ward with him' }, basis: 'said' })
    await reader.page.getByText(BANNER).waitFor()
    await reader.toSteps()
    await reader.page.getByText('1 entry not received by the server yet.').waitFor()
    expect(await reader.page.getByRole('button', { name: 'Who may see this assessment' }).count()).toBe(0)
    await reader.press('Check answers')
    await reader.page.getByText(BANNER).waitFor()
    await reader.press('Linnet')
    await reader.page.getByText(/^Opened in an emergency\. You can read it until/).waitFor()
    await looksRight(reader)
    await reader.page.getByRole('button', { name: /Kit/ }).click()
    const text = await pdfText(await reader.exportPdf())
    expect(text).toContain('Kim Lowe, Health visitor, Health visiting, opened this record in an emergency')
    expect(text).toContain(`Reference of the record ${reference}`)

    // The owner.
    await toList(owner)
    await reach(owner)
    const notice = owner.page.getByRole('region', { name: 'A record of yours was opened in an emergency' })
    await notice.getByText(/Kim Lowe, Health visitor, Health visiting/).waitFor()
    await notice.getByText(REASON).waitFor()
    await looksRight(owner)
    await notice.getByRole('button', { name: 'I have seen this' }).click()
    await notice.waitFor({ state: 'detached' })
    await owner.page.getByRole('button', { name: /Kit/ }).click()
    await owner.press('Who may see this assessment')
    const looked = owner.page.getByRole('region', { name: 'Who looked' })
    await looked
      .getByText(`Kim Lowe opened it in an emergency, without being a member. Their reason: ${REASON}`)
      .waitFor()
    await looked.getByText(/Kim Lowe exported it/).waitFor()
    await looked.getByText(/Asha Rahman saw that it had been opened in an emergency/).waitFor()
    await owner.press('Back to the assessment')

    // The end.
    await reader.toSteps()
    await endEveryGlass(server)
    await reach(reader)
    await reader.sees('This assessment is not shared with you')
    expect(await answersFor(reader, id)).toEqual(await answersFor(reader, 'e'.repeat(32)))
    await reader.press('All assessments')
    await reader.sees('Assessments')
    await reader.page.getByText('1 assessment is not shared with you now.').waitFor()
    expect(await reader.page.locator('body').textContent()).not.toContain('Kit')
    await reader.page.goto(`${server.url}/a/${id}`)
    await reader.unlock()
    await reader.sees('This assessment is not shared with you')
    expect(await reader.page.locator('body').textContent()).not.toContain('Kit')

    // What was recorded meanwhile.
    await reader.press('This device')
    await reader.press('What is not sent')
    await reader.page.getByRole('heading', { name: 'An assessment that is not shared with you now' }).waitFor()
    await reader.page.getByText('1 entry not received by the server yet.').waitFor()
    await reader.page.getByText(/Held back\. The server has no such assessment of yours/).waitFor()
    expect(await reader.page.locator('body').textContent()).not.toContain('Kit')
    await looksRight(reader)
    await inviteColleague(owner, kim)
    await reach(reader)
    await reader.page.getByText('The server has received everything that you recorded on this device.').waitFor()
    const card = await owner.open(SAID)
    await card.getByText('She is on the ward with him').waitFor()
  })

  it('waits for whoever is signed out to sign in, with what they typed', async () => {
    const [kim] = (await people().invites([KIM])) as [Invited]
    const { hand, app } = await people().join(kim)
    await hand.press('Open a record in an emergency')
    await typeReference(hand, 'a'.repeat(32))
    await hand.page.context().clearCookies()
    await hand.press('Continue')
    await hand.press('Open the record for four hours')
    await hand.page.getByRole('alert').getByText('You are signed out, and nothing was opened').waitFor()
    await looksRight(hand)
    await hand.press('Sign in again')
    await signIn(hand, kim.email, kim.password, app)
    await hand.sees('This device')
    await hand.press('Open a record in an emergency')
    await hand.page.getByText('You will be named as Kim Lowe').waitFor()
    expect(await hand.page.getByLabel('Why must you read it now?').inputValue()).toBe(REASON)
  })
})
