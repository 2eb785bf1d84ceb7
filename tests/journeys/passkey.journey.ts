import type { CDPSession } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { violationsOn } from './harness/axe.ts'
import { aDevice, type Device, TABLET } from './harness/device.ts'
import { Practitioner } from './harness/practitioner.ts'
import { aServer, type RunningServer } from './harness/server.ts'
import { type Invited, Service } from './harness/service.ts'
import { ASHA, allReceived, toList } from './harness/several-people.ts'

const SIGN_IN = 'Sign in to your service'
const TYPED = ['Work e-mail address', 'Password', 'Name of this device']

/** The browser's own authenticator, as if a finger lay on it all the time. */
class Passkeys {
  private constructor(
    private readonly session: CDPSession,
    private readonly authenticatorId: string,
  ) {}

  static async on({ page }: Practitioner): Promise<Passkeys> {
    const session = await page.context().newCDPSession(page)
    await session.send('WebAuthn.enable')
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    return new Passkeys(session, authenticatorId)
  }

  async count(): Promise<number> {
    const { authenticatorId } = this
    return (await this.session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length
  }

  async forget(): Promise<void> {
    await this.session.send('WebAuthn.clearCredentials', { authenticatorId: this.authenticatorId })
  }

  /** Whether it takes the finger for the right one. */
  async knowsFinger(isUserVerified: boolean): Promise<void> {
    await this.session.send('WebAuthn.setUserVerified', { authenticatorId: this.authenticatorId, isUserVerified })
  }
}

let server: RunningServer
let device: Device
let hand: Practitioner
let asha: Invited
let passkeys: Passkeys
beforeEach(async () => {
  server = aServer()
  device = await aDevice(TABLET)
  ;[asha] = (await new Service(server).invites([ASHA])) as [Invited]
  hand = new Practitioner(device.page())
  passkeys = await Passkeys.on(hand)
})
afterEach(async () => {
  await device.remove()
  await server.remove()
})

/** Up to the button that makes the passkey. */
async function followInvitation(): Promise<void> {
  const { page } = hand
  await page.goto(new URL(`/${asha.link}`, server.url).href)
  await hand.sees('Set up your account')
  await page.getByLabel('Your name').fill(asha.name)
  await page.getByLabel('New password').fill(asha.password)
  await page.getByRole('radio', { name: 'A passkey on this device' }).check()
  expect(await violationsOn(page)).toEqual([])
}
const make = () => hand.press('Make a passkey and set up the account')

async function typeSignIn(): Promise<void> {
  const { page } = hand
  await hand.sees(SIGN_IN)
  await page.getByRole('radio', { name: 'A passkey' }).check()
  await page.getByLabel('Work e-mail address').fill(asha.email)
  await page.getByLabel('Password', { exact: true }).fill(asha.password)
  await page.getByLabel('Name of this device').fill('work tablet')
  expect(await violationsOn(page)).toEqual([])
}
const typed = () => Promise.all(TYPED.map((name) => hand.page.getByLabel(name, { exact: true }).inputValue()))
const confirm = () => hand.press('Sign in with a passkey')
const signedIn = () => hand.page.getByText('Signed in as Asha Rahman, Midwife, Community midwifery.').waitFor()

/** Asha's account has a passkey, and the device is connected with it. */
async function ashaIsConnected(): Promise<void> {
  await followInvitation()
  await make()
  await hand.sees('Your account is ready')
  await hand.press('Go to Linnet')
  await hand.setUp()
  await hand.press('This device')
  await hand.press('Connect to your service')
  await typeSignIn()
  await confirm()
  await signedIn()
}
async function signOut(): Promise<void> {
  await hand.press('Sign out')
  await hand.page.getByText('You are signed out. Recording goes on').waitFor()
  await hand.press('Sign in again')
}

describe('a passkey', () => {
  it('sets an account up and signs in, and what is recorded is received; so the next time', async () => {
    await ashaIsConnected()
    expect(await passkeys.count()).toBe(1)
    await toList(hand)
    await hand.startAssessment()
    await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: 'Kit' } })
    await hand.toSteps()
    await allReceived(hand)
    await hand.press('This device')
    await signOut()
    await typeSignIn()
    await confirm()
    await signedIn()
  })

  it('that is not there any more signs nobody in, and what was typed stays', async () => {
    await ashaIsConnected()
    await signOut()
    await passkeys.forget()
    await typeSignIn()
    const before = await typed()
    await confirm()
    await hand.page.getByRole('alert').getByText('No passkey was used. Try again. If you lost it').waitFor()
    expect(await typed()).toEqual(before)
    expect(await violationsOn(hand.page)).toEqual([])
    await hand.sees(SIGN_IN)
  })

  it('that is not made leaves the invitation as it is, for an authenticator app or another try', async () => {
    await followInvitation()
    await passkeys.knowsFinger(false)
    await make()
    await hand.page.getByRole('alert').getByText('No passkey was made. Try again, or choose').waitFor()
    expect(await hand.page.getByLabel('Your name').inputValue()).toBe(asha.name)
    expect(await hand.page.getByLabel('New password').inputValue()).toBe(asha.password)
    expect(await violationsOn(hand.page)).toEqual([])
    await passkeys.knowsFinger(true)
    await make()
    await hand.sees('Your account is ready')
  })
})
