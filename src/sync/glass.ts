import type { FollowedAssessment } from './sync-store.ts'

type Glass = Pick<FollowedAssessment, 'glassAt' | 'glassUntil'>

/**
 * True while a glass that was broken on this device lets its user read, by this device's clock in milliseconds. A clock that
 * stands before the breaking was put back.
 */
export const isGlassOpen = ({ glassAt, glassUntil }: Glass, now: number): boolean =>
  glassAt !== null && glassUntil !== null && glassAt <= now && now < glassUntil

/** True when its screens are closed and its name is shown nowhere: it is not shared with this person, and no glass is open. */
export const isClosed = (followed: Pick<FollowedAssessment, 'standing'> & Glass, now: number): boolean =>
  followed.standing === 'hidden' && !isGlassOpen(followed, now)
