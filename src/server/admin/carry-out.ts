import { randomBytes } from 'node:crypto'
import { Unavailable } from '../accounts/task.ts'
import { openSigner } from '../audit/signer.ts'
import { readConfig } from '../config.ts'
import { jsonLog as log } from '../log.ts'
import { openRecords } from '../records/open-records.ts'
import type { Outcome } from './admin-command.ts'
import { readCommand } from './read-command.ts'

const ONE_PROCESS = 'With SQLite, stop the server while a command runs; with PostgreSQL both run side by side.'

/** Carries a command out by the settings, and on the database, of the server. `env`: the settings, as in the environment. */
export async function carriedOut(
  words: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Promise<Outcome> {
  const command = readCommand(words)
  if (!command.ok) return command
  const read = readConfig(env)
  if (!read.ok) return read
  const { databaseUrl, records, origin, port, data, auditKey } = read.config
  const key = openSigner({ folder: data, given: auditKey })
  if (!key.ok) return key
  const newId = () => randomBytes(16).toString('hex')
  const opened = await openRecords(
    { databaseUrl, folder: records, onIdleError: (code) => log('database-connection-ended', { code }) },
    { now: () => new Date().toISOString(), newId, alarm: () => {}, signer: key.signer },
  )
  if (!opened.ok) return { ok: false, problem: databaseUrl ? opened.problem : `${opened.problem}\n${ONE_PROCESS}` }
  const accounts = { db: opened.accounts, now: Date.now, newId }
  try {
    return await command.run({
      accounts,
      keeping: opened.keeping,
      origin: origin ?? `http://localhost:${port}`,
      tasks: opened.tasks,
      auditing: opened.auditing,
      backups: opened.backups,
    })
  } catch (error) {
    if (error instanceof Unavailable)
      return { ok: false, problem: 'The database is away. Look at it, and type this again.' }
    throw error
  } finally {
    await opened.store.close()
  }
}
