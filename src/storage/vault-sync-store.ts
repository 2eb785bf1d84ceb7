import * as z from 'zod/mini'
import { isInvented } from '../domain/invented.ts'
import { USUAL_LIMITS } from '../sync/reading-seal.ts'
import type { FollowedAssessment, SyncStore, Unsent } from '../sync/sync-store.ts'
import { type EntryRow, WAITING } from './entry-rows.ts'
import { lookingAtClock } from './read-copy.ts'
import { type OpenedEntries, openText } from './sealed-entries.ts'
import {
  afterEpoch,
  type FollowedRow,
  followedAfterEpoch,
  followedAfterPage,
  followedOf,
  glassRow,
  heldOf,
  hiddenRow,
  isOwn,
  mayFollow,
  newFollowed,
  noServer,
  type OutboxRow,
  receivedRow,
  type SyncReads,
  type SyncRows,
  settledRow,
  stateOf,
} from './sync-rows.ts'
import { takeInEntries } from './take-in-entries.ts'

/** Runs a task on the opened vault, and answers for what the disk throws; `locked` once it is closed. */
export type WithOpened = <T>(task: (opened: OpenedEntries & { sync: SyncRows }) => Promise<T>) => Promise<T | Trouble>
type Trouble = { ok: false; reason: 'quota' | 'database-broken' | 'locked' | 'unknown' }

/** `tell`: what is shown of the entries has changed, though none of them did. */
export interface SealClock {
  now(): number
  tell(): void
}

type Answered = { ok: true } | { ok: false; reason: 'overtaken' }

const done = { ok: true } as const
const overtaken = { ok: false, reason: 'overtaken' } as const

