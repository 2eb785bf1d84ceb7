import { type OpenedDatabase, requireVault } from './dexie-database.ts'
import { type EntryChange, type EntryRows, fateOf, Overtaken, sameSealed, WAITING } from './entry-rows.ts'
import type { SentStatus } from './record-port.ts'

/** The sealed entries of one vault in the browser's database. */
export function dexieEntryRows(opened: OpenedDatabase): EntryRows {
  const { db, vault } = opened
  return {
    get: (ids) => db.entries.bulkGet(ids.map((id): [string, string] => [vault, id])),
    of: (assessment) =>
      db.entries
        .where({ vault, assessment })
        .filter((row) => row.sent !== WAITING)
        .toArray(),
    write: (change) => write(opened, change),
    takeAway: (old, successor) =>
      db.transaction('rw', db.entries, async () => {
        const [before, after] = await db.entries.bulkGet([
          [vault, old],
          [vault, successor],
        ])
        const fate = fateOf(before)
        if (fate === 'gone') await db.entries.delete([vault, old])
        if (after?.sent !== WAITING) return fate
        if (fate === 'gone') await db.entries.update([vault, successor], { sent: 0 })
        else await db.entries.delete([vault, successor])
        return fate
      }),
  }
}

/** Ids of the entries of this status, whatever their assessment. */
export async function idsWith({ db, vault }: OpenedDatabase, sent: SentStatus): Promise<Set<string>> {
  const keys = await db.entries.where('[vault+sent]').equals([vault, sent]).primaryKeys()
  return new Set(keys.map(([, id]) => id))
}

async function write(opened: OpenedDatabase, { add, mend, stand, arrived }: EntryChange): Promise<void> {
  const { db, vault } = opened
  let native: IDBTransaction | undefined
  try {
    await db.transaction('rw', db.entries, db.setAside, db.vaults, db.outbox, async (transaction) => {
      native = transaction.idbtrans as IDBTransaction
      await requireVault(db, vault)
      for (const { damaged, good } of mend) {
        const current = await db.entries.get([vault, damaged.id])
        if (!current || !sameSealed(current, damaged)) throw new Overtaken()
        await db.setAside.add({ vault, row: current })
        await db.entries.put(good)
      }
      await db.entries.bulkAdd(add)
      for (const id of stand) await db.entries.update([vault, id], { sent: 0 })
      if (arrived.length > 0) await db.outbox.bulkPut(arrived)
    })
  } catch (error) {
    // A quota error may surface only as what aborted the transaction.
    throw native?.error ? Object.assign(new Error('the write was aborted'), { failures: [error, native.error] }) : error
  }
}
