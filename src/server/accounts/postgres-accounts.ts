import { inTransaction, isUnavailable, type Pool } from '../records/postgres-database.ts'
import { type AccountDatabase, Unavailable } from './task.ts'

/** Accounts in a PostgreSQL that any number of processes share, under a role of their own. */
export function postgresAccounts(pool: Pool): AccountDatabase {
  return {
    run: async (task) => {
      try {
        return await inTransaction(pool, { as: 'linnet_accounts' }, async (client) => {
          const running = task()
          let step = running.next()
          while (!step.done) {
            const { sql, values } = step.value
            step = running.next((await client.query(sql, [...values])).rows)
          }
          return step.value
        })
      } catch (error) {
        throw isUnavailable(error) ? new Unavailable('PostgreSQL', { cause: error }) : error
      }
    },
  }
}
