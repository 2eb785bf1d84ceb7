import type { PartValue } from '../../src/domain/answer.ts'
import { SOURCES } from '../../src/domain/claim-status.ts'
import { answerTo, compose, type Recorder } from '../../src/domain/compose.ts'
import type { Entry } from '../../src/domain/entry.ts'
import { CONTACT_SLOT } from '../../src/domain/entry-kinds.ts'
import { findingsOf, raisedIds } from '../../src/domain/finding.ts'
import type { Part } from '../../src/domain/question.ts'
import { recordOf } from '../../src/domain/record.ts'
import { askedIn } from '../../src/domain/relevance.ts'
import { viewOf } from '../../src/domain/view.ts'
import { SUBSTANCES } from '../../src/guidance/index.ts'
import { packV1, rules, TOPICS } from '../../src/guidance/whole.ts'

export const LARGE_DAY = '2026-06-15'
export const LARGE_CONTACT = 'contact-2'

const ADULTS = 2
const CHILDREN = 2
const PEOPLE = 14
const CLAIMS = 30
const USED_SUBSTANCES = 9

/**
 * The largest record that one assessment is meant to hold: two adults, two children, nine substances, fourteen people
 * and thirty claims, at a second contact, with every question answered that is asked about them.
 */
export function largeRecord(): Entry[] {
  const entries: Entry[] = []
  let n = 0
  const by: Recorder = {
    assessment: 'large',
    contact: 'contact-1',
    author: { id: 'a', name: 'A', role: 'r', agency: 'g' },
    device: 'device',
    guidancePack: packV1.id,
    newId: () => `large-${String(++n).padStart(5, '0')}`,
    nextSeq: () => n,
    now: () => `${LARGE_DAY}T09:00:00.000Z`,
  }
  const answer = (question: string, subject: string, parts: Record<string, PartValue>) =>
    entries.push(compose(by, answerTo({ question, subject }, { parts }, [], { how: 'said' })))
  for (const [contact, startedOn] of [
    ['contact-1', '2026-05-04'],
    [LARGE_CONTACT, LARGE_DAY],
  ] as const) {
    const slot = { question: CONTACT_SLOT, subject: contact }
    entries.push(compose({ ...by, contact }, { kind: 'contact', slot, value: { startedOn }, seen: [] }))
  }
  by.contact = LARGE_CONTACT
  answer('START-04', LARGE_CONTACT, { safe: 'yes' })
  numbered('child', CHILDREN, (id, i) => {
    answer('START-05', id, { what: i === 0 ? 'unborn' : 'child', label: `Child ${i}` })
    answer('CHD-01', id, { birth: { on: '2024-02-01' } })
  })
  numbered('person', PEOPLE, (id, i) =>
    answer('NET-01', id, { label: `Person ${i}`, part: i < ADULTS ? 'subject' : 'other' }),
  )
  numbered('person', ADULTS, (id) => {
    answer('PRE-01', id, { status: 'pregnant' })
    SUBSTANCES.forEach(({ id: substance }, i) => {
      answer('CON-01', `${id}:${substance}`, { status: i < USED_SUBSTANCES ? 'now' : 'never' })
    })
  })
  numbered('claim', CLAIMS, (id, i) => {
    const topic = TOPICS[i % TOPICS.length]?.id ?? ''
    answer('TRI-08', id, { label: `Says so ${i}`, topic, polarity: 'says-no', about: ['person-0'] })
    SOURCES.slice(0, 4).forEach((source, j) => {
      answer('TRI-02', `${id}:f${j}`, { source, finding: i % 3 === j ? 'contradicts' : 'agrees' })
    })
  })
  numbered('service', 6, (id, i) => answer('AGY-01', id, { type: i % 2 ? 'gp' : 'substance-service' }))
  numbered('strength', 4, (id, i) => answer('PRO-10', id, { label: `Strength ${i}`, evidence: 'told' }))
  numbered('place', 3, (id) => answer('SLP-02', id, { place: 'own-cot' }))
  answerWhatIsAsked()
  return entries

  /** Everything else that is asked about them, once with every part that a form of it can hold. */
  function answerWhatIsAsked(): void {
    const view = viewOf(recordOf(entries), packV1, LARGE_DAY, LARGE_CONTACT)
    const raised = raisedIds(findingsOf(rules, view))
    const answered = new Set(entries.map((e) => `${e.slot.question}|${e.slot.subject}`))
    for (const step of packV1.steps) {
      for (const { question, subjects } of askedIn(step, view, raised, true)) {
        if (question.addsTo) continue
        const parts = Object.fromEntries(question.parts.flatMap((p) => filling(p).map((v) => [p.id, v])))
        for (const { id } of subjects) {
          const isList = question.collects !== undefined
          if (isList && question.collects !== 'item' && question.collects !== 'test') continue
          const subject = isList ? (id === '-' ? `${question.id}-1` : `${id}:1`) : id
          if (!answered.has(`${question.id}|${subject}`)) answer(question.id, subject, parts)
        }
      }
    }
  }
}

function numbered(kind: string, count: number, make: (id: string, i: number) => void): void {
  for (let i = 0; i < count; i++) make(`${kind}-${i}`, i)
}

function filling(part: Part): PartValue[] {
  switch (part.kind) {
    case 'single':
      return part.options.slice(0, 1).map((o) => o.id)
    case 'multi':
      return [part.options.slice(0, 2).map((o) => o.id)]
    case 'number':
      return [part.min]
    case 'date':
      return [{ on: '2026-06-01' }]
    case 'grid':
      return [Object.fromEntries(part.rows.map((r) => [r.id, part.cells[0]?.id ?? '']))]
    case 'people':
      return [[part.of === 'claim' ? 'claim-0' : part.of === 'service' ? 'service-0' : 'person-0']]
    case 'text':
    case 'verbatim':
      return [`Words about ${part.id}`]
    default:
      return []
  }
}
