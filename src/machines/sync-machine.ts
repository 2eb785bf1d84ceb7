import { assign, fromPromise, setup } from 'xstate'

/** `all`: also what is held back for a while yet. */
export type Wish = 'due' | 'all'

/**
 * How a round ended. `why` is a code for the screen's words; `afterMs` is when the next is due, null while only the user can
 * bring it forward.
 * - `other-account`: somebody else is signed in here. Nothing was sent or asked for; this person signs in first.
 */
export interface RoundOutcome {
  end: 'done' | 'waiting' | 'signed-out' | 'other-account' | 'storage'
  why: string | null
  afterMs: number | null
}

export interface SyncContext {
  wish: Wish
  /** Somebody asked while a round was running. */
  again: Wish | null
  last: RoundOutcome | null
}

export type SyncEvent =
  /** This tab speaks for its vault now, and the vault is connected with an account. */
  | { type: 'LEAD' }
  | { type: 'STEP_BACK' }
  /** Something was saved on this device. */
  | { type: 'SAVED' }
  /** The network is back, the server told of something, or the app came to the front. */
  | { type: 'REACHED' }
  /** The user wants it now. */
  | { type: 'ASKED' }
  | { type: 'SIGNED_IN' }

/**
 * How long after an answer was saved, or was told of by the server, a round begins: the next one is often on its heels. It is
 * waited for twice between a field that is left and the screen of a colleague, who is to see it within two seconds. Milliseconds.
 */
export const A_MOMENT = 250

/** When to send and pull. What that does, and what becomes of a fault, is not its business. */
export const syncMachine = setup({
  types: { context: {} as SyncContext, events: {} as SyncEvent },
  actors: {
    round: fromPromise<RoundOutcome, { wish: Wish }>(() => Promise.reject(new Error('supplied by the app'))),
  },
  guards: {
    /** True when somebody has to sign in before anything can go. */
    needsSigningIn: ({ context }) => context.last?.end === 'signed-out' || context.last?.end === 'other-account',
    wasAskedAgain: ({ context }) => context.again !== null,
    /** True when the last round met no fault: what is saved now need not wait for one to pass. */
    metNoFault: ({ context }) => context.last === null || context.last.end === 'done',
  },
  delays: {
    untilNext: ({ context }) => context.last?.afterMs ?? 60_000,
    aMoment: A_MOMENT,
  },
}).createMachine({
  id: 'sync',
  context: { wish: 'due', again: null, last: null },
  initial: 'off',
  on: { STEP_BACK: '.off' },
  states: {
    /** Nothing is asked of any server: another tab speaks, or nobody has connected this vault with an account. */
    off: { on: { LEAD: { target: 'running', actions: assign({ wish: 'all' }) } } },
    running: {
      entry: assign({ again: null }),
      invoke: {
        src: 'round',
        input: ({ context }) => ({ wish: context.wish }),
        onDone: { target: 'ended', actions: assign({ last: ({ event }) => event.output }) },
        onError: {
          target: 'ended',
          actions: assign({ last: { end: 'waiting', why: 'unknown', afterMs: 60_000 } }),
        },
      },
      on: {
        SAVED: { actions: assign({ again: ({ context }) => context.again ?? 'due' }) },
        REACHED: { actions: assign({ again: ({ context }) => context.again ?? 'due' }) },
        ASKED: { actions: assign({ again: 'all' }) },
        SIGNED_IN: { actions: assign({ again: 'all' }) },
      },
    },
    ended: {
      always: [
        { guard: 'needsSigningIn', target: 'signedOut' },
        { guard: 'wasAskedAgain', target: 'soon', actions: assign({ wish: ({ context }) => context.again ?? 'due' }) },
        { target: 'waiting' },
      ],
    },
    waiting: {
      after: { untilNext: { target: 'running', actions: assign({ wish: 'due' }) } },
      on: {
        SAVED: { guard: 'metNoFault', target: 'soon', actions: assign({ wish: 'due' }) },
        REACHED: { target: 'soon', actions: assign({ wish: 'due' }) },
        ASKED: { target: 'running', actions: assign({ wish: 'all' }) },
        SIGNED_IN: { target: 'running', actions: assign({ wish: 'all' }) },
      },
    },
    soon: {
      after: { aMoment: 'running' },
      on: {
        ASKED: { target: 'running', actions: assign({ wish: 'all' }) },
        SIGNED_IN: { target: 'running', actions: assign({ wish: 'all' }) },
      },
    },
    /** Recording goes on; what is not sent waits. */
    signedOut: {
      on: {
        // Another tab may have signed in.
        REACHED: { target: 'soon', actions: assign({ wish: 'due' }) },
        ASKED: { target: 'running', actions: assign({ wish: 'all' }) },
        SIGNED_IN: { target: 'running', actions: assign({ wish: 'all' }) },
      },
    },
  },
})
