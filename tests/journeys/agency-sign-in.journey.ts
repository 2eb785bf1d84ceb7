import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { aProvider, type TestProvider } from '../server/oidc/a-provider.ts'
import { violationsOn } from './harness/axe.ts'
import { aDevice, type Device, TABLET } from './harness/device.ts'
import { PASSPHRASE, Practitioner } from './harness/practitioner.ts'
import { type RunningServer, runServer } from './harness/server.ts'
import { type Invited, Service } from './harness/service.ts'
import { allReceived, toList } from './harness/several-people.ts'

const NORTHGATE = 'Northgate Midwives'
const SOUTHGATE = 'Southgate Visitors'
const ASHA = { name: 'Asha Rahman', email: 'asha@northgate.example', role: 'Midwife', agency: NORTHGATE }
const KIM = { name: 'Kim Lowe', email: 'kim@northgate.example', role: 'Health visitor', agency: NORTHGATE }
const KIMS_PASSPHRASE = 'violet harbour candle moss'
const WORDS = 'NET-11'
const SIGN_IN = 'Sign in to your service'

let server: RunningServer
let provider: TestProvider
let device: Device
let hand: Practitioner
let asha: Invited
let kim: Invited
beforeEach(async () => {
  for (const said of ['warn', 'info'] as const) vi.spyOn(console, said).mockImplementation(() => {})
  ;[server, device] = await Promise.all([runServer(), aDevice(TABLET)])
  const names = { asha: ASHA.name, kim: KIM.name }
  provider = await aProvider(`${server.url}/api/oidc/callback`, { asks: true, names })
  // Nobody answers at the second one.
  const issuers = { [NORTHGATE]: provider.issuer, [SOUTHGATE]: 'http://127.0.0.1:1' }
  ;[asha, kim] = (await new Service(server).invites([ASHA, KIM], issuers)) as [Invited, Invited]
  hand = new Practitioner(device.page())
  await hand.page.goto(server.url)
})
afterEach(async () => {
  await device.remove()
  await server.remove()
  await provider.close()
})

const follow = async ({ link }: Invited) => {
  await hand.page.goto(new URL(`/${link}`, server.url).href)
  await hand.sees('Set up your account')
  expect(await violationsOn(hand.page)).toEqual([])
  await hand.press('Use your agency’s own sign-in')
}
const leave = () => hand.press('Go to your agency’s own sign-in')
/** At the page of the agency, which is another site. */
const signInThere = async (who: string) => {
  await hand.sees('Sign in at the agency')
  expect(new URL(hand.page.url()).origin).toBe(provider.issuer)
  await hand.page.getByLabel('User name').fill(who)
  await hand.press('Sign in')
}
const signedIn = () => hand.page.getByText('Signed in as Asha Rahman, Midwife, Northgate Midwives.').waitFor()
const alert = () => hand.page.getByRole('alert').textContent()

/** Asha has followed her invitation on a new device, and it is connected. */
async function ashaIsConnected(): Promise<void> {
  await follow(asha)
  await hand.setUp(ASHA.name, 'AR', PASSPHRASE, { agency: NORTHGATE, opens: SIGN_IN })
  await hand.page.getByText('You are invited as asha@northgate.example').waitFor()
  await hand.page.getByLabel('Name of this device').fill('work tablet')
  expect(await violationsOn(hand.page)).toEqual([])
  await leave()
  await signInThere('asha')
  await hand.unlock()
  await hand.sees('Connect this device?')
  expect(await violationsOn(hand.page)).toEqual([])
  expect(new URL(hand.page.url()).hash).toBe('')
  await hand.page
    .getByText('Connect this device with the account of Asha Rahman, Midwife, Northgate Midwives?')
    .waitFor()
  await hand.press('Connect this device')
  await signedIn()
}
const signOut = async () => {
  await hand.press('Sign out')
  await hand.page.getByText('You are signed out. Recording goes on').waitFor()
}

describe('the own sign-in of an agency', () => {
  it('takes an invitation up without a password, and what is recorded is received', async () => {
    await ashaIsConnected()
    await toList(hand)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await hand.toSteps()
    await allReceived(hand)
  })

  it('is offered first the next time, asks for nothing twice, and takes nothing of what was typed', async () => {
    await ashaIsConnected()
    await signOut()
    await toList(hand)
    await hand.startAssessment()
    const field = (await hand.open(WORDS)).getByLabel('In their words')
    await field.pressSequentially('He moved out in May')
    const written = new URL(hand.page.url()).pathname
    await hand.press('This device')
    await hand.press('Sign in again')
    await hand.sees(SIGN_IN)
    expect(await hand.page.getByRole('radio', { name: 'With my agency’s own sign-in' }).isChecked()).toBe(true)
    expect(await hand.page.getByRole('radio', { name: NORTHGATE }).isChecked()).toBe(true)
    expect(await hand.page.getByLabel('Name of this device').inputValue()).toBe('work tablet')
    expect(await violationsOn(hand.page)).toEqual([])
    await leave()
    // Still signed in at the agency: nothing is asked there, nor on the way back.
    await hand.unlock()
    await signedIn()
    await hand.page.goto(new URL(written, server.url).href)
    await hand.unlock()
    expect(await (await hand.open(WORDS)).getByLabel('In their words').inputValue()).toBe('He moved out in May')
    await hand.toSteps()
    await allReceived(hand)
  })
})

