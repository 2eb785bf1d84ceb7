import { assign, fromPromise, setup } from 'xstate'

export interface Practitioner {
  id: string
  label: string
}

/** Why the device's store would not open; each has its own words on the screen. */
export type OpenProblem = 'blocked' | 'newer-version' | 'quota' | 'database-broken' | 'locked' | 'unknown'

export type OpenOutcome =
  | { ok: true; practitioners: readonly Practitioner[]; damaged: number }
  | { ok: false; problem: OpenProblem }

export interface SessionContext {
  practitioners: readonly Practitioner[]
  /** Stores of practitioners that cannot be read; they are kept. */
  damaged: number
  problem: OpenProblem | null
  recoveryKey: string
}

export type SessionEvent =
  | { type: 'RETRY' }
  | { type: 'SET_UP_ANOTHER' }
  | { type: 'CANCEL' }
  | { type: 'CREATED'; recoveryKey: string }
  | { type: 'KEY_WRITTEN_DOWN' }
  | { type: 'UNLOCKED' }
  | { type: 'UNLOCKED_BY_RECOVERY' }
  | { type: 'PASSPHRASE_CHANGED' }
  | { type: 'LOCK' }

/** Tag of the states in which the keys are in memory: the screen has to be watched, and to lock. */
export const KEYS_OPEN = 'keys-open'

/** From opening the device's store to an open session. The keys themselves never enter the machine. */
export const sessionMachine = setup({
  types: { context: {} as SessionContext, events: {} as SessionEvent },
  actors: {
    openDevice: fromPromise<OpenOutcome>(() => Promise.reject(new Error('supplied by the app'))),
    putAway: fromPromise<void>(() => Promise.reject(new Error('supplied by the app'))),
  },
  guards: {
    /** True when this device has been set up by somebody. */
    hasPractitioners: ({ context }) => context.practitioners.length > 0 || context.damaged > 0,
  },
}).createMachine({
  id: 'session',
  context: { practitioners: [], damaged: 0, problem: null, recoveryKey: '' },
  initial: 'opening',
  states: {
    opening: {
      invoke: {
        src: 'openDevice',
        onDone: {
          target: 'opened',
          actions: assign(({ event }) =>
            event.output.ok
              ? { practitioners: event.output.practitioners, damaged: event.output.damaged, problem: null }
              : { problem: event.output.problem },
          ),
        },
        onError: { target: 'unavailable', actions: assign({ problem: 'unknown' }) },
      },
    },
    opened: {
      always: [
        { guard: ({ context }) => context.problem !== null, target: 'unavailable' },
        { guard: 'hasPractitioners', target: 'locked' },
        { target: 'settingUp' },
      ],
    },
    unavailable: { on: { RETRY: 'opening' } },
    settingUp: {
      on: {
        CREATED: { target: 'showingRecoveryKey', actions: assign(({ event }) => ({ recoveryKey: event.recoveryKey })) },
        CANCEL: { guard: 'hasPractitioners', target: 'locked' },
      },
    },
    showingRecoveryKey: {
      tags: KEYS_OPEN,
      on: { KEY_WRITTEN_DOWN: { target: 'unlocked', actions: assign({ recoveryKey: '' }) }, LOCK: 'locking' },
    },
    locked: {
      on: { UNLOCKED: 'unlocked', UNLOCKED_BY_RECOVERY: 'choosingPassphrase', SET_UP_ANOTHER: 'settingUp' },
    },
    choosingPassphrase: { tags: KEYS_OPEN, on: { PASSPHRASE_CHANGED: 'unlocked', LOCK: 'locking' } },
    unlocked: { tags: KEYS_OPEN, on: { LOCK: 'locking' } },
    /** What was typed goes to the disk, the keys are dropped, and the page is loaded afresh. */
    locking: {
      entry: assign({ recoveryKey: '' }),
      invoke: { src: 'putAway', onDone: 'opening', onError: 'opening' },
    },
  },
})
