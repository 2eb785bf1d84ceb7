import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser'
import { type PasskeyMade, type PasskeyUsed, passkeyMadeSchema, passkeyUsedSchema } from '../../sync/api.ts'
import type { Refusal } from '../../ui/account/account-ports.ts'
import type { AccountClient } from './account-client.ts'

type Client = Pick<AccountClient, 'passkeyOptions'>
type Options<T> = Record<string, unknown> & T

/** Lets the browser ask this person for a passkey. */
export async function askForPasskey(client: Client): Promise<{ ok: true; passkey: PasskeyUsed } | Refusal> {
  const asked = await client.passkeyOptions()
  if (!asked.ok) return asked
  const optionsJSON = asked.options as Options<PublicKeyCredentialRequestOptionsJSON>
  return taken(startAuthentication({ optionsJSON }).then((answer) => passkeyUsedSchema.parse(answer)))
}

/** Lets the browser make one, for whom the invitation is. */
export async function makePasskey(
  client: Client,
  token: string,
): Promise<{ ok: true; passkey: PasskeyMade } | Refusal> {
  const asked = await client.passkeyOptions(token)
  if (!asked.ok) return asked
  const optionsJSON = asked.options as Options<PublicKeyCredentialCreationOptionsJSON>
  return taken(startRegistration({ optionsJSON }).then((answer) => passkeyMadeSchema.parse(answer)))
}

/** Browsers do not tell apart that somebody cancelled, that there is no passkey, and that it took too long. */
async function taken<T>(answer: Promise<T>): Promise<{ ok: true; passkey: T } | Refusal> {
  try {
    return { ok: true, passkey: await answer }
  } catch {
    return { ok: false, problem: 'no-passkey' }
  }
}
