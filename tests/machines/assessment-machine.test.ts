import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createActor } from 'xstate'
import { getShortestPaths } from 'xstate/graph'
import { STEP_IDS, type StepId } from '../../src/guidance/v1/step-ids.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import type { AssessmentFacts } from '../../src/machines/assessment-facts.ts'
import { type AssessmentEvent, assessmentMachine } from '../../src/machines/assessment-machine.ts'
import { assessmentDiagramDocument } from '../../src/machines/diagram-document.ts'

const facts = (over: Partial<AssessmentFacts> = {}): AssessmentFacts => ({
  path: STEP_IDS,
  urgent: [],
  ...over,
})
const started = (over: Partial<AssessmentFacts> = {}) =>
  createActor(assessmentMachine, { input: { facts: facts(over), passed: [] } }).start()
const placeOf = (actor: ReturnType<typeof started>) => actor.getSnapshot().value

describe('the assessment chart', () => {
  it('has one state per step of the guidance', () => {
    const states = Object.keys(assessmentMachine.root.states.open?.states ?? {})
    expect(states.filter((s) => (STEP_IDS as readonly string[]).includes(s))).toEqual([...STEP_IDS])
    expect(states.filter((s) => !(STEP_IDS as readonly string[]).includes(s))).toEqual([
      'taskList',
      'checkAnswers',
      'completed',
      'lastPlace',
    ])
  })

  it('has the steps of the guidance pack, in its order', () => {
    expect(packV1.steps.map((s) => s.id)).toEqual([...STEP_IDS])
  })

  it('can reach every step, the answers, the end and the interruption', () => {
    const events: AssessmentEvent[] = [
      ...STEP_IDS.map((step): AssessmentEvent => ({ type: 'VISIT', step })),
      { type: 'CONTINUE' },
      { type: 'CHECK_ANSWERS' },
      { type: 'COMPLETE', blockers: 0 },
      { type: 'OPEN_TASK_LIST' },
      { type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) },
      { type: 'CARRY_ON' },
    ]
    const paths = getShortestPaths(assessmentMachine, {
      input: { facts: facts(), passed: [] },
      events: () => events,
      serializeState: (s) => JSON.stringify([s.value, s.context.interrupted]),
    })
    const reached = new Set(paths.map((p) => (typeof p.state.value === 'string' ? p.state.value : p.state.value.open)))
    expect(reached).toEqual(new Set([...STEP_IDS, 'taskList', 'checkAnswers', 'completed', 'interruption']))
  })

  it.each(STEP_IDS)('goes on from %s to the next step that is on the path', (id) => {
    const path: StepId[] = ['START', 'CON', 'SLP', 'PLN']
    const actor = started({ path })
    actor.send({ type: 'VISIT', step: id })
    actor.send({ type: 'CONTINUE' })
    const next = path.find((p) => STEP_IDS.indexOf(p) > STEP_IDS.indexOf(id)) ?? 'checkAnswers'
    expect(placeOf(actor)).toEqual({ open: next })
  })

  it('interrupts once for a safety prompt, wherever one is, and returns to the same place', () => {
    const actor = started()
    actor.send({ type: 'VISIT', step: 'SLP' })
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) })
    expect(placeOf(actor)).toBe('interruption')
    actor.send({ type: 'CARRY_ON' })
    expect(placeOf(actor)).toEqual({ open: 'SLP' })
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) })
    expect(placeOf(actor)).toEqual({ open: 'SLP' })
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-', 'SP-07|-'] }) })
    expect(placeOf(actor)).toBe('interruption')
  })

  it.each<[string, readonly AssessmentEvent[]]>([
    ...STEP_IDS.map((step) => [step, [{ type: 'VISIT', step }]] as [string, AssessmentEvent[]]),
    ['taskList', [{ type: 'VISIT', step: 'SAF' }, { type: 'OPEN_TASK_LIST' }]],
    ['checkAnswers', [{ type: 'CHECK_ANSWERS' }]],
    ['completed', [{ type: 'CHECK_ANSWERS' }, { type: 'COMPLETE', blockers: 0 }]],
  ])('returns from an interruption to %s, and nowhere else before somebody carries on', (place, way) => {
    const actor = started()
    for (const event of way) actor.send(event)
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) })
    const elsewhere: AssessmentEvent[] = [
      { type: 'VISIT', step: 'PLN' },
      { type: 'CONTINUE' },
      { type: 'OPEN_TASK_LIST' },
      { type: 'CHECK_ANSWERS' },
      { type: 'COMPLETE', blockers: 0 },
    ]
    for (const event of elsewhere) actor.send(event)
    expect(placeOf(actor)).toBe('interruption')
    actor.send({ type: 'CARRY_ON' })
    expect(placeOf(actor)).toEqual({ open: place })
  })

  it('stays interrupted while one of two prompts is open, and shows a third without interrupting twice', () => {
    const actor = started()
    const urgent = (...of: string[]) => actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: of }) })
    urgent('SP-05|-', 'SP-07|-')
    urgent('SP-07|-')
    expect(placeOf(actor)).toBe('interruption')
    urgent('SP-07|-', 'SP-08|kim')
    expect(actor.getSnapshot().context.facts.urgent).toEqual(['SP-07|-', 'SP-08|kim'])
    actor.send({ type: 'CARRY_ON' })
    urgent('SP-07|-', 'SP-08|kim')
    expect(placeOf(actor)).toEqual({ open: 'taskList' })
    urgent('SP-08|lee')
    expect(placeOf(actor)).toBe('interruption')
  })

  it('interrupts for what nobody has answered when the assessment is opened, known at once or a moment later', () => {
    for (const atFirst of [['SP-05|-'], []]) {
      const actor = started({ urgent: atFirst })
      actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) })
      expect(placeOf(actor)).toBe('interruption')
    }
  })

  it('does not interrupt again for what the practitioner carried on from when it was last open', () => {
    const input = { facts: facts(), passed: ['SP-05|-'] }
    const actor = createActor(assessmentMachine, { input }).start()
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-'] }) })
    expect(placeOf(actor)).toEqual({ open: 'taskList' })
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-05|-', 'SP-07|-'] }) })
    expect(placeOf(actor)).toBe('interruption')
  })

  it('lets any step be visited that is not on the path', () => {
    const actor = started({ path: ['START'] })
    actor.send({ type: 'VISIT', step: 'SUP' })
    expect(placeOf(actor)).toEqual({ open: 'SUP' })
  })

  it('goes back to the task list when a completed assessment is opened again', () => {
    const actor = started()
    actor.send({ type: 'CHECK_ANSWERS' })
    actor.send({ type: 'COMPLETE', blockers: 0 })
    actor.send({ type: 'REOPEN' })
    expect(placeOf(actor)).toEqual({ open: 'taskList' })
  })

  it('keeps its context as plain JSON', () => {
    const actor = started({ urgent: ['SP-05|-'] })
    const { context } = actor.getSnapshot()
    expect(JSON.parse(JSON.stringify(context))).toEqual(context)
  })

  it('returns by itself when every prompt has been answered', () => {
    const actor = started()
    actor.send({ type: 'VISIT', step: 'SAF' })
    actor.send({ type: 'RECORD_CHANGED', facts: facts({ urgent: ['SP-07|-'] }) })
    actor.send({ type: 'RECORD_CHANGED', facts: facts() })
    expect(placeOf(actor)).toEqual({ open: 'SAF' })
  })

  it('does not complete while anything stands in the way', () => {
    const actor = started()
    actor.send({ type: 'CHECK_ANSWERS' })
    actor.send({ type: 'COMPLETE', blockers: 2 })
    expect(placeOf(actor)).toEqual({ open: 'checkAnswers' })
    actor.send({ type: 'COMPLETE', blockers: 0 })
    expect(placeOf(actor)).toEqual({ open: 'completed' })
  })

  it('is drawn in the docs as it is', () => {
    expect(readFileSync('docs/assessment-machine.md', 'utf8')).toBe(assessmentDiagramDocument())
  })
})
