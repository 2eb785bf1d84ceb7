import { afterEach, beforeEach } from 'vitest'
import { aDevice, type Device, PHONE, type Screen, TABLET } from './device.ts'
import { Practitioner } from './practitioner.ts'
import { aServer, type RunningServer } from './server.ts'
import { type Authenticator, acceptInvitation, connect, type Invited, inviteColleague, Service } from './service.ts'

export const ASHA = {
  name: 'Asha Rahman',
  email: 'asha@midwifery.example',
  role: 'Midwife',
  agency: 'Community midwifery',
}
export const SAM = {
  name: 'Sam Okoro',
  email: 'sam@harbour.example',
  role: 'Drug and alcohol worker',
  agency: 'Harbour service',
}
export const KIM = {
  name: 'Kim Lowe',
  email: 'kim@visiting.example',
  role: 'Health visitor',
  agency: 'Health visiting',
}

/** One practitioner at a device of their own, connected with the server. */
export interface Somebody {
  hand: Practitioner
  device: Device
  invited: Invited
  app: Authenticator
}

/** A server, and whoever works with it. */
export class SeveralPeople {
  private readonly devices: Device[] = []
  readonly server: RunningServer = aServer()

  /** The server runs from then on. */
  invites(people: Parameters<Service['invites']>[0]): Promise<Invited[]> {
    return new Service(this.server).invites(people)
  }

  /** Accepts the invitation, sets a device up, connects it, and sees the list of assessments. */
  async join(invited: Invited, screen: Screen = TABLET): Promise<Somebody> {
    const device = await aDevice(screen)
    this.devices.push(device)
    const hand = new Practitioner(device.page())
    await hand.page.goto(this.server.url)
    const app = await acceptInvitation(hand, invited)
    const initials = invited.name.replaceAll(/[^A-Z]/g, '')
    await hand.setUp(invited.name, initials, undefined, { role: invited.role, agency: invited.agency })
    await connect(hand, invited, app)
    await toList(hand)
    return { hand, device, invited, app }
  }

  /** Asha has begun an assessment that names the child Kit; Sam is invited and has it open. Kim has an account, and sees nothing of it. */
  async share(): Promise<{ asha: Somebody; sam: Somebody; kim: Invited }> {
    const [first, second, kim] = (await this.invites([ASHA, SAM, KIM])) as [Invited, Invited, Invited]
    const [asha, sam] = await Promise.all([this.join(first), this.join(second, PHONE)])
    await beginAbout(asha, 'Kit')
    await inviteColleague(asha.hand, second)
    await openShared(sam, 'Kit')
    return { asha, sam, kim }
  }

  async end(): Promise<void> {
    for (const device of this.devices) await device.remove()
    await this.server.remove()
  }
}

/** A server and its people for each test of a file. */
export function severalPeople(): () => SeveralPeople {
  let people: SeveralPeople | undefined
  beforeEach(() => {
    people = new SeveralPeople()
  })
  afterEach(() => people?.end())
  return () => {
    if (!people) throw new Error('The server does not run yet')
    return people
  }
}

export async function beginAbout({ hand }: Somebody, child: string): Promise<void> {
  await hand.startAssessment()
  await hand.answer({ question: 'START-05', adds: true, parts: { what: 'child', label: child } })
}

/** The one assessment that names this child, in the list; it may still be on its way. */
export async function openShared({ hand }: Somebody, child: string): Promise<void> {
  await hand.page.getByRole('button', { name: new RegExp(child) }).click()
  await hand.sees(/^(Assessment|Before you go on)$/)
}

export async function toList(hand: Practitioner): Promise<void> {
  await hand.page.getByRole('button', { name: 'Linnet', exact: true }).click()
  await hand.sees('Assessments')
}

/** The next round with the server comes at once. */
export const reach = ({ page }: Practitioner): Promise<void> =>
  page.evaluate(() => void dispatchEvent(new Event('online')))

export const allReceived = ({ page }: Practitioner): Promise<void> =>
  page.getByText('The server has received everything that was recorded here.').waitFor()
