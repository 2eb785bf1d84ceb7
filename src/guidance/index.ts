/** The only way into the guidance from the rest of the program. */
export { ACTION_IDEAS, type ActionIdea } from './v1/action-library.ts'
export { ADDED_PARTS, ADDED_QUESTIONS, AWAITING_SIGN_OFF } from './v1/change-log.ts'
export { DEFAULTS, type LocalDefault } from './v1/defaults.ts'
export { openingPack } from './v1/opening-pack.ts'
export { packV1 } from './v1/pack.ts'
export type { Requirement } from './v1/requirements/requirement.ts'
export { rules } from './v1/rules/all-rules.ts'
export {
  BASES_AWAIT,
  BASES_IN_LAW,
  type LawfulBasisWords,
  PURPOSES,
  SHARING_REQUIREMENTS,
  type SharingPurposeWords,
} from './v1/sharing-grounds.ts'
export {
  SLEEP_ALCOHOL_AWAITS,
  SLEEP_ALCOHOL_SOURCES,
  SLEEP_ALWAYS,
  SLEEP_MESSAGES,
  SLEEP_SOURCES,
  type SleepAdvice,
  type SleepMessage,
} from './v1/sleep-messages.ts'
export type { Source } from './v1/sources.ts'
export { STEP_IDS, type StepId } from './v1/step-ids.ts'
export { SUBSTANCES } from './v1/substances.ts'
export { TOPICS } from './v1/topics.ts'

/** Requirements and the documents they come from; loaded when somebody asks for the source of a question. */
export const loadSources = () => import('./v1/requirements.ts')

/** The whole pack and its rules; the first step can be worked with before they are there. */
export const loadGuidance = () => import('./v1/whole-guidance.ts')
