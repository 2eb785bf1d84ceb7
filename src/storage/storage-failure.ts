import type { StorageFailure } from './record-port.ts'

/** Says what an error of the database means for the practitioner. Looks inside wrapped errors: quota hides there. */
export function failureOf(error: unknown): StorageFailure {
  const names = errorNames(error)
  if (names.has('QuotaExceededError')) return 'quota'
  if (names.has(VAULT_GONE)) return 'locked'
  return BROKEN.some((name) => names.has(name)) ? 'database-broken' : 'unknown'
}

/** The vault was removed in another tab: what is written under it now, nobody could ever open. */
export const VAULT_GONE = 'VaultGone'

const BROKEN = [
  'InvalidStateError',
  'DatabaseClosedError',
  'OpenFailedError',
  'MissingAPIError',
  'MissingApiError',
  'VersionError',
  'SecurityError',
  'UnknownError',
  'NotFoundError',
  'DataCloneError',
  'NotReadableError',
]

/** The names of an error and of everything that it wraps. */
export function errorNames(error: unknown, depth = 0): Set<string> {
  const names = new Set<string>()
  if (typeof error !== 'object' || error === null || depth > 5) return names
  const { name, inner, cause, failures } = error as Record<string, unknown>
  if (typeof name === 'string') names.add(name)
  const within = [inner, cause, ...(Array.isArray(failures) ? failures : [])]
  for (const each of within) for (const found of errorNames(each, depth + 1)) names.add(found)
  return names
}
