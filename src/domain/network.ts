import { type MissingRow, missingIn } from './network-missing.ts'
import { childrenIn, type NetworkChild, type NetworkPerson, peopleIn } from './network-person.ts'
import {
  type ChildTie,
  type Couple,
  childTiesIn,
  couplesIn,
  type ParentTie,
  parentTiesIn,
  type Support,
  supportsIn,
} from './network-ties.ts'
import { oncePerView } from './once-per-view.ts'

/** The people around the children as the record has them, with every account that stands. */
export interface Network {
  children: readonly NetworkChild[]
  people: readonly NetworkPerson[]
  childTies: readonly ChildTie[]
  couples: readonly Couple[]
  parentTies: readonly ParentTie[]
  supports: readonly Support[]
  /** Subject ids of the services that know the family. */
  services: readonly string[]
  missing: readonly MissingRow[]
}

/** The network in a view: the same record gives the same network, in whatever order its entries came. */
export const networkOf = oncePerView((view): Network => {
  const [people, children] = [peopleIn(view), childrenIn(view)]
  const childTies = childTiesIn(view, people, children)
  const couples = couplesIn(view, people, childTies)
  return {
    children,
    people,
    childTies,
    couples,
    parentTies: parentTiesIn(view, people),
    supports: supportsIn(view, people),
    services: view.subjects('service').map((s) => s.id),
    missing: missingIn(view, { children, people, childTies, couples }),
  }
})
