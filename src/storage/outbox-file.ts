import { canonicalJson } from '../domain/canonical-json.ts'
import type { Author, Entry } from '../domain/entry.ts'
import { type PassphraseKdf, productionKdf } from './encryption/key-derivation.ts'
import { lockedFile, type OpenFileFailure, openFile } from './encryption/locked-file.ts'
import { assessPassphrase, type PassphraseProblem } from './encryption/passphrase-strength.ts'
import type { RecordStore, StorageFailed } from './record-port.ts'

/**
 * `text` is the whole file. `unreadable` counts kept entries that do not open, and so are not in it: they stay here.
 * - `weak-passphrase`: `problems` say what to change in it.
 * - `nothing`: everything that was recorded here has been received.
 */
export type OutboxFile =
  | { ok: true; text: string; entries: number; unreadable: number }
  | { ok: false; reason: 'weak-passphrase'; problems: PassphraseProblem[] }
  | { ok: false; reason: 'nothing'; unreadable: number }
  | StorageFailed

/**
 * What became of a file that was taken in. `authors` are those who recorded what is in it: the server takes it from the
 * account of that author only.
 * - `conflict`: these ids are kept here with other content, which stands. Everything else of the file was taken in.
 * - the rest: nothing was taken in. See `OpenFileFailure` and `StorageFailure`; `read-back-differs`: try again.
 */
export type TakenIn =
  | { ok: true; added: number; alreadyKept: number; authors: Author[] }
  | { ok: false; reason: 'conflict'; ids: string[]; added: number }
  | { ok: false; reason: OpenFileFailure | 'read-back-differs' }
  | StorageFailed

const KIND = 'linnet-outbox'

/**
 * Everything of this device that the server is not known to hold, as one file that opens with this passphrase only. The
 * entries stay here and go on being sent; what came twice is there once.
 */
export async function saveOutbox(
  store: RecordStore,
  passphrase: string,
  kdf: PassphraseKdf = productionKdf(),
): Promise<OutboxFile> {
  const { acceptable, reasons } = await assessPassphrase(passphrase, [])
  if (!acceptable) return { ok: false, reason: 'weak-passphrase', problems: reasons }
  const unsent = await store.sync.unsent()
  if (!unsent.ok) return unsent
  // From now on they may be elsewhere: none may give way to a next edit any more.
  const own = unsent.entries.filter((entry) => entry.own)
  const handed = await store.sync.markHandedOver(own.map(({ id }) => id))
  if (!handed.ok) return handed
  const memory = await store.sync.memory()
  if (!memory.ok) return memory
  const mayGo = new Set(handed.ids)
  const entries = own.filter(({ id }) => mayGo.has(id))
  if (entries.length === 0) return { ok: false, reason: 'nothing', unreadable: unsent.unreadable }
  const elsewhere = new Set(memory.assessments.flatMap((each) => (each.began ? [] : [each.assessment])))
  const begins = [...new Set(entries.map(({ assessment }) => assessment))].filter((id) => !elsewhere.has(id))
  const content = { begins, entries: entries.map(({ text }) => text) }
  const text = await lockedFile(KIND, content, passphrase, kdf)
  return { ok: true, text, entries: entries.length, unreadable: unsent.unreadable }
}

/** Takes in what another device could not send. From now on this device sends it too. */
export async function takeInOutbox(
  store: RecordStore,
  file: string,
  passphrase: string,
  kdf: PassphraseKdf = productionKdf(),
): Promise<TakenIn> {
  const opened = await openFile(KIND, file, passphrase, kdf)
  if (!opened.ok) return opened
  const content = contentOf(opened.content)
  if (!content) return { ok: false, reason: 'damaged' }
  for (const assessment of new Set(content.entries.map((entry) => entry.assessment))) {
    const followed = await store.sync.follow(assessment, content.begins.includes(assessment))
    if (!followed.ok) return followed
  }
  const conflicts = new Set<string>()
  for (;;) {
    const rest = content.entries.filter(({ id }) => !conflicts.has(id))
    const kept = await store.append(rest)
    if (!kept.ok) {
      if (kept.reason !== 'conflict')
        return { ok: false, reason: kept.reason === 'not-storable' ? 'damaged' : kept.reason }
      for (const id of kept.ids) conflicts.add(id)
      continue
    }
    const handed = await store.sync.markHandedOver(rest.map(({ id }) => id))
    if (!handed.ok) return handed
    if (conflicts.size > 0) return { ok: false, reason: 'conflict', ids: [...conflicts], added: kept.saved }
    return { ok: true, added: kept.saved, alreadyKept: kept.alreadyKept, authors: authorsOf(content.entries) }
  }
}

/** Null unless every text is the one text of something that can be kept: then half a file would be worse than none. */
function contentOf(value: unknown): { begins: string[]; entries: Entry[] } | null {
  const { begins, entries } = (value ?? {}) as { begins?: unknown; entries?: unknown }
  if (!isTexts(begins) || !isTexts(entries)) return null
  const read = entries.map(entryOf)
  return read.every((entry) => entry !== null) ? { begins, entries: read } : null
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'string')

function entryOf(text: string): Entry | null {
  try {
    const entry = JSON.parse(text) as Partial<Entry> | null
    const isKeepable = typeof entry?.id === 'string' && typeof entry.assessment === 'string'
    return isKeepable && canonicalJson(entry) === text ? (entry as Entry) : null
  } catch {
    return null
  }
}

function authorsOf(entries: readonly Entry[]): Author[] {
  const authors = new Map(entries.flatMap(({ author }) => (author ? [[canonicalJson(author), author] as const] : [])))
  return [...authors.values()]
}
