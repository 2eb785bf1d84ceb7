import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type * as PutAway from '../../src/app/put-away.ts'

/** A flush that is done when it is told to. */
function aFlush() {
  let done = () => {}
  let fail = () => {}
  const calls: number[] = []
  const flush = () => {
    calls.push(calls.length)
    return new Promise<void>((resolve, reject) => {
      done = resolve
      fail = () => reject(new Error('could not be written'))
    })
  }
  return { flush, calls, done: () => done(), fail: () => fail() }
}
/** Whether a promise is over, once everything that is ready has run. */
async function isOver(promise: Promise<unknown>): Promise<boolean> {
  let over = false
  void promise.then(() => (over = true))
  await vi.advanceTimersByTimeAsync(0)
  return over
}

let beforeLocking: typeof PutAway.beforeLocking
let flushAll: typeof PutAway.flushAll
let loadAfresh: typeof PutAway.loadAfresh
let lockAndLeaveFor: typeof PutAway.lockAndLeaveFor

beforeEach(async () => {
  vi.resetModules()
  ;({ beforeLocking, flushAll, loadAfresh, lockAndLeaveFor } = await import('../../src/app/put-away.ts'))
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('putting everything on the disk before the keys go', () => {
  it('is done at once when nothing is open', async () => {
    expect(await isOver(flushAll())).toBe(true)
  })

  it('waits for all of it', async () => {
    const [one, two] = [aFlush(), aFlush()]
    beforeLocking(one.flush)
    beforeLocking(two.flush)
    const all = flushAll()
    one.done()
    expect(await isOver(all)).toBe(false)
    two.done()
    expect(await isOver(all)).toBe(true)
  })

  it('waits for the others when one fails', async () => {
    const [bad, good] = [aFlush(), aFlush()]
    beforeLocking(bad.flush)
    beforeLocking(good.flush)
    const all = flushAll()
    bad.fail()
    expect(await isOver(all)).toBe(false)
    good.done()
    expect(await isOver(all)).toBe(true)
  })

  it('goes on when one breaks before it begins', async () => {
    const good = aFlush()
    beforeLocking(() => {
      throw new Error('a fault')
    })
    beforeLocking(good.flush)
    const all = flushAll()
    good.done()
    expect(await isOver(all)).toBe(true)
  })

  it('waits two seconds and no longer', async () => {
    beforeLocking(aFlush().flush)
    const all = flushAll()
    await vi.advanceTimersByTimeAsync(1999)
    expect(await isOver(all)).toBe(false)
    await vi.advanceTimersByTimeAsync(1)
    expect(await isOver(all)).toBe(true)
  })
})

describe('a page that has gone', () => {
  it('is flushed once more, and locking waits for that', async () => {
    const page = aFlush()
    const end = beforeLocking(page.flush)
    const ended = end()
    expect(page.calls).toHaveLength(1)
    const all = flushAll()
    expect(await isOver(all)).toBe(false)
    page.done()
    expect([await isOver(all), await isOver(ended)]).toEqual([true, true])
    expect(page.calls).toHaveLength(1)
  })

  it('is not flushed again after that', async () => {
    const page = aFlush()
    const ended = beforeLocking(page.flush)()
    page.done()
    await ended
    expect(await isOver(flushAll())).toBe(true)
    expect(page.calls).toHaveLength(1)
  })

  it('says so when its last flush failed, and does not hold up locking for ever', async () => {
    const page = aFlush()
    const ended = beforeLocking(page.flush)()
    page.fail()
    await expect(ended).rejects.toThrow('could not be written')
    expect(await isOver(flushAll())).toBe(true)
  })
})

describe('after the keys are dropped', () => {
  const asked: string[] = []
  const heard: Record<string, () => void> = {}
  beforeEach(() => {
    asked.length = 0
    vi.stubGlobal('location', {
      reload: () => void asked.push('reload'),
      assign: (to: string) => void asked.push(to),
    })
    vi.stubGlobal('addEventListener', (name: string, listener: () => void) => {
      heard[name] = listener
    })
    vi.stubGlobal('dispatchEvent', ({ type }: Event) => void asked.push(type))
  })
  afterEach(() => vi.unstubAllGlobals())

  it('the page is loaded afresh', () => {
    loadAfresh()
    expect(asked).toEqual(['reload'])
  })

  it('or left, by whoever locked to leave; and should the browser show it again as it was, it is loaded afresh', () => {
    lockAndLeaveFor('/elsewhere')
    expect(asked).toEqual(['linnet-hide'])
    loadAfresh()
    expect(asked).toEqual(['linnet-hide', '/elsewhere'])
    heard.pageshow?.()
    expect(asked).toEqual(['linnet-hide', '/elsewhere', 'reload'])
  })
})
