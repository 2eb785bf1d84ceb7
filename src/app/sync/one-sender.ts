/** The part of `navigator.locks` that is used. A lock ends with its page, however that ends. */
export interface Locks {
  request(name: string, options: { signal: AbortSignal }, held: () => Promise<void>): Promise<unknown>
}

/**
 * Of all tabs that have a vault open, one speaks to the server: two would send the same twice, and one could take back what
 * the other has just heard. When the tab that leads ends, another takes over. Returns what steps back.
 */
export function oneSender(locks: Locks, vault: string, lead: () => () => void): () => void {
  const stepBack = new AbortController()
  const { signal } = stepBack
  const ended = new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  void locks
    .request(`linnet-sender-${vault}`, { signal }, async () => {
      const stop = lead()
      await ended
      stop()
    })
    // Stepping back before its turn came.
    .catch(() => undefined)
  return () => stepBack.abort()
}
