import type { SessionBody } from '../../sync/api.ts'
import type { Account } from '../../sync/sync-store.ts'
import type { AccountState, Refusal, SignInFields } from '../../ui/account/account-ports.ts'
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

export interface AccountService {
  current(): AccountState
  subscribe(listener: () => void): () => void
  /** The account's id at the server; null before this store was connected. */
  user(): string | null
  /** What this device was called when it was connected; empty before. */
  deviceName(): string
  /**
   * Asks the server whose session this browser holds. Only this store's own account is ever shown as signed in: another
   * person may have signed in in this browser. A store that was never connected asks nobody.
   */
  check(): Promise<void>
  signIn(fields: SignInFields): Promise<{ ok: true } | Refusal>
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

  return {
    current: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    user: () => account?.user ?? null,
    deviceName: () => account?.device ?? '',
    async check() {
      if (!account) return
      const answer = await client.session()
      if (answer.ok && isOwn(answer.body)) become(signedIn(answer.body))
      else if (answer.ok || answer.problem === 'signed-out') become({ is: 'signed-out' })
    },
    async signIn({ email, password, code, device }) {
      const signed = await client.signIn({
        email: email.trim(),
        password,
        code: code.replaceAll(/\s/g, ''),
        device: { id: owner.device, name: device.trim() },
      })
      if (!signed.ok) return signed
      const { id } = signed.body.user
      if (account && account.user !== id) return refuse({ ok: false, problem: 'another-account' })
      const named = await client.nameAuthor(owner.author)
      if (!named.ok) return refuse(named)
      const { name, agency } = signed.body.user
      const connected: Account = { user: id, name, agency: agency.name, device: device.trim() }
      if (!(await memory.write(connected))) return refuse({ ok: false, problem: 'trouble' })
      account = connected
      become(signedIn(signed.body))
      return { ok: true }
    },
    async signOut() {
      const left = await client.signOut()
      if (left.ok && account) become({ is: 'signed-out' })
      return left
    },
  }
}

const signedIn = ({ user, revoked }: SessionBody): AccountState => ({
  is: 'signed-in',
  name: user.name,
  role: user.role,
  agency: user.agency.name,
  access: user.access,
  revoked: revoked === true,
})
