import { Secret, TOTP } from 'otpauth'
import type { AccountParts } from '../../../src/server/accounts/account-parts.ts'
import { type Agency, createAgency } from '../../../src/server/accounts/agencies.ts'
import { acceptInvitation, invitationOf, invite } from '../../../src/server/accounts/invitations.ts'
import { type SignedIn, sessionOf } from '../../../src/server/accounts/sessions.ts'
import { signIn } from '../../../src/server/accounts/sign-in.ts'
import type { AccountDatabase } from '../../../src/server/accounts/task.ts'
import type { Access } from '../../../src/sync/api.ts'

export const START = Date.parse('2026-03-02T09:00:00.000Z')
export const PASSWORD = 'wren linnet siskin'
/** Longer than any step of an authenticator that a code is taken for. */
export const NEXT_CODE = 90_000

/** Parts whose clock moves when the test says so, and whose ids count up. */
export function accountParts(db: AccountDatabase): AccountParts & { passes(ms: number): void } {
  let at = START
  let ids = 0
  return {
    db,
    now: () => at,
    newId: () => `id-${++ids}`,
    passes: (ms) => {
      at += ms
    },
  }
}
export type TestParts = ReturnType<typeof accountParts>

export interface Person {
  user: string
  email: string
  agency: Agency
  secret: string
}

export const codeOf = (secret: string, at: number): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: at })

export const anAgency = (parts: AccountParts, name: string): Promise<Agency> =>
  parts.db.run(() => createAgency(parts, name))

/** Somebody who was invited and has chosen a password and an authenticator. */
export async function aPerson(
  parts: TestParts,
  agency: Agency,
  { name = 'Ruth Abara', access = 'practitioner' as Access } = {},
): Promise<Person> {
  const email = `${name.toLowerCase().replace(' ', '.')}@example.org`
  const given = { agency: agency.id, email, role: 'midwife', access, by: null }
  const { token } = await parts.db.run(() => invite(parts, given))
  const invitation = await parts.db.run(() => invitationOf(parts, token))
  if (!invitation) throw new Error('the invitation is gone')
  const { secret } = invitation
  const accepted = await acceptInvitation(parts, token, { name, password: PASSWORD, code: codeOf(secret, parts.now()) })
  if (!accepted.ok) throw new Error(accepted.why)
  parts.passes(NEXT_CODE)
  return { user: accepted.user, email, agency, secret }
}

/** What they show when they sign in. */
export const shownBy = (parts: AccountParts, { email, secret }: Person, address = '192.0.2.1') => ({
  email,
  password: PASSWORD,
  code: codeOf(secret, parts.now()),
  address,
})

/** A session of theirs; afterwards the next code is good. */
export async function aSession(parts: TestParts, person: Person, device = 'phone'): Promise<string> {
  const signed = await signIn(parts, shownBy(parts, person), { id: device, name: 'work phone' })
  if (!signed.ok) throw new Error(signed.why)
  parts.passes(NEXT_CODE)
  return signed.token
}

export const who = (parts: AccountParts, token: string): Promise<SignedIn | null> =>
  parts.db.run(() => sessionOf(parts, token))
