import type { AnswerValue, PartValue } from '../../domain/answer.ts'
import { addDays } from '../../domain/calendar.ts'
import { answerTo, compose, type EntryContent } from '../../domain/compose.ts'
import type { Author, Basis, Entry, Slot } from '../../domain/entry.ts'
import { CONTACT_SLOT } from '../../domain/entry-kinds.ts'
import type { Blank } from '../../domain/question.ts'
import { WHOLE } from '../../domain/subjects.ts'

export interface CasePorts {
  assessment: string
  author: Author
  device: string
  guidancePack: string
  /** The day on which the case takes place. */
  today: string
  newId(): string
  firstSeq: number
}
type Parts = Readonly<Record<string, PartValue | null | undefined>>

/** Makes the entries of a case in the order of a conversation, as a practitioner's answers would have made them. */
export function caseRecorder(ports: CasePorts) {
  const entries: Entry[] = []
  let seq = ports.firstSeq
  let contact = '-'
  let day = ports.today

  function add(content: EntryContent): Entry {
    const entry = compose(
      {
        ...ports,
        contact,
        nextSeq: () => seq++,
        now: () => `${day}T10:00:00.000Z`,
      },
      content,
    )
    entries.push(entry)
    return entry
  }
  const headsOf = (slot: Slot) => {
    const own = entries.filter((e) => e.slot.question === slot.question && e.slot.subject === slot.subject)
    const gone = new Set(own.flatMap((e) => e.supersedes))
    return own.filter((e) => !gone.has(e.id)).map((e) => e.id)
  }

  return {
    entries,
    today: ports.today,
    newId: ports.newId,
    get contact() {
      return contact
    },
    /** Opens a contact some days before the day of the case; 0 for the day itself. */
    beginContact(daysBefore: number): void {
      contact = ports.newId()
      day = addDays(ports.today, -daysBefore)
      add({
        kind: 'contact',
        slot: { question: CONTACT_SLOT, subject: contact },
        value: { startedOn: day },
        seen: [],
      })
    },
    /** Answers a question; parts that the case leaves open are left out. An answer with no part at all is not made. */
    answer(question: string, subject: string, parts: Parts, basis: Basis = 'said'): void {
      const given = Object.fromEntries(Object.entries(parts).filter((p): p is [string, PartValue] => p[1] != null))
      if (Object.keys(given).length === 0) return
      const slot = { question, subject }
      const before = entries.findLast((e) => e.slot.question === question && e.slot.subject === subject)
      const old = before?.contact === contact && before.basis?.how === basis ? (before.value as AnswerValue) : undefined
      const kept = old && 'parts' in old ? old.parts : {}
      add(answerTo(slot, { parts: { ...kept, ...given } }, headsOf(slot), { how: basis }))
    },
    /** A second account that nobody has settled: it stands beside the first. */
    answerBeside(question: string, subject: string, parts: Readonly<Record<string, PartValue>>, basis: Basis): void {
      add(answerTo({ question, subject }, { parts }, [], { how: basis }))
    },
    blank(question: string, subject: string, blank: Blank, basis: Basis = 'said'): void {
      const slot = { question, subject }
      add(answerTo(slot, { blank }, headsOf(slot), { how: basis }))
    },
    /** Adds a thing to a collection; returns its subject. */
    thing(question: string, parts: Parts, basis: Basis = 'said', parent = WHOLE): string {
      const id = parent === WHOLE ? ports.newId() : `${parent}:${ports.newId()}`
      const given = Object.fromEntries(Object.entries(parts).filter((p): p is [string, PartValue] => p[1] != null))
      add(answerTo({ question, subject: id }, { parts: given }, [], { how: basis }))
      return id
    },
  }
}
export type CaseRecorder = ReturnType<typeof caseRecorder>

export const yesNo = (value: boolean | null | undefined): string | undefined =>
  value == null ? undefined : value ? 'yes' : 'no'
