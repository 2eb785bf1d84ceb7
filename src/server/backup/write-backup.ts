import { createHash } from 'node:crypto'
import { link, open, rename, stat, unlink } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import type { BackupPart } from './backup-database.ts'
import { headerText, trailerText } from './backup-file.ts'

/** Writes everything into a file that is not there yet, readable by this user alone, and waits until it is on the disk. */
export async function writeBackup(
  file: string,
  { schema, at }: { schema: number; at: string },
  parts: AsyncIterable<BackupPart>,
): Promise<void> {
  const handle = await open(file, 'wx', 0o600)
  try {
    const hash = createHash('sha256')
    const write = async (bytes: Buffer) => {
      hash.update(bytes)
      await handle.writeFile(bytes)
    }
    await write(Buffer.from(headerText(schema, at)))
    await pipeline(linesOf(parts), createGzip(), async (zipped: AsyncIterable<Buffer>) => {
      for await (const chunk of zipped) await write(chunk)
    })
    await handle.writeFile(trailerText(hash.digest('hex')))
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function* linesOf(parts: AsyncIterable<BackupPart>): AsyncGenerator<string> {
  let current = ''
  let count = 0
  for await (const { table, rows } of parts) {
    if (table.name !== current) yield `${JSON.stringify({ table: table.name, columns: table.columns })}\n`
    current = table.name
    count += rows.length
    if (rows.length > 0) yield rows.map((row) => `${JSON.stringify(row)}\n`).join('')
  }
  yield `${JSON.stringify({ rows: count })}\n`
}

/** Gives a finished file its name; false, and nothing changed, when there is something under that name. */
export async function putInPlace(part: string, file: string): Promise<boolean> {
  try {
    await link(part, file)
    await unlink(part)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (code === 'EEXIST') return false
    // A file system without links.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(code)) throw error
    if (await isThere(file)) return false
    await rename(part, file)
  }
  const folder = await open(dirname(file), 'r')
  await folder.sync().finally(() => folder.close())
  return true
}

export const isThere = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  )
