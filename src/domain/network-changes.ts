import { chosen, type DateValue, dateIn, textIn } from './answer.ts'
import type { Entry } from './entry.ts'
import { answersOf } from './record.ts'
import { HOMES } from './subjects.ts'
import type { RecordView } from './view.ts'

/** Something that one contact recorded of who is here, over what an earlier one had. */
export interface RecordedChange {
  /** The id of the contact, whose place among the contacts is `order`. */
  contact: string
  order: number
  person: string
  /** Ties to this home that stood before; none where the person was new. */
  before: readonly string[]
  /** The tie that was recorded; empty where the person or the answer was taken out. */
  after: readonly string[]
  isNew: boolean
  isRemoved: boolean
  entry: Entry
}

/** A change at home that somebody told of, with the date that they gave. */
export interface ToldChange {
  subject: string
  /** Ids of people; none where it is told in words alone. */
  people: readonly string[]
  words: string
  change: string
  on?: DateValue
  source: string
  entry: Entry
}

/** From when to when somebody is said to have been here; each account is one. */
export interface Presence {
  person: string
  tie: string
  from?: DateValue
  to?: DateValue
  entry: Entry
}

export interface NetworkChanges {
  recorded: readonly RecordedChange[]
  told: readonly ToldChange[]
  presences: readonly Presence[]
}

/** How the household changed: by what was recorded over what, and by the dates that people gave, never by a clock. */
export function networkChanges(view: RecordView): NetworkChanges {
  const order = new Map(view.contacts.map((c, i) => [c.id, i]))
  const slots = [...view.record.slotsOf(HOMES.person), ...view.record.slotsOf('NET-03')]
  return {
    recorded: slots
      .flatMap((slot) => changesIn(view.record.history(slot), order))
      .sort((a, b) => a.order - b.order || (a.person < b.person ? -1 : a.person > b.person ? 1 : 0)),
    told: view.items('NET-10').map((a) => {
      const on = dateIn(a, 'on')
      return {
        subject: a.subject,
        people: chosen(a, 'listed'),
        words: textIn(a, 'person'),
        change: chosen(a, 'change')[0] ?? '',
        ...(on && { on }),
        source: textIn(a, 'source'),
        entry: a.entry,
      }
    }),
    presences: view.subjects('person').flatMap(({ id }) =>
      view.answersFor('NET-03', id).flatMap((a) => {
        const [from, to] = [dateIn(a, 'from'), dateIn(a, 'to')]
        if (!from && !to) return []
        const tie = chosen(a, 'tie')[0] ?? ''
        return [{ person: id, tie, ...(from && { from }), ...(to && { to }), entry: a.entry }]
      }),
    ),
  }
}

/** An edit within one contact is no change; what a later contact recorded over an earlier one is. */
function changesIn(history: readonly Entry[], order: ReadonlyMap<string, number>): RecordedChange[] {
  const kept = history.filter((e) => ['answer', 'resolve', 'retract'].includes(e.kind))
  const byId = new Map(kept.map((e) => [e.id, e]))
  const lastOfContact = kept.filter(
    (e) => !kept.some((later) => later.contact === e.contact && later.supersedes.includes(e.id)),
  )
  return lastOfContact.flatMap((entry) => {
    const earlier = before(entry, entry, byId)
    const [was, is] = [earlier.flatMap(tiesOf), tiesOf(entry)]
    const ofPerson = entry.slot.question === HOMES.person
    const change: RecordedChange = {
      contact: entry.contact,
      order: order.get(entry.contact) ?? -1,
      person: entry.slot.subject,
      before: [...new Set(was)].sort(),
      after: is,
      isNew: ofPerson && earlier.length === 0 && entry.kind !== 'retract',
      isRemoved: entry.kind === 'retract',
      entry,
    }
    // At the first contact everybody is new, and that is no change.
    if (change.isNew && change.order < 1) return []
    if (ofPerson) return change.isNew || (change.isRemoved && earlier.length > 0) ? [change] : []
    return earlier.length > 0 && was.join() !== is.join() ? [change] : []
  })
}

/** What an entry took the place of, past the edits of its own contact. */
function before(entry: Entry, own: Entry, byId: ReadonlyMap<string, Entry>, seen = new Set<string>()): Entry[] {
  return entry.supersedes.flatMap((id) => {
    const e = byId.get(id)
    if (!e || seen.has(id)) return []
    seen.add(id)
    return e.contact === own.contact ? before(e, own, byId, seen) : [e]
  })
}

const tiesOf = (e: Entry): readonly string[] => answersOf(e).flatMap((answer) => chosen(answer, 'tie'))
