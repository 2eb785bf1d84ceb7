import { readFileSync } from 'node:fs'
import { beforeEach, expect, test } from 'vitest'
import { openBackup } from '../../../src/server/backup/backup-file.ts'
import { restoreBackup } from '../../../src/server/backup/restore-backup.ts'
import { sqliteBackup } from '../../../src/server/backup/sqlite-backup.ts'
import { SCHEMA, takeBackup } from '../../../src/server/backup/take-backup.ts'
import { migrationsOf } from '../../../src/server/records/schema-version.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { aFolder, type Folder } from '../a-built-app.ts'
import { AT, parts, push, ruth, text } from '../records/records-builders.ts'

let folder: Folder
let bytes: Buffer
beforeEach(async () => {
  folder = aFolder()
  const file = folder.at('linnet.backup')
  const opened = openSqliteInMemory()
  const store = sqliteRecordStore(opened, parts())
  await push(store, ruth, [text(ruth), text(ruth, { id: 'e2' })], ['a1'])
  await takeBackup(file, {
    database: sqliteBackup(opened.db),
    keeping: sqliteKeeping(opened.db, parts()),
    now: () => AT,
  })
  opened.close()
  bytes = readFileSync(file)
})

/** What comes of restoring these bytes, and how much is in the database afterwards. */
async function restoring(content: Buffer | string): Promise<[string, number]> {
  const opened = openSqliteInMemory()
  const database = sqliteBackup(opened.db)
  const outcome = await restoreBackup(folder.write('tried', content), { database, newId: () => 'new' })
  const count = opened.db.prepare('SELECT (SELECT count(*) FROM entries) + (SELECT count(*) FROM store) AS n').all()
  opened.close()
  return [outcome.ok ? 'restored' : outcome.reason, (count[0] as { n: number }).n]
}

test('as it was written it is restored', async () => {
  expect(await restoring(bytes)).toEqual(['restored', 3])
  expect((await openBackup(folder.at('tried'), SCHEMA)).ok).toBe(true)
})

test('any one byte that changed is found, and nothing is restored', async () => {
  const found = new Set<string>()
  for (let at = 0; at < bytes.length; at++) {
    const damaged = Buffer.from(bytes)
    damaged[at] = (damaged[at] ?? 0) ^ 1
    const read = await openBackup(folder.write('tried', damaged), SCHEMA)
    found.add(read.ok ? `restored with another byte ${at}` : read.reason)
  }
  expect([...found].filter((reason) => !['damaged', 'not-a-backup', 'later-version'].includes(reason))).toEqual([])
  const middle = Buffer.from(bytes)
  middle[300] = (middle[300] ?? 0) ^ 1
  expect(await restoring(middle)).toEqual(['damaged', 0])
})

test('wherever it was cut off, or went on, it is found', async () => {
  const found = new Set<string>()
  for (let length = 0; length < bytes.length; length++) {
    const read = await openBackup(folder.write('tried', bytes.subarray(0, length)), SCHEMA)
    found.add(read.ok ? `restored when cut off at ${length}` : read.reason)
  }
  expect([...found].sort()).toEqual(['damaged', 'not-a-backup'])
  expect(await restoring(bytes.subarray(0, bytes.length - 1))).toEqual(['damaged', 0])
  expect(await restoring(Buffer.concat([bytes, Buffer.from('\n')]))).toEqual(['damaged', 0])
})

test('one of a later Linnet, of something else, or of nothing is refused by name', async () => {
  const later = (change: object) => {
    const [first = ''] = bytes.toString('latin1').split('\n', 1)
    return Buffer.concat([
      Buffer.from(JSON.stringify({ ...(JSON.parse(first) as object), ...change })),
      bytes.subarray(first.length),
    ])
  }
  expect(await restoring(later({ format: 2 }))).toEqual(['later-version', 0])
  expect(await restoring(later({ schema: SCHEMA + 1 }))).toEqual(['later-version', 0])
  expect(await restoring(later({ schema: SCHEMA - 1 }))).toEqual(['damaged', 0])
  expect(await restoring('-- PostgreSQL database dump\n')).toEqual(['not-a-backup', 0])
  expect(await restoring('')).toEqual(['not-a-backup', 0])
  expect(await openBackup(folder.at('none'), SCHEMA)).toEqual({ ok: false, reason: 'cannot-be-read' })
})

test('both databases count their schemas alike, so that one restores what the other was', () => {
  expect(migrationsOf('sqlite').length).toBe(migrationsOf('postgres').length)
})
