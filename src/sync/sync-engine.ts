import { heldTimes } from './held-times.ts'
import type { OutboxState } from './outbox-state.ts'
import { endGlasses, pullPhase } from './pull-phase.ts'
import { pushPhase } from './push-phase.ts'
import type { PullProblem, Round, Stop, SyncPorts } from './round.ts'
import type { EntryStanding, StoreTrouble } from './sync-store.ts'

/**
 * How a round ended, and when the next is due. `afterMs` is null while only signing in, or a person, brings it forward.
 * `done`: everything that could be sent was sent, and everything that moved was pulled.
 */
export type RoundEnd =
  | { end: 'done'; afterMs: number }
  | { end: 'waiting'; why: Extract<Stop, { stop: 'retry' }>['why']; afterMs: number }
  | { end: 'signed-out'; afterMs: null }
  | { end: 'storage'; why: Extract<Stop, { stop: 'store' }>['why']; afterMs: number }

export interface SyncEngine {
  /** One round after another: a call while one runs waits for it. `all`: also what is held back; whenever a person asks. */
  round(wish: 'due' | 'all'): Promise<RoundEnd>
  /** Where each entry of an assessment stands now. */
  standings(assessment: string): Promise<{ ok: true; entries: EntryStanding[] } | StoreTrouble>
  /** What was pulled and could not be taken in, by assessment; nothing when all is well. */
  problems(): ReadonlyMap<string, readonly PullProblem[]>
}

export interface SyncListener {
  /** Entries of others are on the disk now. */
  arrived(assessment: string, ids: readonly string[]): void
  /** Where entries stand has changed: read it again. */
  changed(): void
}

const PASSES = 6
const POLL = 5 * 60_000
/** While something is read through a broken glass. */
const GLASS_POLL = 45_000
const AFTER_STORAGE = 30_000

/** Sends and pulls for one opened vault. Nothing of it is lost when it ends anywhere: all it knows for good is in the store. */
export function syncEngine(ports: SyncPorts, listener: SyncListener): SyncEngine {
  const held = heldTimes(ports.now)
  /** What is not for the disk: on its way, or why not yet. */
  const passing = new Map<string, OutboxState>()
  let problems = new Map<string, Set<PullProblem>>()
  let failures = 0
  let last: Promise<unknown> = Promise.resolve()

  async function run(wish: 'due' | 'all'): Promise<RoundEnd> {
    const memory = await ports.store.memory()
    if (!memory.ok) return { end: 'storage', why: memory.reason, afterMs: AFTER_STORAGE }
    const round: Round = {
      ports,
      held,
      failures,
      epoch: memory.epoch,
      progress: false,
      newEpoch: false,
      readsByGlass: false,
      events: {
        arrived: listener.arrived,
        stateOf: (ids, state) => {
          for (const id of ids) {
            if (state.is === 'sending' || state.is === 'on-this-device' || isPassing(state)) passing.set(id, state)
            else passing.delete(id)
          }
          listener.changed()
        },
        problem: (assessment, problem) => {
          const found = problems.get(assessment) ?? new Set()
          problems.set(assessment, found.add(problem))
        },
      },
    }
    problems = new Map()
    const stop = (await endGlasses(round)) ?? (await passes(round, wish))
    failures = round.failures
    listener.changed()
    return endOf(stop, round.readsByGlass ? GLASS_POLL : POLL)
  }

  function endOf(stop: Stop | null, poll: number): RoundEnd {
    if (stop?.stop === 'signed-out') return { end: 'signed-out', afterMs: null }
    if (stop?.stop === 'store') return { end: 'storage', why: stop.why, afterMs: AFTER_STORAGE }
    const soonest = Math.min(held.next() ?? poll, Math.round(poll * (0.75 + ports.chance() / 2)))
    if (stop?.stop === 'retry') return { end: 'waiting', why: stop.why, afterMs: stop.afterMs }
    return { end: 'done', afterMs: stop ? 1000 : Math.max(1000, soonest) }
  }

  return {
    round(wish) {
      const next = last.then(() => run(wish))
      last = next.catch(() => undefined)
      return next
    },
    async standings(assessment) {
      const kept = await ports.store.standings(assessment)
      if (!kept.ok) return kept
      const now = ({ id, own, state }: EntryStanding): EntryStanding =>
        state.is === 'received' ? { id, own, state } : { id, own, state: passing.get(id) ?? state }
      return { ok: true, entries: kept.entries.map(now) }
    },
    problems: () => new Map([...problems].map(([assessment, found]) => [assessment, [...found]])),
  }
}

/** Again while there is reason to: a parent that has come, or another epoch, in which all is sent and pulled anew. */
async function passes(round: Round, wish: 'due' | 'all'): Promise<Stop | null> {
  for (let pass = 1; ; pass++) {
    round.progress = false
    round.newEpoch = false
    const pushed = await pushPhase(round, pass === 1 ? wish : 'due')
    if (pushed && !mayPull(pushed)) return pushed
    const pulled = await pullPhase(round, pass === 1 ? wish : 'due')
    if (pulled && pulled.stop !== 'overtaken') return pulled
    if (pushed && pushed.stop !== 'overtaken') return pushed
    const again = pulled !== null || pushed !== null || round.newEpoch || (round.progress && (await isAnyDue(round)))
    if (!again || pass === PASSES) return pulled ?? pushed
  }
}

const mayPull = (stop: Stop): boolean =>
  stop.stop === 'overtaken' || (stop.stop === 'retry' && stop.why === 'pull-first')

async function isAnyDue(round: Round): Promise<boolean> {
  const unsent = await round.ports.store.unsent()
  return unsent.ok && unsent.entries.some(round.held.isDue)
}

const isPassing = (state: OutboxState): boolean => state.is === 'held-back' && state.why === 'signed-out'
