import { describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { PHONE } from './harness/device.ts'
import type { Practitioner } from './harness/practitioner.ts'
import { type Invited, inviteAgency } from './harness/service.ts'
import { ASHA, KIM, reach, SAM, severalPeople } from './harness/several-people.ts'

const ADA = { ...SAM, name: 'Ada Min', email: 'ada@harbour.example', access: 'administrator' as const }

const people = severalPeople()
const offersAnswered = (hand: Practitioner) =>
  hand.page.waitForResponse((response) => response.url().endsWith('/api/agency/offers'))
const OFFERED = 'Offered to your agency'

describe('a record that is offered to an agency', () => {
  it('is taken up by one of its people, who sees nothing of it before; nobody else is offered it', async () => {
    const invited = await people().invites([ASHA, SAM, KIM, ADA])
    const join = async (n: number, screen?: typeof PHONE) => (await people().join(invited[n] as Invited, screen)).hand
    const [asha, sam, kim, ada] = await Promise.all([join(0), join(1, PHONE), join(2), join(3)])
    await asha.startAssessment()
    await asha.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await inviteAgency(asha, 'Harbour service')
    await asha.page.getByText('Invited: Harbour service, not taken up yet').waitFor()
    expect(await violationsOn(asha.page)).toEqual([])

    const told = offersAnswered(sam)
    await reach(sam)
    expect(await (await told).text()).not.toContain('Kit')
    await sam.page.getByRole('heading', { name: OFFERED }).waitFor()
    await sam.page
      .getByText('Asha Rahman, Midwife, Community midwifery, offers a record to your agency.')
      .first()
      .waitFor()
    expect(await sam.page.locator('body').textContent()).not.toContain('Kit')
    expect(await violationsOn(sam.page)).toEqual([])

    const nothing = offersAnswered(kim)
    await reach(kim)
    expect(await (await nothing).json()).toMatchObject({ offers: [] })
    await reach(ada)
    const refused = await ada.page.evaluate(async () => (await fetch('/api/agency/offers')).status)
    expect(refused).toBe(403)
    for (const { page } of [kim, ada]) expect(await page.getByRole('heading', { name: OFFERED }).count()).toBe(0)

    await people().server.stop()
    await sam.press(/^Take it up/)
    await sam.press('Yes, take it up')
    await sam.page.getByText(/The server cannot be reached now, and nothing was taken up/).waitFor()
    await people().server.start()

    await sam.press(/^Take it up/)
    await sam.press('Yes, take it up')
    await sam.page.getByText('You have taken it up. It is in your list.').waitFor()
    await sam.page.getByRole('button', { name: /Kit/ }).click()
    await sam.sees(/^(Assessment|Before you go on)$/)

    await asha.press('Back to the assessment')
    await asha.press('Who may see this assessment')
    await asha.page.getByText('Invited: Harbour service, taken up by Sam Okoro').waitFor()
    await asha.page.getByText(/Sam Okoro took it up for their agency/).waitFor()
    await asha.press('End the invitation of Harbour service')
    await asha.page.getByLabel('Why?').fill('Sam is here now')
    expect(await violationsOn(asha.page)).toEqual([])
    await asha.press('End the invitation')
    await asha.page.getByText('It is recorded. It takes effect when the server has received it.').waitFor()
    await asha.page.getByText('Invited: Harbour service').waitFor({ state: 'detached' })
    await asha.page.getByRole('listitem').filter({ hasText: 'Sam Okoro, Drug and alcohol worker' }).first().waitFor()
  })
})
