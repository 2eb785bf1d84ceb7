import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { type Place, pathTo, placeIn, placeOf } from '../../src/app/places.ts'
import { STEP_IDS } from '../../src/guidance/v1/step-ids.ts'
import { assessmentMachine } from '../../src/machines/assessment-machine.ts'

const PLACES: readonly Place[] = ['tasks', 'check', 'finished', 'now', 'export', ...STEP_IDS]

describe('the address of a place', () => {
  it.each(PLACES)('leads back to %s', (place) => {
    const path = pathTo('a1', place)
    expect(path.startsWith('/a/a1')).toBe(true)
    expect(placeIn(path.slice('/a/a1'.length))).toBe(place)
  })

  it.each(['', '/', '//', '/gone', '/start', '/START-04', '/constructor', '/__proto__', '/%2e%2e'])(
    'is the task list for %j',
    (rest) => {
      expect(placeIn(rest)).toBe('tasks')
    },
  )

  it('does not look beyond the first word', () => {
    expect(placeIn('/SAF/anything')).toBe('SAF')
  })
})

describe('the place that a state of the chart stands for', () => {
  const facts = { path: STEP_IDS, urgent: [] }
  const chart = () => createActor(assessmentMachine, { input: { facts, passed: [] } }).start()

  it.each(STEP_IDS)('is the step itself: %s', (step) => {
    const actor = chart()
    actor.send({ type: 'VISIT', step })
    expect(placeOf(actor.getSnapshot().value)).toBe(step)
  })

  it('has a name for every other state', () => {
    const actor = chart()
    const seen = [placeOf(actor.getSnapshot().value)]
    actor.send({ type: 'CHECK_ANSWERS' })
    seen.push(placeOf(actor.getSnapshot().value))
    actor.send({ type: 'COMPLETE', blockers: 0 })
    seen.push(placeOf(actor.getSnapshot().value))
    actor.send({ type: 'RECORD_CHANGED', facts: { ...facts, urgent: ['SP-01|-'] } })
    seen.push(placeOf(actor.getSnapshot().value))
    expect(seen).toEqual(['tasks', 'check', 'finished', 'now'])
  })

  it.each([undefined, null, 'gone', {}, { open: 'gone' }, { open: { deep: 'SAF' } }])(
    'is the task list for %j',
    (value) => {
      expect(placeOf(value)).toBe('tasks')
    },
  )
})
