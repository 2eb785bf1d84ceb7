import { type Answer, chosen, textIn } from '../../../domain/answer.ts'
import { HOMES } from '../../../domain/subjects.ts'
import { parentOf, type RecordView } from '../../../domain/view.ts'
import { has, saying, sayingOf } from './facts.ts'

const CAME = ['moved-in', 'started-staying', 'came-back']
const LEFT = ['moved-out', 'stopped-coming']

/** Changes at home by which somebody came, of whom none tells that they left. */
export function arrivals(view: RecordView): Answer[] {
  const told = view.items('NET-10')
  const who = (a: Answer) => [...chosen(a, 'listed'), textIn(a, 'person').toLowerCase()].filter(Boolean)
  const gone = new Set(told.filter((a) => has(a, 'change', ...LEFT)).flatMap(who))
  return told.filter((a) => has(a, 'change', ...CAME) && !who(a).some((w) => gone.has(w)))
}

/** What this person is to the children: for the family as a whole, or to one child. */
export const relatedAs = (view: RecordView, person: string, ...relations: readonly string[]): Answer[] => [
  ...sayingOf(view, 'NET-02', person, 'relation', ...relations),
  ...view.items('NET-17', person).filter((a) => has(a, 'relation', ...relations)),
]

/** Ties between two people in which this person is at either end. */
export const tiesOf = (view: RecordView, person: string, ...kinds: readonly string[]): Answer[] =>
  saying(view, 'NET-18', 'kind', ...kinds).filter(
    (a) => parentOf(a.subject) === person || chosen(a, 'other').includes(person),
  )

export interface EndedTie {
  person: string
  said: Answer
  shown: Answer[]
}

/** Former partners who are seen, recorded or named here though no visits are told of, or who others call a partner still. */
export function endedInDoubt(view: RecordView): EndedTie[] {
  return saying(view, 'NET-18', 'kind', 'former-partner').flatMap((said) => {
    const ends = [parentOf(said.subject), ...chosen(said, 'other')]
    return ends
      .filter((p) => !view.answersFor(HOMES.person, p).some((a) => has(a, 'part', 'subject')))
      .map((person) => {
        const tellsOfVisits = sayingOf(view, 'NET-03', person, 'tie', 'lives', 'stays', 'visits').length > 0
        const comes = tellsOfVisits
          ? []
          : sayingOf(view, 'NET-03', person, 'evidence', 'seen-here', 'in-record', 'child-named')
        const others = new Set(ends.filter((e) => e !== person))
        const still = tiesOf(view, person, 'partner', 'on-and-off').filter((a) =>
          [parentOf(a.subject), ...chosen(a, 'other')].some((e) => others.has(e)),
        )
        return { person, said, shown: [...comes, ...still] }
      })
      .filter(({ shown }) => shown.length > 0)
  })
}

/** Checks on this person with a service of this kind, where something is known. */
export const knownBy = (view: RecordView, person: string, agency: string): Answer[] =>
  view.items('NET-08', person).filter((a) => has(a, 'agency', agency) && has(a, 'outcome', 'something-known'))

const RELATIVES = ['grandparent', 'sibling', 'other-relative']

/** People who are related to a child otherwise than as a parent. */
export const relatives = (view: RecordView): string[] => [
  ...new Set([
    ...saying(view, 'NET-02', 'relation', ...RELATIVES).map((a) => a.subject),
    ...saying(view, 'NET-17', 'relation', ...RELATIVES).map((a) => parentOf(a.subject)),
  ]),
]

/** Strain with people who are relatives of a child. */
export function strainedRelatives(view: RecordView): Answer[] {
  const all = new Set(relatives(view))
  return saying(view, 'NET-13', 'tie', 'stressful').filter((a) => chosen(a, 'person').some((p) => all.has(p)))
}
