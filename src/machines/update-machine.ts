import { fromPromise, setup } from 'xstate'

export type UpdateEvent = { type: 'FOUND' } | { type: 'TAKE' } | { type: 'LATER' }

/** Whether the new edition was taken, or an assessment is open in another tab and it has to wait. */
export type TakeOutcome = 'taken' | 'assessment-open'

/** A new edition of Linnet waits until the practitioner takes it, and never enters an open assessment. */
export const updateMachine = setup({
  types: { events: {} as UpdateEvent },
  actors: { take: fromPromise<TakeOutcome>(() => Promise.reject(new Error('supplied by the app'))) },
}).createMachine({
  id: 'update',
  initial: 'current',
  states: {
    current: { on: { FOUND: 'waiting' } },
    waiting: { on: { TAKE: 'taking', LATER: 'putOff' } },
    putOff: { on: { FOUND: 'waiting', TAKE: 'taking' } },
    taking: {
      invoke: {
        src: 'take',
        onDone: [{ guard: ({ event }) => event.output === 'assessment-open', target: 'held' }, { target: 'current' }],
        onError: 'held',
      },
    },
    held: { on: { TAKE: 'taking', LATER: 'putOff' } },
  },
})
