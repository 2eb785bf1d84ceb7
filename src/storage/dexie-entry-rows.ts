import { type OpenedDatabase, requireVault } from './dexie-database.ts'
import { AlreadySent, type EntryChange, type EntryRow, type EntryRows, Overtaken, sameSealed } from './entry-rows.ts'

/** The sealed entries of one vault in the browser's database. */
export function dexieEntryRows(opened: OpenedDatabase): EntryRows {
  const { db, vault } = opened
  return {
    get: (ids) => db.entries.bulkGet(ids.map((id): [string, string] => [vault, id])),
    of: (assessment) => db.entries.where({ vault, assessment }).toArray(),
    write: (change) => write(opened, change),
    putBack: (row) =>
      db.transaction('rw', db.entries, async () => {
        if (!(await db.entries.get([vault, row.id]))) await db.entries.add(row)
      }),
  }
}

async function write(opened: OpenedDatabase, { add, mend, replaces }: EntryChange): Promise<void> {
  const { db, vault } = opened
  let native: IDBTransaction | undefined
  try {
    await db.transaction('rw', db.entries, db.setAside, db.vaults, async (transaction) => {
      native = transaction.idbtrans as IDBTransaction
      await requireVault(db, vault)
      if (replaces) await takeAway(opened, replaces)
      for (const { damaged, good } of mend) {
        const current = await db.entries.get([vault, damaged.id])
        if (!current || !sameSealed(current, damaged)) throw new Overtaken()
        await db.setAside.add({ vault, row: current })
        await db.entries.put(good)
      }
      await db.entries.bulkAdd(add)
    })
  } catch (error) {
    // A quota error may surface only as what aborted the transaction.
    throw native?.error ? Object.assign(new Error('the write was aborted'), { failures: [error, native.error] }) : error
  }
}

/** Only ever an entry that was never handed to a sender, in the transaction that adds its successor. */
async function takeAway({ db, vault }: OpenedDatabase, old: EntryRow): Promise<void> {
  const current = await db.entries.get([vault, old.id])
  if (!current || !sameSealed(current, old)) throw new Overtaken()
  if (current.sent !== 0) throw new AlreadySent()
  await db.entries.delete([vault, old.id])
}
