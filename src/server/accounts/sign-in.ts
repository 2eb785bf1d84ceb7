import type { PasskeyUsed } from '../../sync/api.ts'
import type { AccountParts } from './account-parts.ts'
import { stepOf } from './authenticator.ts'
import { passkeyUsed, type Site, spendUse } from './passkeys.ts'
import { hashPassword, isGoodPassword, isRightPassword, isTooWeak } from './password.ts'
import { countTry, forgiveTry } from './rate-limit.ts'
import { beginSession, type ClientDevice, endSessionsOf } from './sessions.ts'
import { changed, first, rows, type Task } from './task.ts'

/**
 * What somebody shows to be who they are: beside the password a code of their authenticator, or a passkey. `address` is the
 * network address of whoever asks.
 */
export interface Shown {
  email: string
  password: string
  code?: string | undefined
  passkey?: { used: PasskeyUsed; site: Site } | undefined
  address: string
}

/**
 * - `not-recognised`: one answer, after the same work, for an account that is not there, a wrong password, a wrong or used code or passkey.
 * - `too-many`: wait so many seconds.
 */
export type Refused = { ok: false; why: 'not-recognised' } | { ok: false; why: 'too-many'; retryAfter: number }

/** A new session for whoever shows the right password and a code, or a passkey, that was not used before. `token` is for the cookie. */
export async function signIn(
  parts: AccountParts,
  shown: Shown,
  device: ClientDevice,
): Promise<{ ok: true; token: string } | Refused> {
  const recognised = await recognise(parts, shown)
  if (!recognised.ok) return recognised
  const { user, spend, trying } = recognised
  const better = isTooWeak(recognised.passwordHash) ? await hashPassword(shown.password) : null
  const token = await parts.db.run(function* () {
    if (!(yield* spend())) return null
    yield* forgiveTry(trying)
    if (better) yield* rows('UPDATE users SET password_hash = $2 WHERE id = $1', user, better)
    return yield* beginSession(parts, user, device)
  })
  return token === null ? { ok: false, why: 'not-recognised' } : { ok: true, token }
}

/** A new password. Every session of the account ends, and one begins. `weak-password`: nothing was changed. */
export async function changePassword(
  parts: AccountParts,
  shown: Shown,
  password: string,
  device: ClientDevice,
): Promise<{ ok: true; token: string } | Refused | { ok: false; why: 'weak-password' }> {
  if (!isGoodPassword(password, shown.email)) return { ok: false, why: 'weak-password' }
  const recognised = await recognise(parts, shown)
  if (!recognised.ok) return recognised
  const { user, spend, trying } = recognised
  const passwordHash = await hashPassword(password)
  const token = await parts.db.run(function* () {
    if (!(yield* spend())) return null
    yield* forgiveTry(trying)
    yield* rows('UPDATE users SET password_hash = $2 WHERE id = $1', user, passwordHash)
    yield* endSessionsOf(user)
    return yield* beginSession(parts, user, device)
  })
  return token === null ? { ok: false, why: 'not-recognised' } : { ok: true, token }
}

/** One text for each address, however it was typed. */
export const normalEmail = (email: string): string => email.trim().normalize('NFKC').toLowerCase()

async function recognise(parts: AccountParts, shown: Shown) {
  const trying = { email: normalEmail(shown.email), address: shown.address }
  const { wait, account } = await parts.db.run(function* () {
    const wait = yield* countTry(parts, trying)
    const account = yield* first<{ user: string; passwordHash: string | null; secret: string | null }>(
      `SELECT u.id AS user, u.password_hash AS "passwordHash", u.totp_secret AS secret FROM users u
       WHERE u.email = $1 AND u.ended_at IS NULL`,
      trying.email,
    )
    return { wait, account }
  })
  if (wait !== null) return { ok: false, why: 'too-many', retryAfter: wait } as const
  const right = await isRightPassword(account?.passwordHash, shown.password)
  const spend = await besidePassword(parts, shown, account)
  if (!right || !spend || !account?.passwordHash) return { ok: false, why: 'not-recognised' } as const
  return { ok: true, user: account.user, passwordHash: account.passwordHash, spend, trying } as const
}

/** Null when what was shown beside the password is not this account's; else what is to be done so that it opens nothing again. */
async function besidePassword(
  parts: AccountParts,
  { code = '', passkey }: Shown,
  account: { user: string; secret: string | null } | undefined,
): Promise<(() => Task<boolean>) | null> {
  if (passkey) {
    const used = await passkeyUsed(parts, passkey.site, passkey.used)
    return used && used.user === account?.user ? () => spendUse(used.passkey, used.counter) : null
  }
  const step = stepOf(account?.secret, code, parts.now())
  return account && step !== null ? () => spendStep(account.user, step) : null
}

/** False when this step of the authenticator, or a later one, was used before: a code that was overheard opens nothing. */
function* spendStep(user: string, step: number): Task<boolean> {
  const used = yield* changed(
    'UPDATE users SET totp_step = $2 WHERE id = $1 AND totp_step < $2 AND ended_at IS NULL RETURNING id',
    user,
    step,
  )
  return used > 0
}
