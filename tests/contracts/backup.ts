import { readdirSync, readFileSync, statSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import { answerOf } from '../../simulator/server.ts'
import type { BackupDatabase, BackupPart, BackupRow } from '../../src/server/backup/backup-database.ts'
import { BACKUP_TABLES, LEFT_OUT } from '../../src/server/backup/backup-tables.ts'
import { restoreBackup } from '../../src/server/backup/restore-backup.ts'
import { takeBackup } from '../../src/server/backup/take-backup.ts'
import type { RecordKeeping } from '../../src/server/records/record-keeping.ts'
import type { ServerRecordStore } from '../../src/server/records/record-store.ts'
import { aFolder, type Folder } from '../server/a-built-app.ts'
import { AT, bo, page, pullAll, pullPage, push, ruth, text } from '../server/records/records-builders.ts'
import { aDeviceOf, type DeviceOnline } from '../sync/a-device-online.ts'

export interface BackupHarness {
  store: ServerRecordStore
  keeping: RecordKeeping
  database: BackupDatabase
  newId(): string
  /** Every table of the database, also those that no backup holds. */
  tables(): Promise<string[]>
  /** Past every rule, as somebody could who can write to the disk. */
  tamper(sql: string): Promise<void>
  close(): Promise<void>
}

/** What every database does with backups. `open` gives an empty one each time. */
export function backupContract(name: string, open: () => Promise<BackupHarness>): void {
  describe(name, () => {
    let server: BackupHarness
    let folder: Folder
    let file: string
    const opened: BackupHarness[] = []
    const another = async () => {
      const harness = await open()
      opened.push(harness)
      return harness
    }
    beforeEach(async () => {
      server = await another()
      folder = aFolder()
      file = folder.at('linnet.backup')
      return async () => {
        for (const each of opened.splice(0)) await each.close()
      }
    })
    const taken = (of = server, to = file) => takeBackup(to, { ...of, now: () => AT })
    const restored = async (into?: BackupHarness) => {
      const target = into ?? (await another())
      return { target, outcome: await restoreBackup(file, target) }
    }
    const durableThrough = async (of = server) => page(await pullPage(of.store, ruth)).durableThrough

    test('holds every table of the database, but those that are left out by name', async () => {
      expect(await server.tables()).toEqual([...BACKUP_TABLES.map(({ name }) => name), ...LEFT_OUT].sort())
    })

    test('brings back every row of every table, and begins a new epoch', async () => {
      const before = oneOfEach()
      expect(await server.database.fill(parts(before), 'epoch-new')).toEqual({ ok: true })
      const after = await rowsOf(server.database)
      expect(after).toEqual({
        ...before,
        store: [
          ['epoch', 'epoch-new'],
          ['x name', 'x value'],
        ],
      })
    })

    test('is one file for this user alone, and no other file stays behind', async () => {
      await push(server.store, ruth, [text(ruth), text(ruth, { id: 'e2' })], ['a1', 'a2'])
      expect(await taken()).toEqual({ ok: true, assessments: 2, entries: 2 })
      expect(readdirSync(folder.path)).toEqual(['linnet.backup'])
      expect(statSync(file).mode & 0o777).toBe(0o600)
      expect(readFileSync(file, 'latin1')).not.toContain(ruth.authors[0]?.name)
    })

    test('says of what it holds that it will last, and of nothing later', async () => {
      await push(server.store, ruth, [text(ruth)], ['a1'])
      expect(await durableThrough()).toBe(0)
      await taken()
      await push(server.store, ruth, [text(ruth, { id: 'e2' })])
      expect(await durableThrough()).toBe(1)
    })

    test('never takes the place of a file', async () => {
      await push(server.store, ruth, [text(ruth)], ['a1'])
      folder.write('linnet.backup', 'an earlier one')
      expect(await taken()).toEqual({ ok: false, reason: 'taken' })
      expect(readFileSync(file, 'utf8')).toBe('an earlier one')
      expect(await taken(server, folder.at('none/linnet.backup'))).toEqual({
        ok: false,
        reason: 'cannot-be-written',
        about: 'ENOENT',
      })
      expect([readdirSync(folder.path), await durableThrough()]).toEqual([['linnet.backup'], 0])
    })

    test.each([
      ['altered', `UPDATE entries SET text = replace(text, 'ENG', 'ENX')`],
      ['altered', `UPDATE entries SET hash = 'none' WHERE id = 'e2'`],
      ['gap', `DELETE FROM entries WHERE id = 'e1'`],
      ['gap', `DELETE FROM entries WHERE id = 'e2'`],
      ['gap', 'UPDATE assessments SET head = 3'],
      ['gap', `UPDATE entries SET seq = 3 WHERE id = 'e2'`],
    ])('is none, and marks nothing, when the database has an entry %s: %s', async (fault, sql) => {
      await push(server.store, ruth, [text(ruth, { slot: ENG }), text(ruth, { id: 'e2', slot: ENG })], ['a1'])
      await server.tamper(sql)
      expect(await taken()).toEqual({ ok: false, reason: fault, about: 'a1' })
      expect([readdirSync(folder.path), await durableThrough()]).toEqual([[], 0])
    })

    test('restores into an empty database what was there, its numbers and times, its members and who was put out', async () => {
      await push(server.store, ruth, [text(ruth), text(ruth, { id: 'e2' })], ['a1'])
      await server.keeping.admit('a1', bo.user)
      await server.keeping.admit('a1', 'fay')
      await server.keeping.endMembership('a1', 'fay')
      await server.keeping.revokeDevice('lost-phone')
      const before = await pullAll(server.store, bo)
      await taken()
      const { target, outcome } = await restored()
      expect(outcome).toEqual({ ok: true, at: AT, assessments: 1, entries: 2 })
      expect(await pullAll(target.store, bo)).toEqual(before)
      expect(await pullPage(target.store, { ...bo, user: 'fay' })).toEqual({ result: 'unknown-assessment' })
      expect(await pullPage(target.store, { ...bo, device: 'lost-phone' })).toEqual({ result: 'unknown-assessment' })
      expect(await pullPage(target.store, { ...bo, user: 'cleo' })).toEqual({ result: 'unknown-assessment' })
      expect(await push(target.store, ruth, [text(ruth, { id: 'e3' })])).toMatchObject([{ result: 'stored', seq: 3 }])
    })

    test('restores into nothing that has anything in it', async () => {
      await push(server.store, ruth, [text(ruth)], ['a1'])
      await taken()
      const { target } = await restored()
      const before = await rowsOf(target.database)
      expect((await restored(target)).outcome).toEqual({ ok: false, reason: 'not-empty' })
      expect(await rowsOf(target.database)).toEqual(before)
    })

    test('restores nothing of a file that ends, or changes, while it is put back', async () => {
      const target = await another()
      const before = await rowsOf(target.database)
      async function* broken() {
        yield* parts(oneOfEach())
        throw new Error('a backup changed while it was read')
      }
      await expect(target.database.fill(broken(), 'epoch-new')).rejects.toThrow('changed')
      expect(await rowsOf(target.database)).toEqual(before)
      await push(target.store, ruth, [text(ruth)], ['a1'])
    })

    test('what was acknowledged after the backup comes back from the devices, whoever recorded it', async () => {
      let now = server
      const online = {
        handle: async (session: DeviceOnline['session'] | null, path: Parameters<typeof answerOf>[2], body: string) => {
          if (!session) throw new Error('nobody is signed in')
          return answerOf(now.store, session, path, body)
        },
      }
      const ann = aDeviceOf(online, 'ann')
      const ben = aDeviceOf(online, 'ben')
      await ann.record({ id: 'ann-1' })
      await ann.engine.round('due')
      await now.keeping.admit('a1', 'ben')
      await taken()
      await ann.record({ id: 'ann-2', deviceSeq: 2 })
      await ann.engine.round('due')
      await ben.engine.round('due')
      await ben.record({ id: 'ben-1' })
      await ben.engine.round('due')
      // One of its own lost phone's: nobody but Ben has it by now.
      expect(await ben.held()).toEqual(['ann-1', 'ann-2', 'ben-1'])
      now = (await restored()).target
      expect((await pullAll(now.store, ann.session)).length).toBe(1)
      for (let n = 0; n < 4; n++) await ben.engine.round('all')
      const kept = await pullAll(now.store, ben.session)
      expect(kept.map((each) => (JSON.parse(each.text) as { id: string }).id).sort()).toEqual([
        'ann-1',
        'ann-2',
        'ben-1',
      ])
      for (let n = 0; n < 4; n++) await ann.engine.round('all')
      expect(await ann.held()).toEqual(['ann-1', 'ann-2', 'ben-1'])
      for (const id of ['ann-1', 'ann-2', 'ben-1']) expect(await ann.standing(id)).toMatchObject({ is: 'received' })
    })
  })
}

const ENG = { question: 'ENG-04', subject: '-' }
type Rows = Record<string, readonly BackupRow[]>

/** One row for each table, whose references lead to one another. */
const oneOfEach = (): Rows =>
  Object.fromEntries(
    BACKUP_TABLES.map(({ name, columns, numbers = [] }) => [
      name,
      [columns.map((column) => (numbers.includes(column) ? 1 : valueFor(name, column)))],
    ]),
  )

function valueFor(table: string, column: string): string {
  if (column === 'access') return 'practitioner'
  if (column === 'decision') return 'take-in'
  if (table === 'store') return `x ${column}`
  return /(^|_)(id|by)$/.test(column) ? 'x' : `${table} ${column} \u0175 \u{1F426}`
}

async function* parts(rows: Rows): AsyncGenerator<BackupPart> {
  for (const table of BACKUP_TABLES) yield { table, rows: rows[table.name] ?? [] }
}

async function rowsOf(database: BackupDatabase): Promise<Rows> {
  const found: Record<string, BackupRow[]> = {}
  for await (const { table, rows } of database.snapshot())
    found[table.name] = [...(found[table.name] ?? []), ...rows.map((row) => [...row])]
  return found
}
