import { rows, type Task, Unavailable } from '../accounts/task.ts'
import { CHANNEL } from '../live/postgres-feed.ts'
import { type Acting, type Client, inTransaction, isUnavailable, type Pool } from './postgres-database.ts'
import type { StoreParts } from './record-store.ts'
import { type RecordTasks, roleOf } from './record-tasks.ts'

export function postgresTasks(pool: Pool, { now }: Pick<StoreParts, 'now'>): RecordTasks {
  const run = async <T>(acting: Acting, task: () => Task<T>): Promise<T> => {
    try {
      return await inTransaction(pool, acting, (client) => carryOutInPostgres(client, acting.as, task()))
    } catch (error) {
      throw isUnavailable(error) ? new Unavailable('PostgreSQL', { cause: error }) : error
    }
  }
  return {
    run: ({ user, device, agency }, task) => run({ as: 'linnet_runtime', user, device, agency, now: now() }, task),
    runAs: (as, task) => run({ as }, task),
    headMoved: async (assessment, head) => {
      await run({ as: 'linnet_audit' }, () => rows('SELECT pg_notify($1, $2)', CHANNEL, `${head} ${assessment}`))
    },
  }
}

/** Carries a task out within the transaction that is open, and leaves it to the role that it began with. */
export async function carryOutInPostgres<T>(client: Client, own: Acting['as'], task: Task<T>): Promise<T> {
  let current = own
  const become = async (role: Acting['as']) => {
    if (role === current) return
    await client.query({ name: 'become', text: `SELECT set_config('role', $1, true)`, values: [role] })
    current = role
  }
  let step = task.next()
  while (!step.done) {
    await become(roleOf(step.value) ?? own)
    const { sql, values } = step.value
    step = task.next((await client.query(sql, [...values])).rows)
  }
  await become(own)
  return step.value
}
