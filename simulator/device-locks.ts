/** Web Locks of one device: the first tab that asked leads, and when it ends the next one. */
export function locksOfOneDevice<Tab>() {
  let holder: Tab | null = null
  const queue: { tab: Tab; held: () => Promise<void> }[] = []
  const next = () => {
    const first = queue.shift()
    if (!first) return
    holder = first.tab
    void first.held()
  }
  return {
    of: (tab: Tab) => ({
      request: async (_: string, __: { signal: AbortSignal }, held: () => Promise<void>) => {
        queue.push({ tab, held })
        if (holder === null) next()
      },
    }),
    endOf(tab: Tab): void {
      const waiting = queue.findIndex((each) => each.tab === tab)
      if (waiting >= 0) queue.splice(waiting, 1)
      if (holder !== tab) return
      holder = null
      next()
    },
  }
}
