import type { OutboxState } from './outbox-state.ts'
import type { ClockSeen, Reading, ReadingLimits } from './reading-seal.ts'

/** Why the device's store did not do it. Nothing was changed; the round ends, and is tried again. */
export type StoreTrouble = { ok: false; reason: 'quota' | 'database-broken' | 'locked' | 'unknown' }

/**
 * What this device knows of one assessment.
 * `began`: it began here, so that it is pushed with `begin`.
 * `cursor`: the last page that is on the disk, as the server wrote it; null before the first, and after a restore.
 * `readThrough`: the number of the last entry of that page, 0 for none. `durableThrough`: as the server said it last.
 * `standing`: `unconfirmed` until the server has given a page of it; `hidden` when the server then says that there is none of
 * this person's: its screens are closed, and nothing of it is erased.
 * `glassAt`, `glassUntil`: when the glass was broken on this device to read it, and until when that lets its user read what is `hidden`,
 * in milliseconds by this device's clock; null when none was, or its time is over. A member has none.
 * `erased`: of the read copy, because the server had not answered for too long: `times` counts how often, `entries` what is
 * lacking since, until everything up to the number `through` has been pulled again.
 */
export interface FollowedAssessment {
  assessment: string
  began: boolean
  cursor: string | null
  readThrough: number
  durableThrough: number
  standing: 'unconfirmed' | 'member' | 'hidden'
  glassAt: number | null
  glassUntil: number | null
  erased?: { times: number; entries: number; through: number } | undefined
}

/**
 * `contact` is when the server answered last, in milliseconds by this device's clock; null for never. `latest` as in
 * `ClockSeen`, `limits` as the server told them last.
 */
export interface ServerMemory extends ClockSeen {
  epoch: string | null
  limits: ReadingLimits
  assessments: FollowedAssessment[]
}

/** What an entry is known by where it was stored. `at` is ISO 8601 by the server's clock; `voucher` as it was pulled. */
export interface Receipt {
  id: string
  at: string
  seq: number
  voucher: string | null
}

/** With whom a vault was connected by its user; kept sealed. Ids as the server says them. */
export interface Account {
  user: string
  name: string
  agency: string
  /** What its user called this device. */
  device?: string | undefined
  /** The agency whose own provider was last signed in with; none after a password. */
  provider?: string | undefined
}

export type SettledState = Extract<OutboxState, { is: 'received' | 'held-back' }>

/**
 * An entry that the server is not known to hold. `held` tells why, when it was tried before. `own` is false for what came
 * from a server that has been restored since, with the voucher that lets this device bring it back.
 */
export interface Unsent {
  id: string
  assessment: string
  own: boolean
  voucher: string | null
  /** The text to send, as it was sealed. */
  text: string
  held: Extract<OutboxState, { is: 'held-back' }> | null
}

/** `own` is false for what came from the server. An own entry that was never answered is `on-this-device`. */
export interface EntryStanding {
  id: string
  own: boolean
  state: OutboxState
}

/**
 * What one vault remembers so that nothing is sent too little and nothing is called received too early. All that is in
 * one call is kept together or not at all. Entries are only ever added, but for what `lookAtClock` erases.
 */
export interface SyncStore {
  memory(): Promise<({ ok: true } & ServerMemory) | StoreTrouble>
  /** Nothing of an invented assessment. What was stored once in the order of then, and the rest lowest `deviceSeq` first. `unreadable` counts rows that do not open: they stay, and cannot be sent. */
  unsent(): Promise<{ ok: true; entries: Unsent[]; unreadable: number } | StoreTrouble>
  standings(assessment: string): Promise<{ ok: true; entries: EntryStanding[] } | StoreTrouble>

  /**
   * Before the first attempt: from then on these entries may be elsewhere, and are not replaced by a next edit. Only what it
   * names may be sent: the others have been replaced in the meantime.
   */
  markHandedOver(ids: readonly string[]): Promise<{ ok: true; ids: string[] } | StoreTrouble>
  /** Answers of the server in this epoch. `overtaken`: another epoch has begun since; nothing was kept: send again. */
  settle(
    epoch: string | null,
    settled: readonly { id: string; state: SettledState }[],
  ): Promise<{ ok: true } | { ok: false; reason: 'overtaken' } | StoreTrouble>

  /**
   * Adds what was pulled, read back before it answers. The texts have been checked with their hash. `vouchers`: for each text
   * the one that it came with, or null.
   * `conflict`: these ids are kept with other content, which stands. `read-back-differs`: pull again.
   */
  takeIn(
    entries: readonly string[],
    vouchers?: readonly (string | null)[],
  ): Promise<
    | { ok: true; added: string[] }
    | { ok: false; reason: 'conflict' | 'read-back-differs' | 'not-storable'; ids: string[] }
    | StoreTrouble
  >
  /**
   * After all of a page was taken in. A null cursor leaves the one that is kept where it is. `by`: what the server gave it for: a
   * member's page ends what a broken glass was for, and one that was read through a glass makes nobody a member.
   */
  keepPage(
    epoch: string | null,
    page: {
      assessment: string
      by: 'membership' | 'glass'
      cursor: string | null
      readThrough: number
      durableThrough: number
      receipts: readonly Receipt[]
      /** How often something was erased before this was asked for. If that has happened since, the cursor stays null. */
      erasedTimes?: number
    },
  ): Promise<{ ok: true } | { ok: false; reason: 'overtaken' } | StoreTrouble>
  /**
   * The server says that there is no such assessment of this person's, or the time of a broken glass is over. One that waits to
   * begin stays as it is. `glassUntil`: of the glass that was known by then; where another was broken since, nothing changes.
   */
  hide(assessment: string, glassUntil: number | null): Promise<{ ok: true } | StoreTrouble>
  /** The server lets this person read it for a while although they are no member. Milliseconds by this device's clock. */
  breakGlass(assessment: string, glass: { at: number; until: number }): Promise<{ ok: true } | StoreTrouble>
  /** Before anything of an assessment is here that another device recorded: `began` only for one taken over with its beginning. */
  follow(assessment: string, began: boolean): Promise<{ ok: true } | StoreTrouble>

  /**
   * The server's records were restored, or are met for the first time: nothing counts as received or kept apart any more, no
   * cursor is kept. Also when the epoch is the same but the server does not know the cursor.
   */
  beginEpoch(epoch: string): Promise<{ ok: true } | StoreTrouble>
  /**
   * The server has answered, in a session of this person's, at this time of this device. `limits` are left as they are when
   * it told none. What was sealed is open again.
   */
  keepContact(at: number, limits?: ReadingLimits | null): Promise<{ ok: true } | StoreTrouble>
  /**
   * At opening, each minute, and when the app comes to the front: remembers how late it is, so that a clock which is put back
   * is noticed, and tells subscribers when something was sealed or opened. When it is time, erases of the read copy what
   * the server is known to hold in this epoch, with its outbox rows, and lets it be pulled again from the beginning. What was
   * recorded here, drafts, and what the server may lack stay.
   */
  lookAtClock(): Promise<{ ok: true; reading: Reading; erased: number } | StoreTrouble>

  /**
   * Null: this vault was never connected, or no longer is. Nothing is then asked of any server. Also null when it cannot be
   * read: the user connects again.
   */
  account(): Promise<{ ok: true; account: Account | null } | StoreTrouble>
  connect(account: Account | null): Promise<{ ok: true } | StoreTrouble>
}
