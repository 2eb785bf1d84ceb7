import type { AccountParts } from './account-parts.ts'
import { invitationBy } from './invitations.ts'
import { handleFor, hostOf, keepChallenge, PASSKEY_TIME, type Site, webAuthn } from './passkeys.ts'
import { tokenHash } from './secret-token.ts'

/** The password is asked for too, so that whoever has the passkey in hand is enough. */
const USER_VERIFICATION = 'preferred'

/** What a browser needs to look for a passkey of this site, whosever it is. Nobody is told whose account has one. */
export async function optionsToUse(parts: AccountParts, site: Site): Promise<object> {
  const { generateAuthenticationOptions } = await webAuthn()
  const options = await generateAuthenticationOptions({
    rpID: hostOf(site),
    userVerification: USER_VERIFICATION,
    timeout: PASSKEY_TIME,
  })
  await parts.db.run(() => keepChallenge(parts, options.challenge, 'sign-in'))
  return options
}

/** What it needs to make one for whoever is invited; null when the invitation is not good. */
export async function optionsToMake(parts: AccountParts, site: Site, token: string): Promise<object | null> {
  const invitation = tokenHash(token)
  const found = await parts.db.run(function* () {
    const invited = yield* invitationBy(parts, invitation)
    if (!invited) return null
    const { email, agency } = invited
    return { email, handle: yield* handleFor(email, agency.id, invitation) }
  })
  if (!found) return null
  const { generateRegistrationOptions } = await webAuthn()
  const options = await generateRegistrationOptions({
    rpName: 'Linnet',
    rpID: hostOf(site),
    userName: found.email,
    userID: new TextEncoder().encode(found.handle),
    attestationType: 'none',
    // Found without a list: a list would tell which accounts there are.
    authenticatorSelection: { residentKey: 'required', userVerification: USER_VERIFICATION },
    timeout: PASSKEY_TIME,
  })
  await parts.db.run(() => keepChallenge(parts, options.challenge, { invitation }))
  return options
}
