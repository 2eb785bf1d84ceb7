/** What has to reach the disk before the keys go; the open assessment puts itself here. */
const flushes = new Set<() => Promise<unknown>>()
const WATCHDOG = 2000

/** Returns what ends it: a last flush, which locking still waits for when the page has gone already. */
export function beforeLocking(flush: () => Promise<unknown>): () => Promise<void> {
  flushes.add(flush)
  return async () => {
    flushes.delete(flush)
    const last = flush()
    const waiting = () => last
    flushes.add(waiting)
    await last.finally(() => flushes.delete(waiting))
  }
}

let next = ''

/** Locks as the button does, all tabs, and then leaves for this address instead of the lock page. */
export function lockAndLeaveFor(address: string): void {
  next = address
  dispatchEvent(new Event('linnet-hide'))
}

/** After the keys were dropped. Back leads to the lock page, even where the browser kept this page as it was. */
export function loadAfresh(): void {
  if (next) {
    addEventListener('pageshow', () => location.reload())
    location.assign(next)
  } else location.reload()
}

/** Puts everything typed on the disk, but waits no longer than two seconds: an unlocked screen is the greater danger. */
export async function flushAll(): Promise<void> {
  await Promise.race([
    Promise.allSettled([...flushes].map(async (flush) => flush())),
    new Promise((resolve) => setTimeout(resolve, WATCHDOG)),
  ])
}