/** The part of a vault's store that remembers the server: one set of rules over any rows. What is read is not given once it is closed. */
export function vaultSyncStore(reading: WithOpened, answering: WithOpened, clock: SealClock): SyncStore {
  /** What was shown when that was told last. */
  let told: string | undefined
  return {
    memory: () =>
      reading(async ({ sync }) => {
        const server = await sync.reads.server()
        const assessments: FollowedAssessment[] = (await sync.reads.followed()).map(followedOf)
        const { epoch = null, contact = null, latest = null, limits = USUAL_LIMITS } = server ?? {}
        return { ok: true as const, epoch, contact, latest, limits, assessments }
      }),

    unsent: () =>
      reading(async (opened) => {
        const { sync } = opened
        const [waiting, held, absent] = await Promise.all([
          sync.waiting(),
          sync.reads.settledAs('held-back'),
          sync.reads.settledAs('absent'),
        ])
        const settled = new Map([...held, ...absent].map((row) => [row.id, row]))
        const known = new Set(waiting.map((row) => row.id))
        const again = await sync.get([...settled.keys()].filter((id) => !known.has(id)))
        const maySend = (row: EntryRow) => isOwn(row.sent) || typeof settled.get(row.id)?.voucher === 'string'
        const rows = [...waiting, ...again.flatMap((row) => (row && maySend(row) ? [row] : []))].filter(
          (row) => !isInvented(row.assessment),
        )
        const read = await Promise.all(rows.map(async (row) => ({ row, text: await openText(opened, row) })))
        const found = read.flatMap(({ row, text }): { entry: Unsent; place: Place }[] => {
          if (!text.ok) return []
          const { id, assessment } = row
          const before = settled.get(id)
          const voucher = before?.voucher ?? null
          const entry = { id, assessment, own: isOwn(row.sent), voucher, text: text.text, held: heldOf(before) }
          return [{ entry, place: { once: before?.seq ?? NEVER, deviceSeq: deviceSeqOf(text.value), id } }]
        })
        found.sort((a, b) => inOrder(a.place, b.place))
        return {
          ok: true as const,
          entries: found.map(({ entry }) => entry),
          unreadable: rows.length - found.length,
        }
      }),

    standings: (assessment) =>
      reading(async ({ sync }) => {
        const kept = await sync.idsOf(assessment)
        const rows = await sync.reads.outbox(kept.map(({ id }) => id))
        return {
          ok: true as const,
          entries: kept.map(({ id, sent }, n) => ({ id, own: isOwn(sent), state: stateOf(rows[n]) })),
        }
      }),

    markHandedOver: (ids) =>
      answering(({ sync }) =>
        sync.change(async (reads) => {
          const sent = await reads.sentOf(ids)
          const there = ids.filter((_, n) => (sent[n] ?? WAITING) !== WAITING)
          return { writes: { raise: { ids: there, to: 1 } }, result: { ok: true as const, ids: there } }
        }),
      ),

    settle: (epoch, settled) =>
      answering(({ vault, sync }) =>
        sync.change<Answered>(async (reads) => {
          if (((await reads.server())?.epoch ?? null) !== epoch) return { writes: {}, result: overtaken }
          const before = await reads.outbox(settled.map(({ id }) => id))
          const outbox = settled
            .map(({ id, state }, n) => settledRow(vault, id, state, before[n]))
            .filter((row, n) => mayFollow(before[n], row))
          return { writes: { outbox, raise: { ids: receivedAmong(outbox), to: 2 } }, result: done }
        }),
      ),

    takeIn: (entries, vouchers = []) =>
      answering(async (opened) => {
        const result = await takeInEntries(opened, entries, vouchers)
        return result.ok ? { ok: true as const, added: result.added } : result
      }),

    keepPage: (epoch, page) =>
      answering(({ vault, sync }) =>
        sync.change<Answered>(async (reads) => {
          if (((await reads.server())?.epoch ?? null) !== epoch) return { writes: {}, result: overtaken }
          const followed = [followedAfterPage(await followedRow(reads, vault, page.assessment), page)]
          const outbox = page.receipts.map((receipt) => receivedRow(vault, receipt))
          const writes = { followed, outbox, raise: { ids: receivedAmong(outbox), to: 2 as const } }
          return { writes, result: done }
        }),
      ),

    hide: (assessment, glassUntil) =>
      answering(({ vault, sync }) =>
        sync.change(async (reads) => {
          const row = await followedRow(reads, vault, assessment)
          // A glass that was broken in the meantime is of after what the server said.
          const isOfBefore = (row.glassUntil ?? null) === glassUntil
          return { writes: isOfBefore ? { followed: [hiddenRow(row)] } : {}, result: done }
        }),
      ),

    breakGlass: (assessment, glass) =>
      answering(({ vault, sync }) =>
        sync.change(async (reads) => {
          const row = glassRow(await followedRow(reads, vault, assessment), glass)
          return { writes: { followed: [row] }, result: done }
        }),
      ),

    follow: (assessment, began) =>
      answering(({ vault, sync }) =>
        sync.change(async (reads) => {
          const row = await followedRow(reads, vault, assessment)
          return { writes: { followed: [began ? { ...row, began: 1 } : row] }, result: done }
        }),
      ),

    beginEpoch: (epoch) =>
      answering(({ vault, sync }) =>
        sync.change(async (reads) => {
          const server = (await reads.server()) ?? noServer(vault)
          const followed = (await reads.followed()).map(followedAfterEpoch)
          const settled = [...(await reads.settledAs('received')), ...(await reads.settledAs('held-back'))]
          const outbox = settled.map(afterEpoch)
          return { writes: { server: { ...server, epoch }, followed, outbox }, result: done }
        }),
      ),

    keepContact: (at, limits) =>
      answering(({ vault, sync }) =>
        sync.change(async (reads) => {
          const server = (await reads.server()) ?? noServer(vault)
          const next = { ...server, contact: at, latest: at, ...(limits && { limits }) }
          return { writes: { server: next }, result: done }
        }),
      ),

    async lookAtClock() {
      const looked = await answering(({ sync }) =>
        sync.change(async (reads) => {
          const { writes, shown: now, ...result } = await lookingAtClock(reads, clock.now())
          return { writes, result: { ok: true as const, shown: now, ...result } }
        }),
      )
      if (!looked.ok) return looked
      const { shown, ...result } = looked
      if (shown !== told) clock.tell()
      told = shown
      return result
    },

    account: () =>
      reading(async ({ vault, sealer, sync }) => {
        const sealed = (await sync.reads.server())?.account
        const opened = sealed ? await sealer.open(accountPlace(vault), sealed) : null
        const account = accountSchema.safeParse(opened?.ok ? opened.value : null)
        return { ok: true as const, account: account.success ? account.data : null }
      }),

    connect: (account) =>
      answering(async ({ vault, sealer, sync }) => {
        const sealed = account && (await sealer.seal(accountPlace(vault), account))
        return sync.change(async (reads) => {
          const server = (await reads.server()) ?? noServer(vault)
          return { writes: { server: { ...server, account: sealed } }, result: done }
        })
      }),
  }
}

const accountPlace = (vault: string) => ({ table: 'servers', id: vault, assessment: '' })
const accountSchema = z.object({
  user: z.string(),
  name: z.string(),
  agency: z.string(),
  device: z.optional(z.string()),
  provider: z.optional(z.string()),
})

const receivedAmong = (rows: readonly OutboxRow[]): string[] =>
  rows.filter((row) => row.is === 'received').map((row) => row.id)

/** One of which nothing was kept before began here if this device has recorded in it: no server has told of it. */
async function followedRow(reads: SyncReads, vault: string, assessment: string): Promise<FollowedRow> {
  const found = (await reads.followed()).find((row) => row.assessment === assessment)
  return found ?? newFollowed(vault, assessment, await reads.holdsOwn(assessment))
}

/** `once`: the number under which it was stored before. */
interface Place {
  once: number
  deviceSeq: number
  id: string
}
const NEVER = Number.MAX_SAFE_INTEGER

const inOrder = (a: Place, b: Place): number => a.once - b.once || a.deviceSeq - b.deviceSeq || (a.id < b.id ? -1 : 1)

function deviceSeqOf(value: unknown): number {
  const seq = (value as { deviceSeq?: unknown } | null)?.deviceSeq
  return typeof seq === 'number' ? seq : 0
}
