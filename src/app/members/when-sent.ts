import type { RecordStore } from '../../storage/record-port.ts'
import type { OutboxState } from '../../sync/outbox-state.ts'
import type { Syncing } from '../sync/syncing.ts'

/** After this, whoever waits is told that it is still on its way. */
const LONGEST = 20_000

/**
 * Sends now, and says where an entry stands once the server has answered for it, or the round with the server has failed.
 * Another tab may be the one that sends.
 */
export function whenSent(
  syncing: Pick<Syncing, 'ask' | 'view' | 'subscribe' | 'standings'>,
  store: Pick<RecordStore, 'subscribe'>,
  assessment: string,
  entry: string,
): Promise<OutboxState | undefined> {
  return new Promise((resolve) => {
    let hasRun = false
    let isOver = false
    const read = async (): Promise<OutboxState | undefined> => {
      const standings = await syncing.standings(assessment)
      return standings.ok ? standings.entries.find(({ id }) => id === entry)?.state : undefined
    }
    const look = async () => {
      if (syncing.view().is === 'running') hasRun = true
      const state = await read()
      const isAnswered = state?.is === 'received' || (state?.is === 'held-back' && state.why !== 'signed-out')
      const { is, last } = syncing.view()
      const hasFailed = hasRun && last?.end !== 'done'
      // With what was received the record has come, too, when the round has ended.
      if (is !== 'running' && (isAnswered || hasFailed)) finish(state)
    }
    const finish = (state: OutboxState | undefined) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      for (const end of ends) end()
      resolve(state)
    }
    const timer = setTimeout(() => void read().then(finish), LONGEST)
    const ends = [syncing.subscribe(() => void look()), store.subscribe((change) => change.sync && void look())]
    syncing.ask()
    void look()
  })
}
