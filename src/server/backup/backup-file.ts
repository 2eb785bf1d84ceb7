import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'
import * as z from 'zod/mini'
import type { BackupPart, BackupRow } from './backup-database.ts'
import { BACKUP_TABLES, type BackupTable } from './backup-tables.ts'

/**
 * The file: one line of JSON that says what it is; then gzip of lines of JSON, for each table one that names it and its
 * columns, then an array for each of its rows, and at the end how many rows there were; then, outside of it, a line
 * with the SHA-256 of all bytes before.
 */
export const FORMAT = 1
export const headerText = (schema: number, at: string): string =>
  `${JSON.stringify({ linnet: 'backup', format: FORMAT, schema, at })}\n`
export const trailerText = (sha256: string): string => `\nsha256 ${sha256}\n`

const TRAILER = trailerText('0'.repeat(64)).length
const LONGEST_HEADER = 1000
const headerSchema = z.object({
  linnet: z.literal('backup'),
  format: z.int(),
  schema: z.int(),
  at: z.string(),
})

export interface BackupHeader {
  schema: number
  /** When it was taken, ISO 8601 in UTC by the server's clock. */
  at: string
}

/**
 * - `cannot-be-read`: there is no such file, or it cannot be read now.
 * - `not-a-backup`, `damaged`: take another backup.
 * - `later-version`: it was made by a newer Linnet. Restore it with that version.
 */
export type Unusable = { ok: false; reason: 'cannot-be-read' | 'not-a-backup' | 'damaged' | 'later-version' }

export type OpenedBackup = { ok: true; header: BackupHeader; parts(): AsyncGenerator<BackupPart> } | Unusable

/** Looks whether every byte of a file is as it was written. `schema`: the newest that this Linnet knows. */
export async function openBackup(file: string, schema: number): Promise<OpenedBackup> {
  try {
    const { start, end, first, last } = await endsOf(file)
    const header = headerOf(first)
    if (!header) return { ok: false, reason: 'not-a-backup' }
    if (header.format > FORMAT || header.schema > schema) return { ok: false, reason: 'later-version' }
    if (end < start || last !== trailerText(await hashOf(file, end))) return { ok: false, reason: 'damaged' }
    return { ok: true, header, parts: () => partsIn(file, start, end) }
  } catch (error) {
    if (typeof (error as NodeJS.ErrnoException).code !== 'string') throw error
    return { ok: false, reason: 'cannot-be-read' }
  }
}

async function endsOf(file: string) {
  const handle = await open(file, 'r')
  try {
    const { size } = await handle.stat()
    const first = await handle.read(Buffer.alloc(LONGEST_HEADER), 0, LONGEST_HEADER, 0)
    const start = first.buffer.subarray(0, first.bytesRead).indexOf('\n') + 1
    const end = Math.max(0, size - TRAILER)
    const last = await handle.read(Buffer.alloc(TRAILER), 0, TRAILER, end)
    return { start, end, first: first.buffer.toString('utf8', 0, start), last: last.buffer.toString('latin1') }
  } finally {
    await handle.close()
  }
}

function headerOf(line: string): z.infer<typeof headerSchema> | null {
  try {
    const read = headerSchema.safeParse(JSON.parse(line))
    return read.success ? read.data : null
  } catch {
    return null
  }
}

async function hashOf(file: string, end: number): Promise<string> {
  const hash = createHash('sha256')
  if (end > 0) for await (const chunk of createReadStream(file, { end: end - 1 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Throws when it is not as it was when it was looked at. */
async function* partsIn(file: string, start: number, end: number): AsyncGenerator<BackupPart> {
  let table: BackupTable | undefined
  let rows = 0
  let isWhole = false
  for await (const lines of linesIn(file, start, end)) {
    let some: BackupRow[] = []
    for (const line of lines) {
      const value: unknown = JSON.parse(line)
      if (Array.isArray(value)) {
        some.push(value as BackupRow)
        continue
      }
      if (table && some.length > 0) yield { table, rows: some }
      rows += some.length
      some = []
      const next = value as { table?: string; columns?: string[]; rows?: number }
      if (next.rows === undefined) table = knownTable(next)
      else isWhole = next.rows === rows
    }
    if (table && some.length > 0) yield { table, rows: some }
    rows += some.length
  }
  if (!isWhole) throw new Error('a backup changed while it was read')
}

/** Never by the words of the file: they would become SQL. Columns that came later are left to the database. */
function knownTable({ table, columns = [] }: { table?: string; columns?: string[] }): BackupTable {
  const known = BACKUP_TABLES.find(({ name }) => name === table)
  if (!known || columns.some((column) => !known.columns.includes(column))) {
    throw new Error('a backup holds a table that this Linnet does not know')
  }
  return { ...known, columns }
}

/** Some lines at a time. */
async function* linesIn(file: string, start: number, end: number): AsyncGenerator<string[]> {
  const text = pipeline(createReadStream(file, { start, end: end - 1 }), createGunzip(), () => {})
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of text) {
    const lines = (rest + decoder.decode(chunk as Buffer, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  if (rest !== '') throw new Error('a backup ends in the middle of a line')
}
