import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { aDevice, type Device, TABLET } from './harness/device.ts'
import { PASSPHRASE, Practitioner } from './harness/practitioner.ts'
import { aServer, type RunningServer } from './harness/server.ts'
import { acceptInvitation, connect, type Invited, Service, signIn } from './harness/service.ts'
import { ASHA, allReceived, KIM, toList } from './harness/several-people.ts'

const WORDS = 'NET-11'

let server: RunningServer
let device: Device
let hand: Practitioner
let asha: Invited
let kim: Invited
beforeEach(async () => {
  server = aServer()
  ;[asha, kim] = (await new Service(server).invites([ASHA, KIM])) as [Invited, Invited]
  device = await aDevice(TABLET)
  hand = new Practitioner(device.page())
  await hand.page.goto(server.url)
})
afterEach(async () => {
  await device.remove()
  await server.remove()
})

describe('a session that ends in the middle of a sentence', () => {
  it('takes nothing with it: what is typed is saved here, said to be unsent, and sent after signing in again', async () => {
    const app = await acceptInvitation(hand, asha)
    await hand.setUp()
    await connect(hand, asha, app)
    await toList(hand)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await hand.toSteps()
    await allReceived(hand)

    const field = (await hand.open(WORDS)).getByLabel('In their words')
    await field.pressSequentially('He moved out ')
    await hand.page.context().clearCookies()
    await field.pressSequentially('in May')
    await hand.leaveField()
    await hand.toSteps()
    await hand.page.getByText('1 entry not received by the server yet.').waitFor()
    await hand.press('What is not sent')
    await hand.sees('What is not sent')
    await hand.page.getByText('You are signed out. Recording goes on').waitFor()
    expect(await violationsOn(hand.page)).toEqual([])
    await hand.press('Sign in again')
    await signIn(hand, asha.email, asha.password, app)
    await hand.page.getByText(/^Signed in as Asha Rahman/).waitFor()
    await hand.press('What is not sent')
    await hand.page.getByText('The server has received everything that you recorded on this device.').waitFor()
  })
})

describe('an invented family', () => {
  it('stays on a device that is connected, and is called what it is', async () => {
    const app = await acceptInvitation(hand, asha)
    await hand.setUp()
    await connect(hand, asha, app)
    await toList(hand)
    await hand.loadCase(/Control: consistent account/)
    await hand.toSteps()
    await hand.page.getByText('This is an invented case. It stays on this device').waitFor()
    expect(await hand.page.getByRole('button', { name: 'Who may see this assessment' }).count()).toBe(0)
    await hand.press('What is not sent')
    await hand.press('Send now')
    await hand.page.getByText('The server has received everything that you recorded on this device.').waitFor()
    const known = await hand.page.evaluate(async () => (await fetch('/api/assessments')).json())
    expect(known).toMatchObject({ assessments: [] })
    await toList(hand)
    await hand.page.getByText(/^Invented case, \d+ answers recorded/).waitFor()
  })
})

describe('somebody else on the same device', () => {
  it('sees neither names nor counts, and nothing of the first person goes out under their name', async () => {
    const app = await acceptInvitation(hand, asha)
    await hand.setUp()
    await connect(hand, asha, app)
    await toList(hand)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await hand.toSteps()
    await allReceived(hand)
    await hand.press('Lock')
    await hand.sees('Linnet is locked')

    const kims = await acceptInvitation(hand, kim)
    await hand.press('Set up another practitioner')
    await hand.setUp(kim.name, 'KL', 'violet harbour candle moss', { role: kim.role, agency: kim.agency })
    await hand.page.getByText('There is no assessment on this device yet.').waitFor()
    await connect(hand, kim, kims)
    await hand.press('What is not sent')
    await hand.page.getByText('The server has received everything that you recorded on this device.').waitFor()
    expect(await hand.page.locator('body').textContent()).not.toMatch(/Kit|Asha/)
    await hand.press('Lock')

    await hand.sees('Linnet is locked')
    await hand.page.getByRole('radio', { name: 'AR' }).check()
    await hand.unlock(PASSPHRASE)
    await hand.sees(/^(Assessments|Assessment|What is not sent)$/)
    await toList(hand)
    await hand.page.getByRole('button', { name: /Kit/ }).click()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Wren' } })
    await hand.toSteps()
    await hand.page.getByText('1 entry not received by the server yet.').waitFor()
    await hand.page.getByRole('button', { name: 'This device' }).click()
    await hand.page.getByText('You are signed out. Recording goes on').waitFor()
  })
})
