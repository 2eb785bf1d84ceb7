import { chosen } from './answer.ts'
import type { NetworkChild, NetworkPerson } from './network-person.ts'
import { type ChildTie, type Couple, isParent, parentsOf } from './network-ties.ts'
import { HOMES, WHOLE } from './subjects.ts'
import type { RecordView } from './view.ts'

/** A row that must be there, with "not known" at least, and is not. */
export interface MissingRow {
  what:
    | 'child'
    | 'parent'
    | 'both-parents'
    | 'child-elsewhere'
    | 'relation'
    | 'residence'
    | 'care'
    | 'partner-asked'
    | 'partner-before-asked'
    | 'partner'
    | 'partner-before'
  /** The person or the child that it is about; `-` for the family. */
  subject: string
  /** Where it can be recorded. */
  question: string
}

interface Known {
  people: readonly NetworkPerson[]
  children: readonly NetworkChild[]
  childTies: readonly ChildTie[]
  couples: readonly Couple[]
}

/**
 * Each child, each parent, each current and last former partner, and anyone who has a child overnight. An honest blank
 * ("not known") counts as recorded. Nothing here is a judgement of the family.
 */
export function missingIn(view: RecordView, known: Known): readonly MissingRow[] {
  const { children, people, childTies } = known
  const asked = (question: string, subject: string) => view.standing(question, subject).length > 0
  const childMissing: MissingRow[] =
    children.length === 0 && !asked(HOMES.child, WHOLE)
      ? [{ what: 'child', subject: WHOLE, question: HOMES.child }]
      : children.flatMap(rowsOfChild)
  return [...childMissing, ...people.flatMap(rowsOfPerson)]

  function rowsOfChild(child: NetworkChild): MissingRow[] {
    const parents = parentsOf(child.id, childTies).length
    const elsewhere = child.lives.includes('relative') || child.lives.includes('other-parent')
    const withWhom = view.answersFor('CHD-02', child.id).some((a) => chosen(a, 'with').length > 0)
    return [
      ...(parents < 2
        ? [
            {
              what: parents === 0 ? ('both-parents' as const) : ('parent' as const),
              subject: child.id,
              question: HOMES.person,
            },
          ]
        : []),
      ...(elsewhere && !withWhom ? [{ what: 'child-elsewhere' as const, subject: child.id, question: 'CHD-02' }] : []),
    ]
  }

  function rowsOfPerson(p: NetworkPerson): MissingRow[] {
    const row = (what: MissingRow['what'], question: string): MissingRow => ({ what, subject: p.id, question })
    const isAdult = p.parts.includes('subject') || p.parts.includes('carer')
    const hasTie = childTies.some((t) => t.person === p.id && t.relations.length > 0)
    const rows = [
      ...(!hasTie && !asked('NET-02', p.id) && !asked('NET-17', p.id) ? [row('relation', 'NET-02')] : []),
      ...(p.residence.length === 0 && !asked('NET-03', p.id) ? [row('residence', 'NET-03')] : []),
      ...(isAdult && p.care.length === 0 && !asked('NET-04', p.id) ? [row('care', 'NET-04')] : []),
    ]
    return isParent(p, childTies) ? [...rows, ...partnerRows(p, row)] : rows
  }

  function partnerRows(p: NetworkPerson, row: (what: MissingRow['what'], question: string) => MissingRow) {
    const own = known.couples.filter((c) => c.pair.includes(p.id))
    const hasNow = own.some((c) => c.kinds.includes('partner') || c.kinds.includes('on-and-off'))
    const hasBefore = own.some((c) => c.kinds.includes('former-partner'))
    const said = view.standing('NET-19', p.id)
    const isOpen = said.some((a) => 'blank' in a.value)
    const holds = (part: string, ...options: string[]) =>
      said.some((a) => chosen(a, part).some((o) => options.includes(o)))
    const answered = (part: string) => isOpen || said.some((a) => chosen(a, part).length > 0)
    return [
      ...(!hasNow && !answered('now') ? [row('partner-asked', 'NET-19')] : []),
      ...(!hasNow && holds('now', 'yes', 'on-and-off') ? [row('partner', HOMES.person)] : []),
      ...(!hasBefore && !answered('before') ? [row('partner-before-asked', 'NET-19')] : []),
      ...(!hasBefore && holds('before', 'yes') ? [row('partner-before', HOMES.person)] : []),
    ]
  }
}
