import type { PasskeyAcceptedFields, PasskeySignInFields, Refusal } from '../../ui/account/account-ports.ts'
import type { AccountClient } from './account-client.ts'
import type { AccountService } from './account-service.ts'

export const hasPasskeys = (): boolean => typeof PublicKeyCredential !== 'undefined'

interface Parts {
  account: Pick<AccountService, 'signIn'>
  client: Pick<AccountClient, 'passkeyOptions'>
}

/** Asks for a passkey of this person, and signs in with it. Without one nothing is sent. */
export async function signInWithPasskey(
  { account, client }: Parts,
  fields: PasskeySignInFields,
): Promise<{ ok: true } | Refusal> {
  const browser = await passkeyBrowser()
  if (!browser) return NOT_LOADED
  const used = await browser.askForPasskey(client)
  return used.ok ? account.signIn({ ...fields, passkey: used.passkey }) : used
}

/** Makes a passkey, and sets the account of an invitation up with it. */
export async function acceptWithPasskey(
  client: Pick<AccountClient, 'passkeyOptions' | 'accept'>,
  token: string,
  fields: PasskeyAcceptedFields,
): Promise<{ ok: true } | Refusal> {
  const browser = await passkeyBrowser()
  if (!browser) return NOT_LOADED
  const made = await browser.makePasskey(client, token)
  return made.ok ? client.accept(token, { ...fields, passkey: made.passkey }) : made
}

/** Loaded when somebody wants a passkey; null when it did not come. */
const passkeyBrowser = () => import('./passkey-browser.ts').catch(() => null)

const NOT_LOADED: Refusal = { ok: false, problem: 'no-answer' }
