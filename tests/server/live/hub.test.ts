import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { SignedIn } from '../../../src/server/accounts/sessions.ts'
import type { FeedEvents } from '../../../src/server/live/head-feed.ts'
import { createHub, type Hub } from '../../../src/server/live/hub.ts'
import type { HeadEvent } from '../../../src/sync/api.ts'

/** A hub whose database the test puts away and back. */
let on: FeedEvents
let away = false
let heads: HeadEvent[] = []
let ended: string[] = []
let asked = 0
let mine = 0
const logged: string[] = []
let hub: Hub
const database = async <T>(answer: T): Promise<T> => {
  if (away) throw Object.assign(new Error('away'), { code: 'ECONNREFUSED' })
  return answer
}
beforeEach(() => {
  vi.useFakeTimers()
  ;[away, heads, ended, asked, mine] = [false, [], [], 0, 0]
  logged.length = 0
  hub = createHub({
    feed: {
      start: (events) => {
        on = events
      },
      close: async () => {},
    },
    store: {
      mine: () => {
        mine++
        return database({ ok: true, answer: { epoch: 'e', assessments: heads } } as const)
      },
    },
    keeping: {
      readersAmong: async (_, sessions) => {
        asked++
        return await database(new Set(sessions.map(({ device }) => device)))
      },
    },
    accounts: {
      // Every session is alive but those in `ended`.
      db: { run: () => database(new Map(['ruth'].filter((k) => !ended.includes(k)).map((k) => [k, {}]))) as never },
      now: () => 0,
      newId: () => '',
    },
    log: (event) => logged.push(event),
  })
})
afterEach(async () => {
  await hub.close()
  vi.useRealTimers()
})
const signedIn = (key: string) => ({ key, session: { user: key, device: key, authors: [] } }) as unknown as SignedIn
function joined(key = 'ruth') {
  const told: HeadEvent[] = []
  let over = false
  const listener = {
    tell: (event: HeadEvent) => told.push(event),
    end: () => {
      over = true
    },
  }
  hub.join(signedIn(key), listener)
  return { told, isOver: () => over }
}
const aWhile = () => vi.advanceTimersByTimeAsync(1000)

test('a move while the database is away is told when it is back, and the trouble is logged once', async () => {
  const { told, isOver } = joined()
  await aWhile()
  away = true
  on.moved('a1', 7)
  await aWhile()
  await aWhile()
  expect([told, isOver()]).toEqual([[], false])
  away = false
  await aWhile()
  expect([told, logged]).toEqual([[{ assessment: 'a1', head: 7 }], ['live-trouble']])
})

test('whoever joins while the database is away is told every head when it is back', async () => {
  away = true
  heads = [{ assessment: 'a1', head: 3 }]
  const { told } = joined()
  await aWhile()
  expect(told).toEqual([])
  away = false
  await aWhile()
  expect(told).toEqual(heads)
})

test('when moves may have been missed, everybody is told every head', async () => {
  const { told } = joined()
  await aWhile()
  heads = [{ assessment: 'a1', head: 3 }]
  on.unsure()
  await aWhile()
  expect(told).toEqual(heads)
})

test('a thousand who join at once are told their heads once each', async () => {
  heads = [{ assessment: 'a1', head: 3 }]
  const all = Array.from({ length: 1000 }, (_, n) => joined(`user-${n}`))
  await aWhile()
  expect(mine).toBe(1000)
  expect(all.every(({ told }) => told.length === 1)).toBe(true)
})

test('many moves of one assessment at once are asked for and told as the last of them', async () => {
  const { told } = joined()
  await aWhile()
  for (let head = 1; head <= 100; head++) on.moved('a1', head)
  await aWhile()
  expect(told.at(-1)).toEqual({ assessment: 'a1', head: 100 })
  expect(asked).toBeLessThan(5)
})

test('a session that has ended is found within a second, and told nothing more', async () => {
  const { told, isOver } = joined()
  await aWhile()
  ended = ['ruth']
  await aWhile()
  expect(isOver()).toBe(true)
  on.moved('a1', 1)
  await aWhile()
  expect(told).toEqual([])
})
