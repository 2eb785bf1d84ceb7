import type { AssessmentRecord } from './record.ts'

/**
 * The id of an assessment about an invented family says so, so that no list, page, export or sender can take it for a real
 * one, on whatever device it is.
 */
export const inventedAssessment = (random: string): string => `${MARK}${random}`

/** True when nobody in this assessment exists: it stays where it is, and is never sent. */
export const isInvented = (assessment: string): boolean => assessment.startsWith(MARK)

export const isInventedRecord = ({ entries }: AssessmentRecord): boolean =>
  entries.some((e) => isInvented(e.assessment))

const MARK = 'invented-'
