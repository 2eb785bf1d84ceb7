import * as z from 'zod/mini'
import { LIMITS } from './limits.ts'
import { INVALID_REASONS, isUsable } from './wire-entry.ts'

/** Lower-case hexadecimal SHA-256 of an entry's text, as `entryHash` makes it. */
const hash = z.string().check(z.regex(/^[0-9a-f]{64}$/))
const id = z.string().check(z.refine(isUsable))
/** Counts from 1 within one assessment, without gaps, in the order of storing. */
const seq = z.int().check(z.minimum(1))
/** The server's word that it has stored an entry; no client can make or read one. */
const voucher = z.string().check(z.regex(/^[0-9a-f]{64}$/))
/** ISO 8601 in UTC by the server's clock: for showing, never for ordering. */
const instant = z.string()

/**
 * Device to server. Sending the same again is always harmless.
 * `begin`: assessments that began on this device. The one signed in becomes owner and first member of those that are not
 * there yet; the others are passed over in silence. Send it with every push until an entry of it was stored, and
 * again after a restore.
 * `entries`: each the canonical JSON text of one entry (`entryText`), lowest `deviceSeq` first. A text, not an object, so
 * that what another version recorded arrives byte for byte.
 * `vouchers`: for each entry the voucher that it was pulled with, or null. With it, the server takes back after a restore what a
 * colleague recorded, as it took it the first time. Left out when there is none.
 * More than `LIMITS.batchEntries` or `LIMITS.batchBytes` is answered with 413: split the batch.
 */
export const pushRequestSchema = z.object({
  begin: z.array(id).check(z.maxLength(LIMITS.begins)),
  entries: z.array(z.string()).check(z.maxLength(LIMITS.batchEntries)),
  vouchers: z.optional(z.array(z.nullable(voucher)).check(z.maxLength(LIMITS.batchEntries))),
})
export type PushRequest = z.infer<typeof pushRequestSchema>

/**
 * What became of one entry. Anything but `stored` and `duplicate` stays on the device, visible with its reason.
 * - `stored`: committed. `hash` is of the text that the server holds; it is received only if that is ours.
 * - `duplicate`: was stored before; `seq` and `receivedAt` are of then.
 * - `missing-parent`: these superseded ids are not stored in this assessment and slot. Pull, push them, then push this again.
 * - `quarantined`: kept for the record's owner to look at, because the device was revoked or the membership has ended.
 * - `unknown-assessment`: the server has no such record, or it is none of this person's: both answer the same. Try again
 *   later: a colleague may not have sent its beginning yet.
 * - `conflict`: another entry has this id. Both are kept where they are, and the server has raised an alarm.
 * - `invalid`: see `InvalidReason`. `id` is null when none could be read.
 */
export const pushResultSchema = z.union([
  z.object({ result: z.literal('stored'), id, seq, hash, receivedAt: instant }),
  z.object({ result: z.literal('duplicate'), id, seq, hash, receivedAt: instant }),
  z.object({ result: z.literal('missing-parent'), id, missing: z.array(id) }),
  z.object({ result: z.literal('quarantined'), id, hash, why: z.enum(['device-revoked', 'membership-ended']) }),
  z.object({ result: z.literal('unknown-assessment'), id }),
  z.object({ result: z.literal('conflict'), id }),
  z.object({ result: z.literal('invalid'), id: z.nullable(id), why: z.enum(INVALID_REASONS) }),
])
export type PushResult = z.infer<typeof pushResultSchema>

/** `results` has one for each entry sent, in the order sent. `epoch` changes at every restore: see `PullResponse`. */
export const pushResponseSchema = z.object({ epoch: id, results: z.array(pushResultSchema) })
export type PushResponse = z.infer<typeof pushResponseSchema>

/** `after`: the cursor of the last page, as it came; null for all from the beginning. `limit`: at most so many entries. */
export const pullRequestSchema = z.object({
  assessment: id,
  after: z.nullable(z.string()),
  limit: z.optional(z.int().check(z.minimum(1), z.maximum(LIMITS.pageEntries))),
})
export type PullRequest = z.infer<typeof pullRequestSchema>

const pulledEntrySchema = z.object({ seq, hash, receivedAt: instant, text: z.string(), voucher: z.optional(voucher) })
export type PulledEntry = z.infer<typeof pulledEntrySchema>

/**
 * - `page`: entries in the order of `seq`, without gaps. `cursor` stands after the last of them; keep it once they are
 *   saved. `more`: pull again at once. `durableThrough`: a verified backup holds all up to this number, 0 for none; a
 *   device keeps its own copy of everything after it.
 * - `restart`: the cursor is of before a restore, or of nothing that the server knows. Pull from null, and push again all
 *   that is kept, acknowledged or not.
 * - `unknown-assessment`: not there, or none of this person's: both answer the same. Erase nothing; hide the read copy.
 */
export const pullResponseSchema = z.union([
  z.object({
    result: z.literal('page'),
    epoch: id,
    entries: z.array(pulledEntrySchema),
    cursor: z.string(),
    more: z.boolean(),
    durableThrough: z.int().check(z.minimum(0)),
  }),
  z.object({ result: z.literal('restart'), epoch: id }),
  z.object({ result: z.literal('unknown-assessment') }),
])
export type PullResponse = z.infer<typeof pullResponseSchema>

/**
 * The assessments of the one signed in, in no particular order. `head` is the number of the newest entry, 0 for none.
 * `reading`: `ReadingLimits` as this server sets them. Read by `limitsTold`, and whatever it holds, the rest stands.
 */
export const mineResponseSchema = z.object({
  epoch: id,
  assessments: z.array(z.object({ assessment: id, head: z.int().check(z.minimum(0)) })),
  reading: z.optional(z.unknown()),
})
export type MineResponse = z.infer<typeof mineResponseSchema>
