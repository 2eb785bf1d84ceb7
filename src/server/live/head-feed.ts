/** Tells this process that the head of an assessment has moved, whichever process stored the entries. */
export interface HeadFeed {
  /** Once. From then on every move that is committed is told, or `unsure` is. */
  start(on: FeedEvents): void
  close(): Promise<void>
}

export interface FeedEvents {
  /** Its entries now go up to this number. Told again, or late, it is harmless. */
  moved(assessment: string, head: number): void
  /** Moves may have been missed: everybody is to look. */
  unsure(): void
}

/** For the one process of SQLite. `moved` is called after the commit. */
export function localFeed(): HeadFeed & Pick<FeedEvents, 'moved'> {
  let listening: FeedEvents | undefined
  return {
    moved: (assessment, head) => listening?.moved(assessment, head),
    start: (on) => {
      listening = on
    },
    close: async () => {
      listening = undefined
    },
  }
}
