import { headEventSchema } from '../../sync/api.ts'

/** The part of an `EventSource` that is used. */
export interface LiveSource {
  /** 2: ended for good, as when nobody was signed in. Before that it connects again by itself. */
  readonly readyState: number
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void
  close(): void
}

export interface WakeParts {
  /** Where `online`, `pageshow` and `focus` are heard; the window. */
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>
  /** Null where the browser has none: then the regular rounds bring what there is. */
  openLive: (() => LiveSource) | null
  reached(): void
}

/** Tells of every moment at which a round is worth its while. */
export function listenForWakes({ page, openLive, reached }: WakeParts): { revive(): void; end(): void } {
  const heard = () => reached()
  let live: LiveSource | null = null
  const open = () => {
    live = openLive?.() ?? null
    live?.addEventListener('head', ({ data }) => {
      if (isHead(data)) reached()
    })
  }
  for (const type of MOMENTS) page.addEventListener(type, heard)
  open()
  return {
    /** After a round that went well: whoever was signed out before is signed in now. */
    revive: () => {
      if (live?.readyState === CLOSED) open()
    },
    end: () => {
      for (const type of MOMENTS) page.removeEventListener(type, heard)
      live?.close()
    },
  }
}

const CLOSED = 2
const MOMENTS = ['online', 'pageshow', 'focus'] as const

function isHead(data: unknown): boolean {
  try {
    return headEventSchema.safeParse(JSON.parse(String(data))).success
  } catch {
    return false
  }
}
