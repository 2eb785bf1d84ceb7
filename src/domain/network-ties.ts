import { type Answer, chosen, type DateValue, dateIn, textIn } from './answer.ts'
import { type NetworkChild, type NetworkPerson, optionsIn } from './network-person.ts'
import type { RecordView } from './view.ts'

/** What one person is to one child; several relations where people recorded different things. */
export interface ChildTie {
  person: string
  child: string
  relations: readonly string[]
  /** yes, no, not-known; several where people recorded different things. */
  responsibility: readonly string[]
  /** Recorded for the family as a whole, and not for this child. */
  isGeneral: boolean
}

export type PartnerKind = 'partner' | 'on-and-off' | 'former-partner'

/** Two people who are or were partners, or who are both parents of a child; the first id is the smaller. */
export interface Couple {
  pair: readonly [string, string]
  /** What was recorded of them; none where they are only known to be parents of the same child. */
  kinds: readonly PartnerKind[]
  ended?: DateValue
  /** The id of whoever ended it, `both` or `not-known`; each that was recorded. */
  endedBy: readonly string[]
}

/** A grown-up parent of another person on the list. */
export interface ParentTie {
  parent: string
  child: string
}

export type Quality = 'strong' | 'weak' | 'stressful'
export interface Support {
  /** Ids of people and services, or `free:` and the subject of what stands in words alone. */
  ends: readonly [string, string]
  qualities: readonly Quality[]
  /** Help goes from the second end to the first, the other way, or both. */
  helps: readonly ('to-first' | 'to-second' | 'both')[]
  words: string
}

/** The home as one end of a tie. */
export const HOME = 'home'
export const PARTNER_KINDS: readonly PartnerKind[] = ['partner', 'on-and-off', 'former-partner']
const OF_A_PARENT: Readonly<Record<string, PartnerKind>> = {
  'partner-of-parent': 'partner',
  'former-partner': 'former-partner',
}

export function childTiesIn(
  view: RecordView,
  people: readonly NetworkPerson[],
  children: readonly NetworkChild[],
): readonly ChildTie[] {
  const unborn = children.filter((c) => c.isUnborn)
  const pregnant = view.answers('PRE-01').filter((a) => chosen(a, 'status').includes('pregnant'))
  return people.flatMap((p) => {
    const lines = view.items('NET-17', p.id)
    return children.flatMap((c): ChildTie[] => {
      const own = lines.filter((a) => chosen(a, 'child').includes(c.id))
      const holders = view.answersFor('CHD-01', c.id).some((a) => chosen(a, 'responsibility').includes(p.id))
      const responsibility = [...new Set([...optionsIn(own, 'responsibility'), ...(holders ? ['yes'] : [])])].sort()
      // Whoever is pregnant is the parent of the one baby that is expected.
      const expects = unborn.length === 1 && unborn[0] === c && pregnant.some((a) => a.subject === p.id)
      const specific = [...new Set([...optionsIn(own, 'relation'), ...(expects ? ['parent'] : [])])].sort()
      const relations = specific.length > 0 ? specific : p.relations
      if (relations.length === 0 && responsibility.length === 0) return []
      return [{ person: p.id, child: c.id, relations, responsibility, isGeneral: specific.length === 0 }]
    })
  })
}

export function couplesIn(view: RecordView, people: readonly NetworkPerson[], ties: readonly ChildTie[]) {
  const found = new Map<string, { pair: [string, string]; kinds: Set<PartnerKind>; lines: Answer[] }>()
  const at = (a: string, b: string) => {
    const pair: [string, string] = a < b ? [a, b] : [b, a]
    const key = pair.join('|')
    const couple = found.get(key) ?? { pair, kinds: new Set<PartnerKind>(), lines: [] }
    found.set(key, couple)
    return couple
  }
  for (const { person, other, answer } of tiesBetween(view, people)) {
    const kind = chosen(answer, 'kind').find((k): k is PartnerKind => PARTNER_KINDS.includes(k as PartnerKind))
    if (!kind) continue
    const couple = at(person, other)
    couple.kinds.add(kind)
    couple.lines.push(answer)
  }
  for (const child of new Set(ties.map((t) => t.child))) {
    const parents = parentsOf(child, ties)
    parents.forEach((a, i) => {
      for (const b of parents.slice(i + 1)) at(a, b)
    })
  }
  for (const { person, parent, kind } of partnersOfAParent(people, ties)) {
    // What was recorded between the two goes before what was recorded for the family as a whole.
    const couple = at(person, parent)
    if (couple.kinds.size === 0) couple.kinds.add(kind)
  }
  return [...found.values()]
    .map(({ pair, kinds, lines }): Couple => {
      const ended = lines.flatMap((a) => dateIn(a, 'ended') ?? [])[0]
      return {
        pair,
        kinds: PARTNER_KINDS.filter((k) => kinds.has(k)),
        ...(ended && { ended }),
        endedBy: [...new Set(lines.flatMap((a) => enderIn(a)))].sort(),
      }
    })
    .sort((a, b) => (a.pair.join() < b.pair.join() ? -1 : 1))
}