describe('in another tab', () => {
  it('what is being typed is kept, and that tab is locked too', async () => {
    await ashaIsConnected()
    await signOut()
    const other = new Practitioner(await hand.page.context().newPage())
    await other.page.goto(server.url)
    await other.unlock()
    await other.sees('This device')
    await other.page.getByRole('button', { name: 'Linnet', exact: true }).click()
    await other.sees('Assessments')
    await other.startAssessment()
    await (await other.open(WORDS)).getByLabel('In their words').pressSequentially('He moved out in May')
    await hand.page.bringToFront()
    await hand.press('Sign in again')
    await hand.sees(SIGN_IN)
    await leave()
    await hand.unlock()
    await signedIn()
    await other.page.bringToFront()
    await other.unlock()
    expect(await (await other.open(WORDS)).getByLabel('In their words').inputValue()).toBe('He moved out in May')
  })
})

describe('coming back without being signed in says why', () => {
  beforeEach(async () => {
    await hand.setUp(ASHA.name, 'AR', PASSPHRASE, { agency: NORTHGATE })
    await hand.press('This device')
    await hand.press('Connect to your service')
    await hand.sees(SIGN_IN)
    expect(await violationsOn(hand.page)).toEqual([])
    await hand.page.getByRole('radio', { name: 'With my agency’s own sign-in' }).check()
    await hand.page.getByLabel('Name of this device').fill('work tablet')
    expect(await violationsOn(hand.page)).toEqual([])
  })

  it('when somebody cancels there; and the address says nothing of it afterwards', async () => {
    await hand.page.getByRole('radio', { name: NORTHGATE }).check()
    await leave()
    await hand.sees('Sign in at the agency')
    await hand.press('Cancel')
    await hand.unlock()
    await hand.sees(SIGN_IN)
    expect(await alert()).toContain('You were not signed in. Perhaps you cancelled')
    expect(await violationsOn(hand.page)).toEqual([])
    expect(new URL(hand.page.url()).hash).toBe('')
  })

  it('when the sign-in of the agency cannot be reached', async () => {
    await hand.page.getByRole('radio', { name: SOUTHGATE }).check()
    await leave()
    await hand.unlock()
    await hand.sees(SIGN_IN)
    expect(await alert()).toContain('Your agency’s sign-in cannot be reached now.')
  })

  it('and without Linnet’s own server nobody leaves', async () => {
    await hand.page.getByRole('radio', { name: NORTHGATE }).check()
    await server.stop()
    await leave()
    await hand.page.getByText('The server cannot be reached now').first().waitFor()
    await hand.sees(SIGN_IN)
    expect(await hand.page.getByLabel('Name of this device').inputValue()).toBe('work tablet')
  })

  it('Back, from the page of the agency, leads to the lock', async () => {
    await hand.page.getByRole('radio', { name: NORTHGATE }).check()
    await leave()
    await hand.sees('Sign in at the agency')
    await hand.page.goBack()
    await hand.unlock()
    await hand.sees(SIGN_IN)
  })
})

describe('somebody else', () => {
  it('with another account than the device’s is refused; the next time the agency asks who it is', async () => {
    await ashaIsConnected()
    await signOut()
    await follow(kim)
    await hand.unlock()
    await hand.sees(SIGN_IN)
    await hand.page.getByText('This device is unlocked for Asha Rahman.').waitFor()
    await hand.page.context().clearCookies({ domain: '127.0.0.1' })
    await leave()
    await signInThere('kim')
    await hand.unlock()
    await hand.sees(SIGN_IN)
    expect(await alert()).toContain('This device was connected with another account before, and you are signed out')
    expect(await violationsOn(hand.page)).toEqual([])
    await leave()
    await signInThere('asha')
    await hand.unlock()
    await signedIn()
  })

  it('who says that the account is not theirs is connected with nothing', async () => {
    await follow(asha)
    await hand.setUp(KIM.name, 'KL', KIMS_PASSPHRASE, { agency: NORTHGATE, opens: SIGN_IN })
    await hand.page.getByLabel('Name of this device').fill('work tablet')
    await leave()
    await signInThere('asha')
    await hand.unlock(KIMS_PASSPHRASE)
    await hand.press('This is not my account')
    await hand.sees(SIGN_IN)
    expect(await alert()).toContain('This device was not connected.')
    await hand.press('Back')
    await hand.page.getByText('This device is not connected.').waitFor()
  })

  it('whose store is unlocked on the way back is not connected with it', async () => {
    await hand.setUp(KIM.name, 'KL', KIMS_PASSPHRASE, { agency: NORTHGATE })
    await hand.press('Lock')
    await follow(asha)
    await hand.press('Set up another practitioner')
    await hand.setUp(ASHA.name, 'AR', PASSPHRASE, { agency: NORTHGATE, opens: SIGN_IN })
    await hand.page.getByLabel('Name of this device').fill('work tablet')
    await leave()
    await signInThere('asha')
    await hand.sees('Linnet is locked')
    await hand.page.getByRole('radio', { name: 'KL' }).check()
    await hand.unlock(KIMS_PASSPHRASE)
    await hand.sees(SIGN_IN)
    expect(await alert()).toContain('You signed in for another practitioner’s store on this device')
    await hand.press('Lock')
    await hand.sees('Linnet is locked')
    await hand.page.getByRole('radio', { name: 'AR' }).check()
    await hand.unlock()
    await hand.sees('Connect this device?')
    await hand.press('Connect this device')
    await signedIn()
  })
})
