import { randomUUID } from 'node:crypto'
import { newSigner } from '../../../src/server/audit/signer.ts'
import { openSqlite } from '../../../src/server/records/sqlite-database.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { push, ruth, text } from './records-builders.ts'

/**
 * A process to be killed. Opens a folder, then pushes batches of one to five entries until its end; each id that was
 * acknowledged is a line on its output, written after the answer came.
 * Arguments: folder, prefix of the ids, how many batches at most.
 */
const [folder = '', prefix = '', batches = '0'] = process.argv.slice(2)
const opened = openSqlite(folder)
if (!opened.ok) throw new Error(opened.problem)
const store = sqliteRecordStore(opened, {
  now: () => new Date().toISOString(),
  newId: randomUUID,
  alarm: () => {},
  signer: newSigner(),
})
process.stdout.write('ready\n')
for (let batch = 0; batch < Number(batches); batch++) {
  const ids = Array.from({ length: 1 + (batch % 5) }, (_, n) => `${prefix}-${batch}-${n}`)
  const results = await push(
    store,
    ruth,
    ids.map((id) => text(ruth, { id })),
    ['a1'],
  )
  process.stdout.write(`${ids.filter((_, n) => results[n]?.result === 'stored').join('\n')}\n`)
}
setInterval(() => {}, 1000)
