import { createHash } from 'node:crypto'
import { type AccountParts, iso, MINUTE } from './account-parts.ts'
import { first, rows, type Task } from './task.ts'

/**
 * Wrong tries in fifteen minutes. They are counted before the password is looked at, so that a thousand at once are
 * counted too, and in the database, so that it does not matter which process is asked. An address may be a whole clinic's.
 */
const WINDOW = 15 * MINUTE
const MOST = { account: 10, address: 50, look: 300 } as const

/** Who tries. `email` is null where the agency's own provider asks for the password. `address` is the network address. */
export interface Trying {
  email: string | null
  address: string
}

/**
 * Counts one try. Null: go on. Else the seconds to wait; nothing else of the account is affected, so that what its
 * devices send is taken as before.
 */
export function* countTry({ now }: AccountParts, trying: Trying): Task<number | null> {
  let wait = 0
  for (const { key, most } of keysOf(trying)) wait = Math.max(wait, yield* countOne(now(), key, most))
  return wait > 0 ? wait : null
}

/** Counts one use of what an account may do only so often in a quarter of an hour. Null, or the seconds to wait. */
export function* countUse({ now }: AccountParts, what: string, user: string, most: number): Task<number | null> {
  const wait = yield* countOne(now(), `${what} ${hashed(user)}`, most)
  return wait > 0 ? wait : null
}

/** Counts one look at what is open to anybody; a clinic's looks take none of its tries. Null, or the seconds to wait. */
export function* countLook({ now }: AccountParts, address: string): Task<number | null> {
  const wait = yield* countOne(now(), `look ${hashed(networkOf(address))}`, MOST.look)
  return wait > 0 ? wait : null
}

function* countOne(at: number, key: string, most: number): Task<number> {
  const row = yield* first<{ count: number; endsAt: string }>(
    `INSERT INTO attempts (key, count, ends_at) VALUES ($1, 1, $3)
     ON CONFLICT (key) DO UPDATE SET
       count = CASE WHEN attempts.ends_at <= $2 THEN 1 ELSE attempts.count + 1 END,
       ends_at = CASE WHEN attempts.ends_at <= $2 THEN $3 ELSE attempts.ends_at END
     RETURNING count, ends_at AS "endsAt"`,
    key,
    iso(at),
    iso(at + WINDOW),
  )
  return row && row.count > most ? Math.ceil((Date.parse(row.endsAt) - at) / 1000) : 0
}

/** A try that was right: the account starts anew, and the address is not charged. */
export function* forgiveTry(trying: Trying): Task<void> {
  const { account, address } = namesOf(trying)
  if (account !== null) yield* rows('DELETE FROM attempts WHERE key = $1', account)
  yield* rows('UPDATE attempts SET count = count - 1 WHERE key = $1 AND count > 0', address)
}

/** In one order, in which every transaction takes them: any other ends in deadlocks. */
function keysOf(trying: Trying): { key: string; most: number }[] {
  const { account, address } = namesOf(trying)
  const ofAddress = { key: address, most: MOST.address }
  return account === null ? [ofAddress] : [{ key: account, most: MOST.account }, ofAddress]
}

const namesOf = ({ email, address }: Trying) => ({
  account: email === null ? null : `account ${hashed(email)}`,
  address: `address ${hashed(networkOf(address))}`,
})
const hashed = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** In IPv6 one subscriber has the last half of the address to choose from. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [start = '', end] = address.split('::')
  const groups = (text: string) => (text === '' ? [] : text.split(':'))
  const [before, after] = [groups(start), end === undefined ? [] : groups(end)]
  const zeros = Array.from({ length: Math.max(0, 8 - before.length - after.length) }, () => '0')
  return [...before, ...zeros, ...after].slice(0, 4).join(':')
}
