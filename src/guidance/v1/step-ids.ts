/** The steps in the order in which a first contact meets them. */
export const STEP_IDS = [
  'START',
  'ENG',
  'PRE',
  'CHD',
  'CON',
  'CAP',
  'NET',
  'ADV',
  'PRO',
  'SLP',
  'SAF',
  'AGY',
  'TRI',
  'ANA',
  'PLN',
  'REV',
  'SUP',
] as const
export type StepId = (typeof STEP_IDS)[number]
