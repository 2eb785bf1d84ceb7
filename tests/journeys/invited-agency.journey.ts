import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { aDevice, type Device, PHONE, TABLET } from './harness/device.ts'
import { Practitioner } from './harness/practitioner.ts'
import { type RunningServer, runServer } from './harness/server.ts'
import { acceptInvitation, connect, type Invited, inviteAgency, Service } from './harness/service.ts'

const ASHA = { name: 'Asha Rahman', email: 'asha@midwifery.example', role: 'Midwife', agency: 'Community midwifery' }
const SAM = {
  name: 'Sam Okoro',
  email: 'sam@harbour.example',
  role: 'Drug and alcohol worker',
  agency: 'Harbour service',
}
const ADA = { ...SAM, name: 'Ada Min', email: 'ada@harbour.example', access: 'administrator' as const }
const KIM = { name: 'Kim Lowe', email: 'kim@visiting.example', role: 'Health visitor', agency: 'Health visiting' }

let server: RunningServer
let devices: Device[]
beforeEach(async () => {
  server = await runServer()
  devices = []
})
afterEach(async () => {
  for (const device of devices) await device.remove()
  await server.remove()
})

/** Somebody who is connected, and sees the list of assessments. */
async function somebody(invited: Invited, initials: string, screen = TABLET): Promise<Practitioner> {
  const device = await aDevice(screen)
  devices.push(device)
  const hand = new Practitioner(device.page())
  await hand.page.goto(server.url)
  const app = await acceptInvitation(hand, invited)
  await hand.setUp(invited.name, initials, undefined, { role: invited.role, agency: invited.agency })
  await connect(hand, invited, app)
  await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
  await hand.sees('Assessments')
  return hand
}

/** The next round with the server comes at once. */
const hears = ({ page }: Practitioner) => page.evaluate(() => void dispatchEvent(new Event('online')))
const offersAnswered = (hand: Practitioner) =>
  hand.page.waitForResponse((response) => response.url().endsWith('/api/agency/offers'))
const OFFERED = 'Offered to your agency'

describe('a record that is offered to an agency', () => {
  it('is taken up by one of its people, who sees nothing of it before; nobody else is offered it', async () => {
    const people = await new Service(server).invites([ASHA, SAM, KIM, ADA])
    const [asha, sam, kim, ada] = [
      await somebody(people[0] as Invited, 'AR'),
      await somebody(people[1] as Invited, 'SO', PHONE),
      await somebody(people[2] as Invited, 'KL'),
      await somebody(people[3] as Invited, 'AM'),
    ]
    await asha.startAssessment()
    await asha.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await inviteAgency(asha, 'Harbour service')
    await asha.page.getByText('Invited: Harbour service, not taken up yet').waitFor()
    expect(await violationsOn(asha.page)).toEqual([])

    const told = offersAnswered(sam)
    await hears(sam)
    expect(await (await told).text()).not.toContain('Kit')
    await sam.page.getByRole('heading', { name: OFFERED }).waitFor()
    await sam.page
      .getByText('Asha Rahman, Midwife, Community midwifery, offers a record to your agency.')
      .first()
      .waitFor()
    expect(await sam.page.locator('body').textContent()).not.toContain('Kit')
    expect(await violationsOn(sam.page)).toEqual([])

    const nothing = offersAnswered(kim)
    await hears(kim)
    expect(await (await nothing).json()).toMatchObject({ offers: [] })
    await hears(ada)
    const refused = await ada.page.evaluate(async () => (await fetch('/api/agency/offers')).status)
    expect(refused).toBe(403)
    for (const { page } of [kim, ada]) expect(await page.getByRole('heading', { name: OFFERED }).count()).toBe(0)

    await server.stop()
    await sam.press(/^Take it up/)
    await sam.press('Yes, take it up')
    await sam.page.getByText(/The server cannot be reached now, and nothing was taken up/).waitFor()
    await server.start()

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
