import { hash, verify } from '@node-rs/argon2'
import { PASSWORD } from '../../sync/api.ts'
import { newToken } from './secret-token.ts'

/** Argon2id as OWASP's cheat sheet asks for at least. These may rise, never fall; older hashes rise at the next sign-in. */
const HARDNESS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

export const hashPassword = (password: string): Promise<string> => hash(prepared(password), HARDNESS)

/** False where there is no account or no password, after the same work. */
export async function isRightPassword(stored: string | null | undefined, password: string): Promise<boolean> {
  const right = await verify(stored ?? (await nobodys()), prepared(password))
  return right && stored != null
}

/** True for a hash that was made when less was asked for. */
export function isTooWeak(stored: string): boolean {
  const [, memory = '0', time = '0'] = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=\d+\$/.exec(stored) ?? []
  return Number(memory) < HARDNESS.memoryCost || Number(time) < HARDNESS.timeCost
}

/** Whether it may be chosen. */
export function isGoodPassword(password: string, email: string): boolean {
  const length = [...password].length
  return length >= PASSWORD.shortest && length <= PASSWORD.longest && password.toLowerCase() !== email.toLowerCase()
}

/** One text for what keyboards write differently. */
const prepared = (password: string): string => password.normalize('NFKC')

let nobody: Promise<string> | undefined
/** The hash of what nobody knows, so that an account that is not there takes as long as one that is. */
function nobodys(): Promise<string> {
  nobody ??= hashPassword(newToken())
  return nobody
}
/** Before the first sign-in, so that this takes no longer than the next. */
export const preparePasswords = async (): Promise<void> => {
  await nobodys()
}
