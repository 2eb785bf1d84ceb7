/** The part of `navigator` that is asked; older WebKits lack some of it. */
export interface StorageNavigator {
  storage?: {
    persist?: () => Promise<boolean>
    persisted?: () => Promise<boolean>
    estimate?: () => Promise<{ usage?: number; quota?: number }>
  }
}

/**
 * Asks the browser not to clear Linnet's records when space runs short.
 * - `refused`: it may still clear them. Send or export soon; installing Linnet often changes the answer.
 * - `not-supported`: the browser has no such promise. Send or export soon.
 */
export async function askToPersist(
  navigator: StorageNavigator = globalThis.navigator,
): Promise<'granted' | 'refused' | 'not-supported'> {
  const storage = navigator.storage
  if (typeof storage?.persist !== 'function') return 'not-supported'
  try {
    if (await storage.persisted?.()) return 'granted'
    return (await storage.persist()) ? 'granted' : 'refused'
  } catch {
    return 'refused'
  }
}

/** Bytes used and still free for this site, as the browser rounds them; null when it does not say. */
export async function estimate(
  navigator: StorageNavigator = globalThis.navigator,
): Promise<{ usedBytes: number; freeBytes: number } | null> {
  try {
    const { usage, quota } = (await navigator.storage?.estimate?.()) ?? {}
    if (usage === undefined || quota === undefined) return null
    return { usedBytes: usage, freeBytes: Math.max(0, quota - usage) }
  } catch {
    return null
  }
}
