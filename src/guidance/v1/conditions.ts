import { all, answered, answeredAnywhere, any, type Condition } from '../../domain/condition.ts'

/** This adult is pregnant. */
export const pregnant = answered('PRE-01', 'status', 'pregnant')

/** There is a pregnancy in the family, whoever carries it. */
export const anyonePregnant = any(answeredAnywhere('PRE-01', 'status', 'pregnant', 'partner-pregnant'), {
  k: 'unborn',
  anywhere: true,
})

/** Anybody has used anything, now or in the past. */
export const anyUse = answeredAnywhere('CON-01', 'status', 'now', 'last-12-months', 'longer-ago')
/** Anybody used anything in the last 28 days. */
export const currentUse = answeredAnywhere('CON-01', 'status', 'now')
/** Anybody used anything in the last 12 months. */
export const useIn12Months = answeredAnywhere('CON-01', 'status', 'now', 'last-12-months')

/**
 * About one use, these look at that use only. About an adult, or an adult and a child, they look at every use of that
 * adult and at nobody else's.
 */
export const thisUseNow = answered('CON-01', 'status', 'now')
export const thisUse12Months = answered('CON-01', 'status', 'now', 'last-12-months')
/** Used before, not in the last 28 days. */
export const thisUsePast = answered('CON-01', 'status', 'last-12-months', 'longer-ago')
export const thisUseEver = answered('CON-01', 'status', 'now', 'last-12-months', 'longer-ago')
export const adultUsesNow = thisUseNow
export const adultUsedIn12Months = thisUse12Months
/** This adult has used something, now or in the past. */
export const adultUses = thisUseEver

/** This child is born; about an adult or the family, any child is. */
export const childBorn: Condition = { k: 'age', minMonths: 0 }
export const anyChildBorn: Condition = { k: 'age', minMonths: 0, anywhere: true }
/** Has reached this age. A born child whose age is not known is taken to fit. */
export const childOver = (months: number): Condition => ({ k: 'age', minMonths: months })
export const anyChildOver = (months: number): Condition => ({ k: 'age', minMonths: months, anywhere: true })
/** Born, and has not reached this age yet. A born child whose age is not known is taken to fit. */
export const childUnder = (months: number): Condition => ({ k: 'age', maxMonths: months - 1 })
export const anyChildUnder = (months: number): Condition => ({ k: 'age', maxMonths: months - 1, anywhere: true })
export const unborn: Condition = { k: 'unborn' }

const birthIsNear: Condition = { k: 'weeks', min: 28 }
/** This child is a baby under 12 months, or unborn from 28 weeks. */
export const babyOrNearBirth = any(all(unborn, birthIsNear), childUnder(12))
/** The same for anybody's baby. */
export const anyBabyOrNearBirth = any(birthIsNear, anyChildUnder(12))

/** The contact that is open is a visit to the home. */
export const homeVisit = answered('START-02', 'kind', 'planned-home-visit', 'unplanned-home-visit')
/** Some contact of this assessment was a visit to the home. */
export const anyHomeVisit = answeredAnywhere('START-02', 'kind', 'planned-home-visit', 'unplanned-home-visit')
export const laterContact: Condition = { k: 'later-contact' }
