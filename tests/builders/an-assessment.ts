import type { PartValue } from '../../src/domain/answer.ts'
import type { Author, Entry, EntryBasis } from '../../src/domain/entry.ts'
import { CONTACT_SLOT } from '../../src/domain/entry-kinds.ts'
import type { Blank, GuidancePack } from '../../src/domain/question.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { toyGuidance } from './toy-guidance.ts'

export const RUTH: Author = { id: 'ruth', name: 'Ruth Adeyemi', role: 'midwife', agency: 'Northfield Maternity' }
export const BO: Author = { id: 'bo', name: 'Bo Lind', role: 'drug worker', agency: 'Northfield Recovery' }
export const TODAY = '2026-03-02'

export interface How {
  /** What it is about; the whole assessment when left out. */
  of?: string
  by?: Author
  /** The heads on the author's screen; everything that stands when left out. */
  seen?: readonly string[]
  contact?: string
  at?: string
  observedOn?: string
  device?: string
  seq?: number
  basis?: EntryBasis
}

/** An assessment in the making: every verb adds one entry, `e1`, `e2` and so on. */
export function anAssessment(pack: GuidancePack = toyGuidance) {
  const entries: Entry[] = []
  const add = (kind: string, question: string, value: unknown, how: How = {}) => {
    const slot = { question, subject: how.of ?? '-' }
    entries.push({
      id: `e${entries.length + 1}`,
      assessment: 'a1',
      slot,
      contact: how.contact ?? 'c1',
      kind,
      value,
      ...(how.basis && { basis: how.basis }),
      supersedes: [
        ...(how.seen ??
          recordOf(entries)
            .heads(slot)
            .map((h) => h.id)),
      ],
      author: how.by ?? RUTH,
      device: how.device ?? 'd1',
      deviceSeq: how.seq ?? entries.length + 1,
      guidancePack: pack.id,
      recordedAt: how.at ?? `${TODAY}T09:00:00.000Z`,
      ...(how.observedOn && { observedOn: how.observedOn }),
    })
    return made
  }
  const made = {
    answering: (question: string, parts: Readonly<Record<string, PartValue>>, how?: How) =>
      add('answer', question, { parts }, how),
    leavingBlank: (question: string, blank: Blank, how?: How & { why?: string }) =>
      add('answer', question, { blank, ...(how?.why && { why: how.why }) }, how),
    retracting: (question: string, why: string, how?: How) => add('retract', question, { why }, how),
    resolving: (question: string, parts: Readonly<Record<string, PartValue>>, why: string, how?: How) =>
      add('resolve', question, { answer: { parts }, why }, how),
    responding: (rule: string, words: string, how?: How) => add('response', rule, { words }, { seen: [], ...how }),
    meetingOn: (contact: string, startedOn: string, how?: How) =>
      add('contact', CONTACT_SLOT, { startedOn }, { of: contact, contact, seen: [], ...how }),
    /** Anything at all, as another version or a damaged device might have made it. */
    recording: add,
    entries: (): readonly Entry[] => entries,
    record: () => recordOf(entries),
    /** As seen at a contact on a day. */
    view: (contact = 'c1', today = TODAY) => viewOf(recordOf(entries), pack, today, contact),
  }
  return made
}
export type AnAssessment = ReturnType<typeof anAssessment>
