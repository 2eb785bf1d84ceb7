/**
 * Why the record was not opened. The user, in each case:
 * - `not-found`: checks the reference with whoever gave it.
 * - `not-allowed`: asks a practitioner or a supervisor: an administrator's account opens no record.
 * - `signed-out`: signs in; what is typed stays.
 * - `too-many`: waits for the minutes that are told.
 * - `no-answer`: tries again when there is a network, or telephones the colleague.
 * - `not-ours`: opens the page of the public network first.
 * - `not-kept`: the server has opened it, and this device could not note that: frees some space and tries again.
 * - `trouble`: tries again in a few minutes.
 */
export type GlassProblem =
  | 'not-found'
  | 'not-allowed'
  | 'signed-out'
  | 'too-many'
  | 'no-answer'
  | 'not-ours'
  | 'not-kept'
  | 'trouble'
export type GlassRefusal = { ok: false; problem: GlassProblem; waitMinutes?: number | undefined }

/** `until` in words; null for a member, who needs no opening. */
export type GlassOpened = { ok: true; until: string | null } | GlassRefusal

/** What is typed, before it is asked for. */
export interface GlassTyped {
  reference: string
  reason: string
}
