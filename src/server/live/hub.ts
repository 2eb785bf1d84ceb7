import type { HeadEvent } from '../../sync/api.ts'
import type { AccountParts } from '../accounts/account-parts.ts'
import { aliveOf, type SignedIn } from '../accounts/sessions.ts'
import { Unavailable } from '../accounts/task.ts'
import { faultOf, type Log } from '../log.ts'
import type { RecordKeeping } from '../records/record-keeping.ts'
import type { ServerRecordStore } from '../records/record-store.ts'
import type { HeadFeed } from './head-feed.ts'

/** Somebody who is told. Neither may throw; what is told twice is harmless. */
export interface Listener {
  tell(event: HeadEvent): void
  /** The session has ended, or the server stops. */
  end(): void
}

export interface HubParts {
  feed: HeadFeed
  store: Pick<ServerRecordStore, 'mine'>
  keeping: Pick<RecordKeeping, 'readersAmong'>
  accounts: AccountParts
  log: Log
}

export interface Hub {
  /** From now on they are told of every move of what is theirs; at first of every head. False: the server stops. */
  join(who: SignedIn, listener: Listener): boolean
  leave(listener: Listener): void
  close(): Promise<void>
}

/** How often it is looked whose session has ended. All of a process are asked for at once. */
const LOOK = 400
/** Of one device. With more, the oldest ends: a tab that was forgotten. */
const MOST = 8
/** Of those who are owed every head, so many are asked for at once: more would take every connection of the pool. */
const AT_ONCE = 4

/**
 * Everybody of this process who is told of moves. Who may know of an assessment is asked of the database at each
 * move, so that a membership that has ended, or a device that was revoked, ends it too.
 */
export function createHub({ feed, store, keeping, accounts, log }: HubParts): Hub {
  const listeners = new Map<Listener, SignedIn>()
  const moved = new Map<string, number>()
  /** Those to whom every head is still to be told. */
  const owed = new Set<Listener>()
  let telling = false
  let asking = 0
  let troubled = false
  let closed = false

  feed.start({
    moved: (assessment, head) => {
      if (listeners.size === 0) return
      moved.set(assessment, Math.max(head, moved.get(assessment) ?? 0))
      void tellMoves()
    },
    unsure: () => {
      for (const listener of listeners.keys()) owed.add(listener)
      tellOwed()
    },
  })
  let timer = setTimeout(look, LOOK).unref()

  return {
    join(who, listener) {
      if (closed) return false
      listeners.set(listener, who)
      const same = [...listeners].filter(([, { session }]) => session.device === who.session.device)
      for (const [old] of same.slice(0, -MOST)) drop(old)
      owed.add(listener)
      tellOwed()
      return true
    },
    leave: (listener) => {
      listeners.delete(listener)
      owed.delete(listener)
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      for (const listener of [...listeners.keys()]) drop(listener)
      await feed.close()
    },
  }

  /** One after the other, so that a thousand moves of one assessment are told as one. */
  async function tellMoves(): Promise<void> {
    if (telling) return
    telling = true
    for (let next = taken(); next; next = taken()) {
      const [assessment, head] = next
      const told = await trying(async () => {
        const asked = [...listeners]
        const readers = await keeping.readersAmong(
          assessment,
          asked.map(([, { session }]) => session),
        )
        for (const [listener, { session }] of asked) {
          if (listeners.has(listener) && readers.has(session.device)) listener.tell({ assessment, head })
        }
      })
      if (told) continue
      moved.set(assessment, Math.max(head, moved.get(assessment) ?? 0))
      break
    }
    telling = false
  }
  function taken(): [string, number] | undefined {
    const [next] = moved
    if (next) moved.delete(next[0])
    return next
  }

  function tellOwed(): void {
    while (asking < AT_ONCE && owed.size > 0) void tellSome()
  }
  async function tellSome(): Promise<void> {
    asking++
    for (const listener of owed) {
      owed.delete(listener)
      if (!(await tellHeads(listener))) break
    }
    asking--
  }

  /** False when it could not be found out: it is owed again. */
  async function tellHeads(listener: Listener): Promise<boolean> {
    const who = listeners.get(listener)
    const told = await trying(async () => {
      const mine = who && (await store.mine(who.session))
      if (mine && !mine.ok) throw new Unavailable('the list of what is theirs')
      for (const each of mine?.answer.assessments ?? []) if (listeners.has(listener)) listener.tell(each)
    })
    if (!told && listeners.has(listener)) owed.add(listener)
    return told
  }

  async function look(): Promise<void> {
    const asked = [...listeners]
    if (asked.length > 0) {
      await trying(async () => {
        const alive = await accounts.db.run(() => aliveOf(accounts, [...new Set(asked.map(([, { key }]) => key))]))
        for (const [listener, { key }] of asked) if (!alive.has(key)) drop(listener)
      })
      tellOwed()
      await tellMoves()
    }
    if (!closed) timer = setTimeout(look, LOOK).unref()
  }

  function drop(listener: Listener): void {
    owed.delete(listener)
    if (listeners.delete(listener)) listener.end()
  }

  /** False when the database is away: the same is tried at the next look. */
  async function trying(task: () => Promise<void>): Promise<boolean> {
    try {
      await task()
      troubled = false
      return true
    } catch (error) {
      if (!troubled) log('live-trouble', faultOf(error))
      troubled = true
      return false
    }
  }
}
