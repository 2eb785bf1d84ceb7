import { whenInWords } from '../../report/words.ts'
import {
  devicesSchema,
  invitationSchema,
  invitedSchema,
  oidcAgenciesSchema,
  type PasskeyMade,
  passkeyOptionsSchema,
  type SessionBody,
  type SignIn,
  sessionSchema,
} from '../../sync/api.ts'
import type {
  AcceptedFields,
  Access,
  AccountProblem,
  ListedDevice,
  PasskeyAcceptedFields,
  Refusal,
  ShownInvitation,
  SignInAgency,
} from '../../ui/account/account-ports.ts'
import { type AskServer, anything, type NotAnswered } from './ask-server.ts'

/** What the server is asked about accounts. Never rejects; whatever is not the answer that was asked for is a `Refusal`. */
export interface AccountClient {
  session(): Promise<{ ok: true; body: SessionBody } | Refusal | { ok: false; problem: 'signed-out' }>
  signIn(wanted: SignIn): Promise<{ ok: true; body: SessionBody } | Refusal>
  signOut(): Promise<{ ok: true } | Refusal>
  /** "On this device I recorded as this." */
  nameAuthor(author: { id: string; name: string; role: string; agency: string }): Promise<{ ok: true } | Refusal>
  /** Those whose people sign in with a provider of their own. */
  agencies(): Promise<{ ok: true; agencies: SignInAgency[] } | Refusal>
  invitation(token: string): Promise<{ ok: true; invitation: ShownInvitation } | Refusal>
  accept(token: string, fields: AcceptedFields | AcceptedWithPasskey): Promise<{ ok: true } | Refusal>
  /** What the browser asks a passkey for, to sign in; with an invitation's token, a new one. Good for one use. */
  passkeyOptions(token?: string): Promise<{ ok: true; options: Record<string, unknown> } | Refusal>
  invite(wanted: {
    email: string
    role: string
    access: Access
  }): Promise<{ ok: true; link: string; until: string } | Refusal>
  devices(): Promise<{ ok: true; devices: ListedDevice[] } | Refusal>
  revoke(id: string): Promise<{ ok: true } | Refusal>
}

export type AcceptedWithPasskey = PasskeyAcceptedFields & { passkey: PasskeyMade }

/** `origin` of the app, for showing a link in full. */
export function accountClient(request: AskServer, origin: string): AccountClient {
  const told = (answer: { ok: true } | NotAnswered): { ok: true } | Refusal =>
    answer.ok ? { ok: true } : asRefusal(answer)

  return {
    session: async () => {
      const answer = await request('/api/session', sessionSchema)
      if (!answer.ok && answer.code === 'signed-out') return { ok: false, problem: 'signed-out' }
      return answer.ok ? answer : asRefusal(answer)
    },
    signIn: async (wanted) => {
      const answer = await request('/api/sign-in', sessionSchema, wanted)
      return answer.ok ? answer : asRefusal(answer)
    },
    signOut: async () => told(await request('/api/sign-out', anything, {})),
    nameAuthor: async (author) => told(await request('/api/authors', anything, author)),
    agencies: async () => {
      const answer = await request('/api/oidc/agencies', oidcAgenciesSchema)
      return answer.ok ? { ok: true, agencies: answer.body.agencies } : asRefusal(answer)
    },
    invitation: async (token) => {
      const answer = await request(invitationPath(token), invitationSchema)
      if (!answer.ok) return asRefusal(answer)
      const { email, role, agency, secret, otpauth, provider } = answer.body
      const shown = { email, role, agency: agency.name, secret, otpauth }
      return { ok: true, invitation: provider ? { ...shown, ownSignIn: agency.id } : shown }
    },
    accept: async (token, fields) => told(await request(invitationPath(token), anything, fields)),
    passkeyOptions: async (token) => {
      const at = token === undefined ? '/api/sign-in' : invitationPath(token)
      const answer = await request(`${at}/passkey`, passkeyOptionsSchema, {})
      return answer.ok ? { ok: true, options: answer.body.options } : asRefusal(answer)
    },
    invite: async (wanted) => {
      const answer = await request('/api/agency/invitations', invitedSchema, wanted)
      if (!answer.ok) return asRefusal(answer)
      return { ok: true, link: `${origin}${answer.body.link}`, until: whenInWords(answer.body.expiresAt) }
    },
    devices: async () => {
      const answer = await request('/api/agency/devices', devicesSchema)
      if (!answer.ok) return asRefusal(answer)
      const devices = answer.body.devices.map((d) => ({
        id: d.id,
        name: d.name,
        user: d.user.name,
        lastSeen: whenInWords(d.lastSeenAt),
        revoked: d.revoked,
      }))
      return { ok: true, devices }
    },
    revoke: async (id) => told(await request('/api/agency/devices/revoke', anything, { id })),
  }
}

const invitationPath = (token: string) => `/api/invitations/${encodeURIComponent(token)}`

/** The codes that the screens have their own words for; whatever else came, nothing was done, and trying again is harmless. */
const PROBLEMS: Readonly<Record<string, AccountProblem | undefined>> = {
  'no-answer': 'no-answer',
  'not-ours': 'not-ours',
  'signed-out': 'not-allowed',
  'not-recognised': 'not-recognised',
  'too-many': 'too-many',
  'not-found': 'not-found',
  'weak-password': 'weak-password',
  'code-not-right': 'code-not-right',
  'passkey-not-right': 'passkey-not-right',
  'not-allowed': 'not-allowed',
  'already-there': 'already-there',
  'author-taken': 'recorded-by-another',
}

const asRefusal = ({ code, retryAfter }: NotAnswered): Refusal => ({
  ok: false,
  problem: PROBLEMS[code] ?? 'trouble',
  ...(code === 'too-many' && retryAfter !== null && { waitMinutes: Math.ceil(retryAfter / 60) }),
})
