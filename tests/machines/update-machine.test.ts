import { describe, expect, it } from 'vitest'
import { createActor, fromPromise, waitFor } from 'xstate'
import { type TakeOutcome, type UpdateEvent, updateMachine } from '../../src/machines/update-machine.ts'

function anUpdate(...outcomes: (TakeOutcome | 'fault')[]) {
  let taken = 0
  const actor = createActor(
    updateMachine.provide({
      actors: {
        take: fromPromise(async () => {
          const outcome = outcomes[taken++] ?? 'taken'
          if (outcome === 'fault') throw new Error('no locks here')
          return outcome
        }),
      },
    }),
  ).start()
  return {
    tries: () => taken,
    after: async (...events: UpdateEvent['type'][]) => {
      for (const type of events) {
        actor.send({ type })
        await waitFor(actor, (s) => s.value !== 'taking')
      }
      return actor.getSnapshot().value
    },
  }
}

describe('a new edition', () => {
  it('waits until the practitioner takes it', async () => {
    const update = anUpdate()
    expect(await update.after()).toBe('current')
    expect(await update.after('FOUND')).toBe('waiting')
    expect(await update.after('FOUND')).toBe('waiting')
    expect(update.tries()).toBe(0)
    expect(await update.after('TAKE')).toBe('current')
    expect(update.tries()).toBe(1)
  })

  it('cannot be taken before there is one', async () => {
    const update = anUpdate()
    expect(await update.after('TAKE', 'LATER')).toBe('current')
    expect(update.tries()).toBe(0)
  })

  it('can be put off, and taken later or offered again', async () => {
    expect(await anUpdate().after('FOUND', 'LATER')).toBe('putOff')
    expect(await anUpdate().after('FOUND', 'LATER', 'TAKE')).toBe('current')
    expect(await anUpdate().after('FOUND', 'LATER', 'FOUND')).toBe('waiting')
  })

  it.each(['assessment-open', 'fault'] as const)(
    'is held on %s, and can be tried again or put off',
    async (outcome) => {
      const update = anUpdate(outcome, outcome, 'taken')
      expect(await update.after('FOUND', 'TAKE')).toBe('held')
      expect(await update.after('TAKE')).toBe('held')
      expect(await update.after('LATER')).toBe('putOff')
      expect(await update.after('TAKE')).toBe('current')
      expect(update.tries()).toBe(3)
    },
  )

  it('is taken once, however often it is asked for', async () => {
    const update = anUpdate()
    await update.after('FOUND')
    await update.after('TAKE', 'TAKE', 'TAKE')
    expect(update.tries()).toBe(1)
  })

  it('is held until the app supplies how to take it', async () => {
    const actor = createActor(updateMachine).start()
    actor.send({ type: 'FOUND' })
    actor.send({ type: 'TAKE' })
    expect((await waitFor(actor, (s) => s.value !== 'taking')).value).toBe('held')
  })
})
