import { createHash } from 'node:crypto'
import { canonicalJson } from '../../../src/domain/canonical-json.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import { newSigner } from '../../../src/server/audit/signer.ts'
import type {
  Alarm,
  Answered,
  ServerRecordStore,
  Session,
  StoreParts,
} from '../../../src/server/records/record-store.ts'
import type { PullResponse, PushResult } from '../../../src/sync/protocol.ts'
import { BO, RUTH } from '../../builders/an-assessment.ts'
import { anEntry } from '../../storage/storage-builders.ts'

export const AT = '2026-03-02T09:00:00.000Z'
export const ruth: Session = { user: RUTH.id, device: 'ruths-phone', authors: [RUTH] }
export const bo: Session = { user: BO.id, device: 'bos-laptop', authors: [BO] }
/** A member of nothing. */
export const cleo: Session = {
  user: 'cleo',
  device: 'cleos-phone',
  authors: [{ id: 'cleo', name: 'Cleo Vane', role: 'health visitor', agency: 'Southfield' }],
}

/** Text of an entry, by whoever is signed in. */
export function text(by: Session, over: Partial<Entry> = {}): string {
  const [author = RUTH] = by.authors
  return canonicalJson(anEntry({ author, device: by.device, ...over }))
}
export const hashOf = (entry: string): string => createHash('sha256').update(entry, 'utf8').digest('hex')

const SIGNER = newSigner()

/** Parts whose clock stands still and whose ids count up; alarms are kept to be looked at. */
export function parts(): StoreParts & { alarms: Alarm[] } {
  const alarms: Alarm[] = []
  let ids = 0
  return { now: () => AT, newId: () => `epoch-${++ids}`, alarm: (alarm) => alarms.push(alarm), signer: SIGNER, alarms }
}

/** The same, whose clock moves when the test says so. */
export function aClock(): ReturnType<typeof parts> & { passes(ms: number): void } {
  let at = Date.parse(AT)
  return {
    ...parts(),
    now: () => new Date(at).toISOString(),
    passes: (ms) => {
      at += ms
    },
  }
}

export function answerOf<T>(answered: Answered<T>): T {
  if (!answered.ok) throw new Error('the store is unavailable')
  return answered.answer
}

export const push = async (
  store: ServerRecordStore,
  by: Session,
  entries: readonly string[],
  begin: readonly string[] = [],
): Promise<PushResult[]> => answerOf(await store.push(by, { begin: [...begin], entries: [...entries] })).results

export async function pullPage(
  store: ServerRecordStore,
  by: Session,
  assessment = 'a1',
  after: string | null = null,
  limit?: number,
): Promise<PullResponse> {
  return answerOf(await store.pull(by, { assessment, after, ...(limit !== undefined && { limit }) }))
}

/** A page that must be one. */
export function page(response: PullResponse): Extract<PullResponse, { result: 'page' }> {
  if (response.result !== 'page') throw new Error(`expected a page, got ${response.result}`)
  return response
}

/** Everything from the beginning, page by page. */
export async function pullAll(store: ServerRecordStore, by: Session, assessment = 'a1', limit = 500) {
  const entries: { seq: number; hash: string; text: string }[] = []
  let after: string | null = null
  for (;;) {
    const next = page(await pullPage(store, by, assessment, after, limit))
    entries.push(...next.entries)
    after = next.cursor
    if (!next.more) return entries
  }
}
