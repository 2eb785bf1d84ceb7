import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as passed } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import { carriedOut } from '../../../src/server/admin/carry-out.ts'
import { CLIENT } from '../../server/oidc/a-provider.ts'
import type { Practitioner } from './practitioner.ts'
import type { RunningServer } from './server.ts'

const PERIOD = 30
/** Seconds between reading a code and the server's look at it, at most: it is typed, sent, and a password is hashed first. */
const TYPING = 10

/** Somebody whom the administrator of an agency has invited: the link, and what they will show when they sign in. */
export interface Invited {
  name: string
  email: string
  role: string
  agency: string
  link: string
  password: string
}

type Invitee = Omit<Invited, 'link' | 'password'> & { access?: 'practitioner' | 'administrator' }

/** Agencies and people, as an administrator makes them on the machine of the server. */
export class Service {
  constructor(readonly server: RunningServer) {}

  /**
   * The server stands still meanwhile: with SQLite there is one process at a time. `issuers`: by the names of agencies, the
   * providers with which their people sign in.
   */
  async invites(people: readonly Invitee[], issuers: Readonly<Record<string, string>> = {}): Promise<Invited[]> {
    await this.server.stop()
    const agencies = new Map<string, string>()
    for (const [agency, issuer] of Object.entries(issuers))
      agencies.set(agency, await this.withProvider(agency, issuer))
    const invited: Invited[] = []
    for (const person of people) {
      const id = agencies.get(person.agency) ?? (await this.agency(person.agency))
      agencies.set(person.agency, id)
      const { email, role, access = 'practitioner' } = person
      const said = await this.admin('invite', '--agency', id, '--email', email, '--role', role, '--access', access)
      invited.push({ ...person, link: linkIn(said), password: `wren linnet siskin ${person.name}` })
    }
    await this.server.start()
    return invited
  }

  private async agency(name: string): Promise<string> {
    const administrator = `admin@${name.toLowerCase().replace(/\W/g, '')}.example`
    const said = await this.admin('agency', '--name', name, '--admin-email', administrator)
    return /Agency (\w+)/.exec(said)?.[1] ?? ''
  }

  private async withProvider(name: string, issuer: string): Promise<string> {
    const agency = await this.agency(name)
    const file = join(dirname(this.server.dist), 'client-secret')
    writeFileSync(file, CLIENT.clientSecret)
    const { clientId } = CLIENT
    await this.admin('provider', '--agency', agency, '--issuer', issuer, '--client-id', clientId, '--secret-file', file)
    return agency
  }

  /** In this process: beginning one for each takes longer than what it does. */
  private async admin(...words: string[]): Promise<string> {
    const outcome = await carriedOut(words, { LINNET_DATA: this.server.data })
    if (!outcome.ok) throw new Error(outcome.problem)
    return outcome.lines.join('\n')
  }
}

const linkIn = (said: string): string => /https?:\/\/\S+\/(invitation#\S+)/.exec(said)?.[1] ?? ''

/** An authenticator app. A code is good once: each is of the step after the one before. */
export class Authenticator {
  private last = 0
  constructor(private readonly secret: string) {}

  /**
   * Codes of the step before, this and the next are taken; a later one is waited for. Shortly before a step ends, the one
   * before it is nearly over.
   */
  async code(): Promise<string> {
    const seconds = Date.now() / 1000
    const now = Math.floor(seconds / PERIOD)
    const isNearlyOver = PERIOD - (seconds % PERIOD) < TYPING
    this.last = Math.max(isNearlyOver ? now : now - 1, this.last + 1)
    await passed(Math.max(0, (this.last - 1) * PERIOD * 1000 - Date.now()))
    const app = new TOTP({ secret: Secret.fromBase32(this.secret), algorithm: 'SHA1', digits: 6, period: PERIOD })
    return app.generate({ timestamp: this.last * PERIOD * 1000 })
  }
}

/** What somebody does with the link from their administrator, in a browser with no store of its own yet. */
export async function acceptInvitation(hand: Practitioner, { link, name, password }: Invited): Promise<Authenticator> {
  const { page } = hand
  await page.goto(new URL(`/${link}`, page.url()).href)
  await hand.sees('Set up your account')
  const secret = (await page.locator('.linnet-key').textContent())?.replaceAll(' ', '') ?? ''
  const app = new Authenticator(secret)
  await page.getByLabel('Your name').fill(name)
  await page.getByLabel('New password').fill(password)
  await page.getByLabel('Code from your authenticator app').fill(await app.code())
  await hand.press('Set up the account')
  await hand.sees('Your account is ready')
  await hand.press('Go to Linnet')
  return app
}

/** From the page about this device; afterwards the store speaks to the server. */
export async function connect(hand: Practitioner, { email, password }: Invited, app: Authenticator): Promise<void> {
  const { page } = hand
  await hand.press('This device')
  await hand.sees('This device')
  await hand.press(/Connect to your service|Sign in again/)
  await signIn(hand, email, password, app)
  await hand.sees('This device')
  await page.getByText(/^Signed in as /).waitFor()
}

export async function signIn(hand: Practitioner, email: string, password: string, app: Authenticator): Promise<void> {
  const { page } = hand
  await hand.sees('Sign in to your service')
  await page.getByLabel('Work e-mail address').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByLabel('Code from your authenticator app').fill(await app.code())
  await page.getByLabel('Name of this device').fill('work tablet')
  await hand.press('Sign in')
}

/** Invites a colleague into the assessment that is open. */
export async function inviteColleague(hand: Practitioner, colleague: Invited): Promise<void> {
  const { page } = hand
  await hand.toSteps()
  await hand.press('Who may see this assessment')
  await hand.sees('Who may see this assessment')
  await page.getByLabel('Their work e-mail address').fill(colleague.email)
  await hand.press('Find')
  await page.getByText(`${colleague.name}, ${colleague.role}, ${colleague.agency}`).waitFor()
  await page.getByLabel('To assess together what this family needs').check()
  await page.getByLabel('Our public task: to protect a child, or an adult at risk, from harm').check()
  await hand.press(`Invite ${colleague.name}`)
  await page.getByRole('listitem').filter({ hasText: colleague.name }).first().waitFor()
  await hand.press('Back to the assessment')
}

/** Offers the assessment that is open to an agency. */
export async function inviteAgency(hand: Practitioner, agency: string): Promise<void> {
  const { page } = hand
  await hand.toSteps()
  await hand.press('Who may see this assessment')
  await hand.sees('Who may see this assessment')
  await hand.press('Choose an agency')
  await page.getByRole('radio', { name: agency }).check()
  await page.getByLabel('To assess together what this family needs').check()
  await page.getByLabel('Our public task: to protect a child, or an adult at risk, from harm').check()
  await hand.press(`Invite ${agency}`)
  await page.getByText(`Invited: ${agency}`).waitFor()
}
