/** Something that tasks run in and that can end at any moment: a tab of a browser. */
export interface Page {
  readonly name: string
  alive: boolean
}

interface Waiting {
  page: Page
  what: string
  go(): void
}

/**
 * Runs many tasks one at a time. Each stops at every gate until it is given a turn, so that whoever gives the turns decides
 * what overtakes what, however long a cipher takes. A page that ends is never given a turn again.
 */
export interface Turns {
  /** Awaited by tasks wherever they may be overtaken, or end. */
  gate(page: Page, what: string): Promise<void>
  start(page: Page, what: string, task: () => Promise<unknown>): void
  /** What may go on now. */
  waiting(): readonly { page: Page; what: string }[]
  /** Lets one go on, until it stops at its next gate or is done. */
  give(turn: { page: Page; what: string }): Promise<void>
  end(page: Page): void
  /** Whose turn it is; null between turns. */
  running(): Page | null
}

export function turns(): Turns {
  let queue: Waiting[] = []
  let atRest: () => void = () => {}
  let running: Page | null = null
  let failure: { error: unknown } | null = null
  return {
    gate: (page, what) =>
      new Promise<void>((go) => {
        if (page.alive) queue.push({ page, what, go })
        atRest()
      }),
    start(page, what, task) {
      const go = () => {
        task()
          .catch((error: unknown) => {
            failure ??= { error }
          })
          .finally(() => atRest())
      }
      if (page.alive) queue.push({ page, what, go })
    },
    waiting: () => queue,
    async give(turn) {
      const rested = new Promise<void>((resolve) => {
        atRest = resolve
      })
      queue = queue.filter((each) => each !== turn)
      running = turn.page
      ;(turn as Waiting).go()
      await rested
      running = null
      if (failure) throw failure.error
    },
    end(page) {
      page.alive = false
      queue = queue.filter((each) => each.page !== page)
    },
    running: () => running,
  }
}
