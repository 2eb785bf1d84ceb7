/** The door to the rest of the guidance, for what is loaded after the first page: a page that loads it waits for all of it. */
export { ACTION_IDEAS, type ActionIdea } from './v1/action-library.ts'
export { ADDED_PARTS, ADDED_QUESTIONS, AWAITING_SIGN_OFF } from './v1/change-log.ts'
export { DEFAULTS, type LocalDefault } from './v1/defaults.ts'
export { packV1 } from './v1/pack.ts'
export { rules } from './v1/rules/all-rules.ts'
export {
  SLEEP_ALCOHOL_AWAITS,
  SLEEP_ALCOHOL_SOURCES,
  SLEEP_ALWAYS,
  SLEEP_MESSAGES,
  SLEEP_SOURCES,
  type SleepAdvice,
  type SleepMessage,
} from './v1/sleep-messages.ts'
export { TOPICS } from './v1/topics.ts'
