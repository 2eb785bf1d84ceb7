import { type Answer, chosen, dateIn, numberIn } from './answer.ts'
import { addDays, dayOf } from './calendar.ts'
import { HOMES } from './subjects.ts'
import type { RecordView } from './view.ts'

/** Why one negative test is no evidence for a claim that somebody does not use. */
export const TEST_DOUBTS = [
  'no-test-named',
  'not-negative',
  'other-person',
  'substance-not-recorded',
  'other-substance',
  'panel',
  'not-supervised',
  'period-not-recorded',
  'window-not-covering',
] as const
export type TestDoubt = (typeof TEST_DOUBTS)[number]

/** Topics of a claim about using or not using. */
const ABOUT_USE = ['K-USE', 'K-PREG']

/** Somebody says that there is, or was, no use. */
export const saysNoUse = (claim: readonly Answer[]): boolean =>
  claim.some((a) => chosen(a, 'polarity').includes('says-no')) &&
  claim.some((a) => chosen(a, 'topic').some((t) => ABOUT_USE.includes(t)))

/**
 * A test counts for "does not use" only if its window covers the whole time of the claim, it was supervised, and it looked
 * for the substance. Where people recorded different things of the claim or of the test, each of them has to hold.
 */
export function testDoubts(view: RecordView, claim: readonly Answer[], finding: Answer): readonly TestDoubt[] {
  if (!saysNoUse(claim)) return []
  const tests = chosen(finding, 'test').flatMap((id) => view.answersFor(HOMES.test, id))
  if (tests.length === 0) return ['no-test-named']
  const found = new Set(tests.flatMap((test) => claim.flatMap((c) => doubtsOf(c, test))))
  return TEST_DOUBTS.filter((doubt) => found.has(doubt))
}

function doubtsOf(claim: Answer, test: Answer): TestDoubt[] {
  const doubts: TestDoubt[] = []
  if (!chosen(test, 'result').includes('negative')) doubts.push('not-negative')
  const [whose, about] = [chosen(test, 'person'), chosen(claim, 'about')]
  if (about.length > 0 && !about.every((id) => whose.includes(id))) doubts.push('other-person')
  const [substance, lookedFor] = [chosen(claim, 'substance')[0], chosen(test, 'substance')[0]]
  if (substance === undefined) doubts.push('substance-not-recorded')
  else if (substance !== lookedFor) doubts.push('other-substance')
  if (!chosen(test, 'panel').includes('yes')) doubts.push('panel')
  if (!chosen(test, 'supervised').includes('yes')) doubts.push('not-supervised')
  const since = dayOf(dateIn(claim, 'since')?.on ?? '')
  if (since === undefined) doubts.push('period-not-recorded')
  else if (!covers(test, since, dayOf(dateIn(claim, 'until')?.on ?? ''))) doubts.push('window-not-covering')
  return doubts
}

function covers(test: Answer, since: string, until: string | undefined): boolean {
  const taken = dayOf(dateIn(test, 'taken-on')?.on ?? '')
  const days = numberIn(test, 'window-days')
  if (taken === undefined || days === undefined) return false
  return addDays(taken, -days) <= since && taken >= (until ?? since)
}
