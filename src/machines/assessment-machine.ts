import { assign, setup } from 'xstate'
import { STEP_IDS, type StepId } from '../guidance/index.ts'
import type { AssessmentFacts } from './assessment-facts.ts'

export interface AssessmentContext {
  facts: AssessmentFacts
  /** Safety prompts that have interrupted already: each interrupts once, and stays on the check screen until answered. */
  interrupted: readonly string[]
}

export interface AssessmentInput {
  facts: AssessmentFacts
  /** Safety prompts that the practitioner carried on from when the assessment was last open. */
  passed: readonly string[]
}

export type AssessmentEvent =
  | { type: 'RECORD_CHANGED'; facts: AssessmentFacts }
  | { type: 'VISIT'; step: StepId }
  | { type: 'CONTINUE' }
  | { type: 'OPEN_TASK_LIST' }
  | { type: 'CHECK_ANSWERS' }
  /** `blockers`: how many things still stand in the way of a sign-off. */
  | { type: 'COMPLETE'; blockers: number }
  | { type: 'REOPEN' }
  | { type: 'CARRY_ON' }

const machine = setup({
  types: { context: {} as AssessmentContext, events: {} as AssessmentEvent, input: {} as AssessmentInput },
  guards: {
    /** True when the step is on the path of this family. */
    isOnPath: ({ context }, { step }: { step: StepId }) => context.facts.path.includes(step),
    /** True when this is the step that was asked for. */
    isAskedFor: ({ event }, { step }: { step: StepId }) => event.type === 'VISIT' && event.step === step,
    /** True when a same-day safety prompt is open that has not interrupted before. */
    hasNewSafetyPrompt: ({ context, event }) =>
      event.type === 'RECORD_CHANGED' && event.facts.urgent.some((u) => !context.interrupted.includes(u)),
    /** True when every safety prompt has been answered. */
    isEveryPromptAnswered: ({ event }) => event.type === 'RECORD_CHANGED' && event.facts.urgent.length === 0,
    /** True when nothing stands in the way of a sign-off. */
    canSignOff: ({ event }) => event.type === 'COMPLETE' && event.blockers === 0,
  },
  actions: {
    takeFacts: assign(({ context, event }) => (event.type === 'RECORD_CHANGED' ? { facts: event.facts } : context)),
    rememberPrompts: assign(({ context, event }) => ({
      interrupted:
        event.type === 'RECORD_CHANGED'
          ? [...new Set([...context.interrupted, ...event.facts.urgent])]
          : context.interrupted,
    })),
  },
})

/** "Continue" goes to the next step on the path, then to the answers. */
const onwardFrom = (step: StepId) => [
  ...STEP_IDS.slice(STEP_IDS.indexOf(step) + 1).map((next) => ({
    guard: { type: 'isOnPath' as const, params: { step: next } },
    target: next,
  })),
  { target: 'checkAnswers' },
]
const step = (id: StepId) => ({ on: { CONTINUE: onwardFrom(id) } })

/** The compiler refuses a step without a state and a state without a step. */
const steps = {
  START: step('START'),
  ENG: step('ENG'),
  PRE: step('PRE'),
  CHD: step('CHD'),
  CON: step('CON'),
  CAP: step('CAP'),
  NET: step('NET'),
  ADV: step('ADV'),
  PRO: step('PRO'),
  SLP: step('SLP'),
  SAF: step('SAF'),
  AGY: step('AGY'),
  TRI: step('TRI'),
  ANA: step('ANA'),
  PLN: step('PLN'),
  REV: step('REV'),
  SUP: step('SUP'),
} satisfies Record<StepId, unknown>

/**
 * One state per step of the guidance. A conversation is not linear: any step can be visited from any place; "Continue"
 * follows relevance. A safety prompt interrupts from everywhere and returns to the same place.
 */
export const assessmentMachine = machine.createMachine({
  id: 'assessment',
  context: ({ input }) => ({ facts: input.facts, interrupted: input.passed }),
  initial: 'open',
  states: {
    open: {
      initial: 'taskList',
      on: {
        RECORD_CHANGED: [
          { guard: 'hasNewSafetyPrompt', target: 'interruption', actions: ['takeFacts', 'rememberPrompts'] },
          { actions: 'takeFacts' },
        ],
        VISIT: STEP_IDS.map((id) => ({
          guard: { type: 'isAskedFor' as const, params: { step: id } },
          target: `.${id}` as const,
        })),
        OPEN_TASK_LIST: '.taskList',
        CHECK_ANSWERS: '.checkAnswers',
      },
      states: {
        taskList: {},
        ...steps,
        checkAnswers: { on: { COMPLETE: { guard: 'canSignOff', target: 'completed' } } },
        completed: { on: { REOPEN: 'taskList' } },
        lastPlace: { type: 'history' },
      },
    },
    interruption: {
      on: {
        RECORD_CHANGED: [
          { guard: 'isEveryPromptAnswered', target: 'open.lastPlace', actions: 'takeFacts' },
          { actions: ['takeFacts', 'rememberPrompts'] },
        ],
        CARRY_ON: 'open.lastPlace',
      },
    },
  },
})
