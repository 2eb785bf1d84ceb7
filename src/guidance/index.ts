/** The way into the guidance for the first page and all others; the rest is behind `whole.ts`. */
export { openingPack } from './v1/opening-pack.ts'
export type { Requirement } from './v1/requirements/requirement.ts'
export type { Source } from './v1/sources.ts'
export { STEP_IDS, type StepId } from './v1/step-ids.ts'
export { SUBSTANCES } from './v1/substances.ts'

/** Requirements and the documents they come from; loaded when somebody asks for the source of a question. */
export const loadSources = () => import('./v1/requirements.ts')

/** The whole pack and its rules; the first step can be worked with before they are there. */
export const loadGuidance = () => import('./v1/whole-guidance.ts')