/** People who are said to be the partner of a parent, where there is one parent only whose partner they could be. */
export function partnersOfAParent(people: readonly NetworkPerson[], ties: readonly ChildTie[]) {
  const parents = people.filter((p) => isParent(p, ties))
  return people.flatMap((p) => {
    const kinds = [...new Set([...p.relations, ...ties.filter((t) => t.person === p.id).flatMap((t) => t.relations)])]
    const [kind, more] = kinds.flatMap((r) => OF_A_PARENT[r] ?? [])
    const others = parents.filter((x) => x.id !== p.id)
    const [parent] = others
    return kind && !more && parent && others.length === 1 ? [{ person: p.id, parent: parent.id, kind }] : []
  })
}

/** A parent of a child here, or an adult whom the assessment is about and of whom nothing else is recorded. */
export const isParent = (p: NetworkPerson, ties: readonly ChildTie[]): boolean => {
  const relations = ties.filter((t) => t.person === p.id).flatMap((t) => t.relations)
  return relations.includes('parent') || (relations.length === 0 && p.parts.includes('subject'))
}

export const parentsOf = (child: string, ties: readonly ChildTie[]): readonly string[] =>
  ties
    .filter((t) => t.child === child && t.relations.includes('parent'))
    .map((t) => t.person)
    .sort()

export function parentTiesIn(view: RecordView, people: readonly NetworkPerson[]): readonly ParentTie[] {
  const all = tiesBetween(view, people).flatMap(({ person, other, answer }): ParentTie[] => {
    const kinds = chosen(answer, 'kind')
    return [
      ...(kinds.includes('parent') ? [{ parent: other, child: person }] : []),
      ...(kinds.includes('child') ? [{ parent: person, child: other }] : []),
    ]
  })
  return [...new Map(all.map((t) => [`${t.parent}|${t.child}`, t])).values()].sort((a, b) =>
    `${a.parent}|${a.child}` < `${b.parent}|${b.child}` ? -1 : 1,
  )
}

/** Every tie that helps or strains: of the home to people, groups and services, and between people. */
export function supportsIn(view: RecordView, people: readonly NetworkPerson[]): readonly Support[] {
  const ofHome = view.items('NET-13').map((a): Merging => {
    const listed = chosen(a, 'person')[0] ?? chosen(a, 'service')[0]
    return { ends: [HOME, listed ?? `free:${a.subject}`], answer: a, isTurned: false, words: textIn(a, 'who') }
  })
  const between = tiesBetween(view, people)
    .filter(({ answer }) => chosen(answer, 'tie').length + chosen(answer, 'direction').length > 0)
    .map(({ person, other, answer }): Merging => {
      const isTurned = person > other
      return { ends: isTurned ? [other, person] : [person, other], answer, isTurned, words: '' }
    })
  const groups = new Map<string, Merging[]>()
  for (const m of [...ofHome, ...between]) {
    groups.set(m.ends.join('|'), [...(groups.get(m.ends.join('|')) ?? []), m])
  }
  return [...groups.values()].map((all) => ({
    ends: all[0]?.ends ?? [HOME, HOME],
    qualities: [...new Set(all.flatMap((m) => chosen(m.answer, 'tie')))].sort() as Quality[],
    helps: [...new Set(all.flatMap((m) => helpIn(m)))].sort(),
    words: all.map((m) => m.words).find((w) => w !== '') ?? '',
  }))
}

interface Merging {
  ends: readonly [string, string]
  answer: Answer
  isTurned: boolean
  words: string
}

function helpIn({ answer, isTurned }: Merging): ('to-first' | 'to-second' | 'both')[] {
  return chosen(answer, 'direction').map((d) => {
    if (d === 'both') return 'both'
    return (d === 'to') === isTurned ? 'to-second' : 'to-first'
  })
}

/** Lines between two people of the list; a tie of somebody to themselves is none. */
function tiesBetween(view: RecordView, people: readonly NetworkPerson[]) {
  const known = new Set(people.map((p) => p.id))
  return people.flatMap((p) =>
    view.items('NET-18', p.id).flatMap((answer) => {
      const other = chosen(answer, 'other')[0] ?? ''
      return known.has(other) && other !== p.id ? [{ person: p.id, other, answer }] : []
    }),
  )
}

function enderIn(answer: Answer): string[] {
  const person = answer.subject.split(':')[0] ?? ''
  return chosen(answer, 'ended-by').map(
    (by) => ({ 'this-person': person, 'the-other': chosen(answer, 'other')[0] ?? '' })[by] ?? by,
  )
}
