import type { PasskeyUsed, SessionBody } from '../../sync/api.ts'
import type { Account } from '../../sync/sync-store.ts'
import type { AccountState, PasskeySignInFields, Refusal, SignInFields } from '../../ui/account/account-ports.ts'
import type { AccountClient } from './account-client.ts'

/**
 * Where the connection is remembered, sealed: one account for good, so that nobody's records meet another person's. From a
 * write on, this store speaks to the server. A failed one answers false.
 */
export interface AccountMemory {
  read(): Promise<Account | null>
  write(account: Account): Promise<boolean>
}

/** The practitioner as the store's entries name them, and the store's own name for this device. */
export interface StoreOwner {
  author: { id: string; name: string; role: string; agency: string }
  device: string
}

/**
 * Whose session a browser holds that has come back from an agency's own sign-in.
 * - `nobody`: nobody's. The user reads why in the address, and tries again.
 * - `of-another-store`: of another practitioner's store on this device. The user opens that one.
 * - `to-confirm`: of this store, which was never connected. The user says whether that is their account.
 * - `connected`: of this store's own account. Nothing is left to do.
 * - `refused`: it may not be used, and has ended; or the server could not be asked.
 */
export type Arrival =
  | { is: 'nobody' | 'of-another-store' | 'connected' }
  | { is: 'to-confirm'; user: string; name: string; role: string; agency: string }
  | { is: 'refused'; refusal: Refusal }

export interface AccountService {
  current(): AccountState
  subscribe(listener: () => void): () => void
  /** The account's id at the server; null before this store was connected. */
  user(): string | null
  /** What this device was called when it was connected; empty before. */
  deviceName(): string
  /** The agency whose own sign-in was last used; undefined after a password. */
  provider(): string | undefined
  /**
   * Asks the server whose session this browser holds. Only this store's own account is ever shown as signed in: another
   * person may have signed in in this browser. A store that was never connected asks nobody.
   */
  check(): Promise<void>
  signIn(fields: SignInFields | (PasskeySignInFields & { passkey: PasskeyUsed })): Promise<{ ok: true } | Refusal>
  /** Looks who is signed in, on the user's wish. A store that was connected goes on with its own account. `through` what they came. */
  arrive(through: 'provider' | 'unknown'): Promise<Arrival>
  /** Connects this store with the session that is there, if it is still of this user, who was shown and confirmed. */
  confirm(user: string): Promise<Arrival>
  signOut(): Promise<{ ok: true } | Refusal>
}

export async function accountService(
  client: AccountClient,
  memory: AccountMemory,
  owner: StoreOwner,
): Promise<AccountService> {
  const listeners = new Set<() => void>()
  let account = await memory.read()
  let state: AccountState = account ? { is: 'signed-out' } : { is: 'local' }
  const become = (next: AccountState) => {
    state = next
    for (const listener of listeners) listener()
  }
  const isOwn = (body: SessionBody) => body.user.id === account?.user && body.device === owner.device

  /** The session is of this person, but it is not one that this store may use: it ends. */
  async function refuse(refusal: Refusal): Promise<Refusal> {
    await client.signOut()
    if (state.is === 'signed-in') become({ is: 'signed-out' })
    return refusal
  }

  /** Says as whom this store recorded, remembers the account, and is signed in: the one way in, however it was begun. */
  async function connect(
    body: SessionBody,
    used: Pick<Account, 'device' | 'provider'>,
  ): Promise<{ ok: true } | Refusal> {
    const { id, name, agency } = body.user
    if (account && account.user !== id) return refuse({ ok: false, problem: 'another-account' })
    const named = await client.nameAuthor(owner.author)
    if (!named.ok) return refuse(named)
    const connected: Account = { user: id, name, agency: agency.name, ...used }
    if (!(await memory.write(connected))) return refuse({ ok: false, problem: 'trouble' })
    account = connected
    become(signedIn(body))
    return { ok: true }
  }
  const byProvider = ({ deviceName, user }: SessionBody) => ({ device: deviceName, provider: user.agency.id })

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    user: () => account?.user ?? null,
    deviceName: () => account?.device ?? '',
    provider: () => account?.provider,
    async check() {
      if (!account) return
      const answer = await client.session()
      if (answer.ok && isOwn(answer.body)) become(signedIn(answer.body))
      else if (answer.ok || answer.problem === 'signed-out') become({ is: 'signed-out' })
    },
    async signIn({ email, password, device, ...shown }) {
      const signed = await client.signIn({
        email: email.trim(),
        password,
        ...('code' in shown ? { code: shown.code.replaceAll(/\s/g, '') } : shown),
        device: { id: owner.device, name: device.trim() },
      })
      return signed.ok ? connect(signed.body, { device: device.trim() }) : signed
    },
    async arrive(through) {
      const answer = await client.session()
      if (!answer.ok && answer.problem === 'signed-out') return { is: 'nobody' }
      if (!answer.ok) return { is: 'refused', refusal: answer }
      const { user, device } = answer.body
      if (device !== owner.device) return { is: 'of-another-store' }
      if (!account)
        return { is: 'to-confirm', user: user.id, name: user.name, role: user.role, agency: user.agency.name }
      const { device: name, provider } = account
      return arrivedBy(
        connect(answer.body, through === 'provider' ? byProvider(answer.body) : { device: name, provider }),
      )
    },
    async confirm(user) {
      const answer = await client.session()
      if (!answer.ok && answer.problem !== 'signed-out') return { is: 'refused', refusal: answer }
      if (!answer.ok || answer.body.user.id !== user || answer.body.device !== owner.device) {
        return { is: 'nobody' }
      }
      return arrivedBy(connect(answer.body, byProvider(answer.body)))
    },
    async signOut() {
      const left = await client.signOut()
      if (left.ok && account) become({ is: 'signed-out' })
      return left
    },
  }
}

async function arrivedBy(connecting: Promise<{ ok: true } | Refusal>): Promise<Arrival> {
  const done = await connecting
  return done.ok ? { is: 'connected' } : { is: 'refused', refusal: done }
}

const signedIn = ({ user, revoked }: SessionBody): AccountState => ({
  is: 'signed-in',
  name: user.name,
  role: user.role,
  agency: user.agency.name,
  access: user.access,
  revoked: revoked === true,
})
