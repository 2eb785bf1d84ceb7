import * as z from 'zod/mini'
import { LAWFUL_BASES, SHARING_PURPOSES, WITHOUT_EFFECT } from '../domain/membership.ts'
import { isUsable } from './wire-entry.ts'

/**
 * Who sees a record, who looked, who broke the glass, and what was kept apart. As `api.ts`: JSON in and out, problems with
 * their codes. What is not the asking person's is `not-found`, to the byte as what is not there.
 */
const id = z.string().check(z.refine(isUsable))
/** ISO 8601 in UTC by the server's clock: for showing. */
const instant = z.string()
/** Characters of a reason for breaking the glass, and of every other reason, at most. */
export const GLASS_REASON_MOST = 2000
const words = (least: number) => z.string().check(z.trim(), z.minLength(least), z.maxLength(GLASS_REASON_MOST))

/** Somebody with an account, as their agency knows them. `id` is what membership entries name. */
export const personSchema = z.object({
  id,
  name: z.string(),
  role: z.string(),
  agency: z.object({ id, name: z.string() }),
})
export type PersonBody = z.infer<typeof personSchema>
/** The people whom an answer names by their ids. One who is missing has no account any more that could be shown. */
const people = z.array(personSchema)

/**
 * `POST /api/people`: who has this address, in any agency. Answered with `foundPersonSchema`, `not-found`, or `too-many`: a
 * person may look up 30 in a quarter of an hour. It is noted who was looked up.
 */
export const findPersonSchema = z.object({ email: z.string().check(z.trim(), z.minLength(3), z.maxLength(254)) })
export const foundPersonSchema = z.object({ user: personSchema })
/** `GET /api/agency/people`: the people of one's own agency. */
export const agencyPeopleSchema = z.object({ people })

/** An agency that has accounts here. */
export const agencySchema = z.object({ id, name: z.string() })
export type AgencyBody = z.infer<typeof agencySchema>
/** `GET /api/agencies`: all of them, by name. Any can be invited into a record, one's own too. */
export const agenciesSchema = z.object({ agencies: z.array(agencySchema) })

/**
 * `GET /api/agency/offers`, for practitioners and supervisors: records that are offered to their agency, of which they are no
 * member. Nothing is told of the family. `agency` and `invitation` are what a `take-up` entry names. `takenUpBy`: colleagues who did.
 */
export const offersSchema = z.object({
  agency: agencySchema,
  offers: z.array(
    z.object({
      assessment: id,
      invitation: id,
      by: id,
      purpose: z.enum(SHARING_PURPOSES),
      at: instant,
      takenUpBy: z.array(id),
    }),
  ),
  people,
})
export type OffersBody = z.infer<typeof offersSchema>

/**
 * `GET /api/assessments/:id/members`, for members. `since` is when they came in (last). The first owner was invited by
 * nobody. `takenUpFor`: they took the record up for this agency, which `invitedBy` had invited. `agencies`: invitations of
 * agencies that are open, whether taken up or not; `named` has their names.
 * `withoutEffect`: membership entries of the record that changed nothing, and why: whoever wanted it records anew.
 */
export const membersSchema = z.object({
  owner: id,
  members: z.array(
    z.object({
      user: id,
      since: instant,
      invitedBy: z.nullable(id),
      purpose: z.nullable(z.enum(SHARING_PURPOSES)),
      lawfulBasis: z.nullable(z.enum(LAWFUL_BASES)),
      takenUpFor: z.nullable(id),
    }),
  ),
  agencies: z.array(
    z.object({
      agency: id,
      since: instant,
      invitedBy: id,
      purpose: z.enum(SHARING_PURPOSES),
      lawfulBasis: z.enum(LAWFUL_BASES),
    }),
  ),
  named: z.array(agencySchema),
  withoutEffect: z.array(z.object({ entry: id, why: z.enum(WITHOUT_EFFECT) })),
  people,
})
export type MembersBody = z.infer<typeof membersSchema>

/**
 * `POST /api/assessments/:id/audit`: what was done on the device with what it was given. 200 `{}`. `id`: random, made once
 * for each time; the same again is noted once, so that it is sent until it was answered.
 */
export const tellSchema = z.object({ what: z.enum(['exported', 'shared']), id })

/**
 * `GET /api/assessments/:id/looked`, for members: newest first, at most 500; with `?before=` those below that number. `what`
 * is a code of the audit (opened, exported, shared, refused, broke-glass ...); a later server may have others.
 */
export const lookedSchema = z.object({
  lines: z.array(
    z.object({
      number: z.int(),
      who: z.nullable(id),
      what: z.string(),
      at: instant,
      detail: z.unknown(),
    }),
  ),
  more: z.boolean(),
  people,
})
export type LookedBody = z.infer<typeof lookedSchema>

/** Characters of a reason for breaking the glass, at least. */
export const GLASS_REASON = 20
/** For how long a broken glass lets its user read, in milliseconds. */
export const GLASS_OPEN = 4 * 3_600_000
/**
 * `POST /api/break-glass`: reading a record of which one is no member, for four hours, in an emergency. The owner is told, and
 * the reason stays in the record's audit. Not for administrators (`not-allowed`). `not-found`: the id is wrong; it comes
 * from a colleague or from a device that has held the record. `until` is null for a member, who needs no breaking.
 * Until then `pull` answers as for a member; what is pushed is `unknown-assessment`: ask the owner to be invited.
 */
export const breakGlassSchema = z.object({ assessment: id, reason: words(GLASS_REASON) })
export const glassBrokenSchema = z.object({ until: z.nullable(instant) })

/** `GET /api/notices`: what the owner of a record must know and has not said that they know: `POST /api/notices/:id/seen`. */
export const noticesSchema = z.object({
  notices: z.array(
    z.object({
      id,
      what: z.literal('broke-glass'),
      assessment: id,
      who: id,
      reason: z.string(),
      at: instant,
      until: instant,
    }),
  ),
  people,
})
export type NoticesBody = z.infer<typeof noticesSchema>

/**
 * `GET /api/assessments/:id/quarantine`, for the owner: what was kept apart and is not in the record. `by` is the account that
 * sent it, `left` says that the owner has looked at it before and left it where it is. `text` is the entry's.
 */
export const quarantineSchema = z.object({
  entries: z.array(
    z.object({
      id,
      entry: id,
      by: id,
      why: z.enum(['device-revoked', 'membership-ended']),
      receivedAt: instant,
      text: z.string(),
      left: z.boolean(),
    }),
  ),
  people,
})
export type QuarantineBody = z.infer<typeof quarantineSchema>

/** `POST /api/quarantine/:id`, by the owner. Left is not lost: it stays there, and can be taken in later. */
export const decideQuarantineSchema = z.object({ decision: z.enum(['take-in', 'leave']), reason: words(1) })
/**
 * - `taken-in`: in the record as `seq`, word for word as its author's. A membership entry changes nothing by that.
 * - `left`: stays where it is.
 * - `missing-parent`: it supersedes entries that are not in the record: take those in first.
 * - `conflict`: the record has another entry with its id. It stays where it is.
 */
export const quarantineDecidedSchema = z.union([
  z.object({ result: z.literal('taken-in'), seq: z.int() }),
  z.object({ result: z.literal('left') }),
  z.object({ result: z.literal('missing-parent'), missing: z.array(id) }),
  z.object({ result: z.literal('conflict') }),
])
export type QuarantineDecided = z.infer<typeof quarantineDecidedSchema>
