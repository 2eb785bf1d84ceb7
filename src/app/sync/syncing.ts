import { createActor, fromPromise } from 'xstate'
import type { Author } from '../../domain/entry.ts'
import { type RoundOutcome, syncMachine, type Wish } from '../../machines/sync-machine.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import type { PullProblem } from '../../sync/round.ts'
import { type SyncEngine, syncEngine } from '../../sync/sync-engine.ts'
import type { Account, ServerMemory } from '../../sync/sync-store.ts'
import { accountRounds } from './account-round.ts'
import type { AccountTransport } from './fetch-transport.ts'
import { type Locks, oneSender } from './one-sender.ts'
import { listenForWakes, type WakeParts } from './wakes.ts'

export interface SyncingParts {
  store: RecordStore
  author: Author
  /** The vault's own id for this device. */
  device: string
  /** For whoever this vault is connected with at the time of a request; null for nobody. */
  transportFor(user: () => string | null): AccountTransport
  locks: Locks
  page: WakeParts['page']
  openLive: WakeParts['openLive']
  now(): number
  chance(): number
}

/**
 * What a screen can show. `local`: this vault is connected with no account, and nothing is ever asked of a server.
 * `another-tab`: it speaks for this vault. `nextAt`: milliseconds by this device's clock; null when none is due by itself.
 */
export interface SyncView {
  is: 'local' | 'another-tab' | 'running' | 'waiting' | 'signed-out'
  last: RoundOutcome | null
  nextAt: number | null
  problems: ReadonlyMap<string, readonly PullProblem[]>
}

/** The sync of one opened vault in one tab. */
export interface Syncing {
  view(): SyncView
  subscribe(listener: () => void): () => void
  /** Called when entries of others have arrived, by the id of the assessment. */
  onArrived(listener: (assessment: string, ids: readonly string[]) => void): () => void
  standings: SyncEngine['standings']
  memory(): Promise<({ ok: true } & ServerMemory) | { ok: false; reason: string }>
  /** The user wants it now, also what is held back. */
  ask(): void
  /** After signing in with the account that this vault is connected with. */
  signedIn(): void
  /** From now on this vault speaks to the server, as this account. It stays connected until `disconnect`. */
  connect(account: Account): Promise<{ ok: boolean }>
  /** Nothing that was recorded or received is touched. */
  disconnect(): Promise<{ ok: boolean }>
  /** The vault is being locked. */
  stop(): void
}

/** Starts it, if this vault was connected with an account. */
export async function startSyncing(parts: SyncingParts): Promise<Syncing> {
  const { store, now } = parts
  const listeners = new Set<() => void>()
  const arrivals = new Set<(assessment: string, ids: readonly string[]) => void>()
  const notify = () => {
    for (const listener of listeners) listener()
  }
  let connected: { account: Account; end(): void } | null = null
  const transport = parts.transportFor(() => connected?.account.user ?? null)
  const engine = syncEngine(
    { store: store.sync, transport, now, chance: parts.chance },
    {
      arrived: (assessment, ids) => {
        for (const listener of arrivals) listener(assessment, ids)
      },
      changed: notify,
    },
  )
  let runRound: (wish: Wish) => Promise<RoundOutcome> = () => Promise.reject(new Error('not connected'))
  let endedAt = now()
  const actor = createActor(
    syncMachine.provide({
      actors: { round: fromPromise<RoundOutcome, { wish: Wish }>(({ input }) => runRound(input.wish)) },
    }),
  ).start()
  let revive = () => {}
  actor.subscribe(({ value, context }) => {
    endedAt = now()
    if (value === 'waiting' && context.last?.end === 'done') revive()
    notify()
  })

  /** The lock is let go a moment after the tab was told to. */
  const stepBack = () => {
    if (actor.getSnapshot().status === 'active') actor.send({ type: 'STEP_BACK' })
  }

  function begin(account: Account): void {
    runRound = accountRounds({
      ...parts,
      engine,
      transport,
      user: account.user,
      epoch: async () => {
        const memory = await store.sync.memory()
        return memory.ok ? memory.epoch : null
      },
    })
    const endSender = oneSender(parts.locks, store.vault, () => {
      actor.send({ type: 'LEAD' })
      const wakes = listenForWakes({ ...parts, reached: () => actor.send({ type: 'REACHED' }) })
      revive = wakes.revive
      const endSaves = store.subscribe((change) => {
        if (change.entries) actor.send({ type: 'SAVED' })
      })
      return () => {
        wakes.end()
        revive = () => {}
        endSaves()
        stepBack()
      }
    })
    connected = { account, end: endSender }
  }

  const known = await store.sync.account()
  if (known.ok && known.account) begin(known.account)

  const end = () => {
    connected?.end()
    connected = null
    stepBack()
  }
  return {
    view() {
      const { value, context } = actor.getSnapshot()
      const { last } = context
      const problems = engine.problems()
      if (!connected) return { is: 'local', last: null, nextAt: null, problems }
      const nextAt = value === 'waiting' && last?.afterMs != null ? endedAt + last.afterMs : null
      return { is: STATES[value as keyof typeof STATES], last, nextAt, problems }
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    onArrived: (listener) => {
      arrivals.add(listener)
      return () => arrivals.delete(listener)
    },
    standings: engine.standings,
    memory: () => store.sync.memory(),
    ask: () => actor.send({ type: 'ASKED' }),
    signedIn: () => actor.send({ type: 'SIGNED_IN' }),
    async connect(account) {
      const kept = await store.sync.connect(account)
      if (kept.ok) {
        end()
        begin(account)
        notify()
      }
      return { ok: kept.ok }
    },
    async disconnect() {
      const kept = await store.sync.connect(null)
      if (kept.ok) {
        end()
        notify()
      }
      return { ok: kept.ok }
    },
    stop() {
      end()
      actor.stop()
    },
  }
}

const STATES = {
  off: 'another-tab',
  running: 'running',
  ended: 'running',
  waiting: 'waiting',
  soon: 'waiting',
  signedOut: 'signed-out',
} as const
