import { whenInWords } from '../../report/words.ts'
import { readAnswer } from '../../sync/answer.ts'
import {
  devicesSchema,
  invitationSchema,
  invitedSchema,
  problemSchema,
  REQUEST_HEADER,
  type SessionBody,
  type SignIn,
  sessionSchema,
} from '../../sync/api.ts'
import type {
  AcceptedFields,
  Access,
  AccountProblem,
  ListedDevice,
  Refusal,
  ShownInvitation,
} from '../../ui/account/account-ports.ts'

/** Any request that takes longer counts as unanswered. */
const LONGEST = 20_000

interface Schema<T> {
  safeParse(value: unknown): { success: true; data: T } | { success: false }
}
const nothing: Schema<unknown> = { safeParse: (value) => ({ success: true, data: value }) }

/** What the server is asked about accounts. Never rejects; whatever is not the answer that was asked for is a `Refusal`. */
export interface AccountClient {
  session(): Promise<{ ok: true; body: SessionBody } | Refusal | { ok: false; problem: 'signed-out' }>
  signIn(wanted: SignIn): Promise<{ ok: true; body: SessionBody } | Refusal>
  signOut(): Promise<{ ok: true } | Refusal>
  /** "On this device I recorded as this." */
  nameAuthor(author: { id: string; name: string; role: string; agency: string }): Promise<{ ok: true } | Refusal>
  invitation(token: string): Promise<{ ok: true; invitation: ShownInvitation } | Refusal>
  accept(token: string, fields: AcceptedFields): Promise<{ ok: true } | Refusal>
  invite(wanted: {
    email: string
    role: string
    access: Access
  }): Promise<{ ok: true; link: string; until: string } | Refusal>
  devices(): Promise<{ ok: true; devices: ListedDevice[] } | Refusal>
  revoke(id: string): Promise<{ ok: true } | Refusal>
}

/** `origin` of the app, for showing a link in full. */
export function accountClient(ask: typeof fetch, origin: string): AccountClient {
  async function request<T>(path: string, schema: Schema<T>, body?: unknown): Promise<{ ok: true; body: T } | Refused> {
    const sent = await fetched(ask, path, body)
    if (!sent) return { ok: false, problem: 'no-answer' }
    let answer: T | undefined
    const read = readAnswer(
      sent,
      (value) => {
        const parsed = schema.safeParse(value)
        if (parsed.success) answer = parsed.data
        return parsed.success
      },
      Date.now(),
    )
    if (sent.status === 200 && read.came === 'answer' && read.body === 'protocol')
      return { ok: true, body: answer as T }
    if (read.came === 'answer' && read.body === 'html') return { ok: false, problem: 'not-ours' }
    return refusedBy(sent.text, read.came === 'answer' ? read.retryAfter : null)
  }
  const told = (answer: { ok: true } | Refused): { ok: true } | Refusal =>
    answer.ok ? { ok: true } : asRefusal(answer)

  return {
    session: async () => {
      const answer = await request('/api/session', sessionSchema)
      return answer.ok || answer.problem === 'signed-out' ? (answer as never) : asRefusal(answer)
    },
    signIn: async (wanted) => {
      const answer = await request('/api/sign-in', sessionSchema, wanted)
      return answer.ok ? answer : asRefusal(answer)
    },
    signOut: async () => told(await request('/api/sign-out', nothing, {})),
    nameAuthor: async (author) => told(await request('/api/authors', nothing, author)),
    invitation: async (token) => {
      const answer = await request(`/api/invitations/${encodeURIComponent(token)}`, invitationSchema)
      if (!answer.ok) return asRefusal(answer)
      const { email, role, agency, secret, otpauth } = answer.body
      return { ok: true, invitation: { email, role, agency: agency.name, secret, otpauth } }
    },
    accept: async (token, fields) =>
      told(await request(`/api/invitations/${encodeURIComponent(token)}`, nothing, fields)),
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
    revoke: async (id) => told(await request('/api/agency/devices/revoke', nothing, { id })),
  }
}

type Refused = { ok: false; problem: AccountProblem | 'signed-out'; waitMinutes?: number | undefined }

const asRefusal = ({ problem, waitMinutes }: Refused): Refusal => ({
  ok: false,
  problem: problem === 'signed-out' ? 'not-allowed' : problem,
  waitMinutes,
})

async function fetched(ask: typeof fetch, path: string, body: unknown) {
  try {
    const answer = await ask(path, {
      method: body === undefined ? 'GET' : 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST),
      headers: { [REQUEST_HEADER.name]: REQUEST_HEADER.value, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type'),
      retryAfter: answer.headers.get('retry-after'),
      text: await answer.text(),
    }
  } catch {
    return null
  }
}

const KNOWN: ReadonlySet<string> = new Set<AccountProblem | 'signed-out'>([
  'signed-out',
  'not-recognised',
  'too-many',
  'not-found',
  'weak-password',
  'code-not-right',
  'not-allowed',
  'already-there',
])

/** A code that this version does not know is trouble: nothing was done, and trying again is harmless. */
function refusedBy(text: string, retryAfter: number | null): Refused {
  const waitMinutes = retryAfter === null ? undefined : Math.ceil(retryAfter / 60)
  try {
    const { problem } = problemSchema.parse(JSON.parse(text))
    if (problem === 'author-taken') return { ok: false, problem: 'recorded-by-another' }
    if (KNOWN.has(problem)) return { ok: false, problem: problem as AccountProblem, waitMinutes }
    return { ok: false, problem: 'trouble' }
  } catch {
    return { ok: false, problem: 'trouble' }
  }
}
