import { beforeEach, describe, expect, test } from 'vitest'
import { createActor, fromPromise, SimulatedClock } from 'xstate'
import { A_MOMENT, type RoundOutcome, syncMachine, type Wish } from '../../src/machines/sync-machine.ts'

const DONE: RoundOutcome = { end: 'done', why: null, afterMs: 300_000 }
const OFFLINE: RoundOutcome = { end: 'waiting', why: 'no-answer', afterMs: 4000 }
const SIGNED_OUT: RoundOutcome = { end: 'signed-out', why: 'signed-out', afterMs: null }

let rounds: Wish[]
let finish: (outcome: RoundOutcome | Error) => Promise<void>
let clock: SimulatedClock
let actor: ReturnType<typeof start>
function start() {
  return createActor(
    syncMachine.provide({
      actors: {
        round: fromPromise<RoundOutcome, { wish: Wish }>(({ input }) => {
          rounds.push(input.wish)
          return new Promise((resolve, reject) => {
            finish = async (outcome) => {
              if (outcome instanceof Error) reject(outcome)
              else resolve(outcome)
              for (let n = 0; n < 10; n++) await Promise.resolve()
            }
          })
        }),
      },
    }),
    { clock },
  ).start()
}
beforeEach(() => {
  rounds = []
  clock = new SimulatedClock()
  actor = start()
})
const state = () => actor.getSnapshot().value

describe('when to send and pull', () => {
  test('is never, before this tab leads for a connected vault', () => {
    for (const type of ['SAVED', 'REACHED', 'ASKED', 'SIGNED_IN'] as const) actor.send({ type })
    clock.increment(10_000_000)
    expect([state(), rounds]).toEqual(['off', []])
  })

  test('is at once when it leads, with all that was held back, and then when the next is due', async () => {
    actor.send({ type: 'LEAD' })
    await finish(DONE)
    expect([state(), rounds]).toEqual(['waiting', ['all']])
    clock.increment(299_999)
    expect(rounds).toEqual(['all'])
    clock.increment(1)
    expect(rounds).toEqual(['all', 'due'])
  })

  test('is a moment after something was saved', async () => {
    actor.send({ type: 'LEAD' })
    await finish(DONE)
    actor.send({ type: 'SAVED' })
    actor.send({ type: 'SAVED' })
    clock.increment(A_MOMENT)
    expect(rounds).toEqual(['all', 'due'])
  })

  test('is not brought forward by saving while a fault lasts, but by the network that is back', async () => {
    actor.send({ type: 'LEAD' })
    await finish(OFFLINE)
    actor.send({ type: 'SAVED' })
    clock.increment(3999)
    expect(rounds).toEqual(['all'])
    actor.send({ type: 'REACHED' })
    clock.increment(A_MOMENT)
    expect(rounds).toEqual(['all', 'due'])
  })

  test('is at once when the user asks', async () => {
    actor.send({ type: 'LEAD' })
    await finish(OFFLINE)
    actor.send({ type: 'ASKED' })
    expect(rounds).toEqual(['all', 'all'])
  })

  test('is once more after a round during which something was saved', async () => {
    actor.send({ type: 'LEAD' })
    actor.send({ type: 'SAVED' })
    await finish(DONE)
    expect(state()).toBe('soon')
    clock.increment(A_MOMENT)
    expect(rounds).toEqual(['all', 'due'])
    await finish(DONE)
    expect(state()).toBe('waiting')
  })

  test('is only after signing in, once nobody is signed in', async () => {
    actor.send({ type: 'LEAD' })
    actor.send({ type: 'SAVED' })
    await finish(SIGNED_OUT)
    actor.send({ type: 'SAVED' })
    clock.increment(10_000_000)
    expect([state(), rounds]).toEqual(['signedOut', ['all']])
    actor.send({ type: 'SIGNED_IN' })
    expect(rounds).toEqual(['all', 'all'])
  })

  test('looks again when the app comes to the front: another tab may have signed in', async () => {
    actor.send({ type: 'LEAD' })
    await finish(SIGNED_OUT)
    actor.send({ type: 'REACHED' })
    clock.increment(A_MOMENT)
    expect([state(), rounds]).toEqual(['running', ['all', 'due']])
  })

  test('goes on after a fault of Linnet’s own', async () => {
    actor.send({ type: 'LEAD' })
    await finish(new Error('a bug'))
    expect(state()).toBe('waiting')
    clock.increment(60_000)
    expect(rounds).toEqual(['all', 'due'])
  })

  test('is never again once it steps back', async () => {
    actor.send({ type: 'LEAD' })
    await finish(DONE)
    actor.send({ type: 'STEP_BACK' })
    clock.increment(10_000_000)
    expect([state(), rounds]).toEqual(['off', ['all']])
  })
})
