import { type Answer, cell, chosen } from './answer.ts'
import { adultOf, substanceOf } from './subjects.ts'
import type { RecordView } from './view.ts'

/** Why a plan cannot yet rest on the adult whom it names, with the answers that say so. */
export interface Doubt {
  kind: 'not-confirmed' | 'absent' | 'affected'
  /** Left out where the plan names nobody. */
  person?: string
  because: readonly Answer[]
}

/**
 * What speaks against an adult named in a plan: they have not said yes, they are not here, or they use or take something
 * too. Nothing recorded is no doubt, and no confirmation either.
 */
export function doubtsAbout(view: RecordView, plan: Answer, part: string): readonly Doubt[] {
  const unaware: Doubt[] = chosen(plan, 'confirmed').some((c) => c === 'no' || c === 'not-asked')
    ? [{ kind: 'not-confirmed', because: [plan] }]
    : []
  return [...unaware, ...chosen(plan, part).flatMap((person) => doubtsOf(view, person))]
}

function doubtsOf(view: RecordView, person: string): readonly Doubt[] {
  const away = view.answersFor('NET-03', person).filter((a) => holds(a, 'tie', AWAY))
  const use = [
    ...view.answersFor('NET-05', person).filter((a) => holds(a, 'use', USES)),
    ...view
      .answers('CON-01')
      .filter(
        (a) => adultOf(a.subject) === person && substanceOf(a.subject) !== 'tobacco' && holds(a, 'status', ['now']),
      ),
    ...view
      .answersFor('SLP-05', person)
      .filter((a) => AFFECTED_AT_NIGHT.some((row) => cell(a, 'factors', row) === 'yes')),
  ]
  return [
    ...(away.length > 0 ? [{ kind: 'absent' as const, person, because: away }] : []),
    ...(use.length > 0 ? [{ kind: 'affected' as const, person, because: use }] : []),
  ]
}

const AWAY = ['does-not-come', 'used-to-live', 'should-not-come', 'away']
const USES = ['current', 'current-problem']
/** Smoking makes a shared bed dangerous, but not an adult unfit to watch. */
const AFFECTED_AT_NIGHT = ['alcohol-evening', 'drugs', 'sedating']

const holds = (a: Answer, part: string, options: readonly string[]): boolean =>
  chosen(a, part).some((o) => options.includes(o))
