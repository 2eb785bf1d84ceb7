import { GLASS_OPEN, glassBrokenSchema } from '../../sync/sharing-api.ts'
import type { SyncStore } from '../../sync/sync-store.ts'
import type { GlassOpened, GlassProblem } from '../../ui/glass/glass-ports.ts'
import type { AskServer } from '../account/ask-server.ts'
import { untilInWords } from './until-in-words.ts'

export interface GlassParts {
  ask: AskServer
  sync: Pick<SyncStore, 'breakGlass'>
  /** Milliseconds by this device's clock. */
  now(): number
}

/**
 * Breaks the glass at the server, and notes it on this device. The time runs by this device's clock from before the asking, so
 * that it is never longer here than there; the server's own clock ends it too.
 */
export async function openByGlass(
  { ask, sync, now }: GlassParts,
  assessment: string,
  reason: string,
): Promise<GlassOpened> {
  const at = now()
  const answer = await ask('/api/break-glass', glassBrokenSchema, { assessment, reason })
  if (!answer.ok) {
    const { code, retryAfter } = answer
    const wait = code === 'too-many' && retryAfter !== null ? Math.ceil(retryAfter / 60) : undefined
    return { ok: false, problem: PROBLEMS[code] ?? 'trouble', waitMinutes: wait }
  }
  if (answer.body.until === null) return { ok: true, until: null }
  const until = at + GLASS_OPEN
  const kept = await sync.breakGlass(assessment, { at, until })
  return kept.ok ? { ok: true, until: untilInWords(until, now()) } : { ok: false, problem: 'not-kept' }
}

/** Whatever else came: nothing was opened that could be read, and trying again is harmless. */
const PROBLEMS: Readonly<Record<string, GlassProblem | undefined>> = {
  'no-answer': 'no-answer',
  'not-ours': 'not-ours',
  'signed-out': 'signed-out',
  'not-allowed': 'not-allowed',
  'not-found': 'not-found',
  'too-many': 'too-many',
}
