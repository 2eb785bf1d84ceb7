import { addDays } from '../../domain/calendar.ts'
import type { CaseRecorder } from './case-recorder.ts'
import { yesNo } from './case-recorder.ts'
import { RELATION_WORDS, TIE_WORDS } from './case-words.ts'
import type { CompactCase } from './compact-case.ts'

/** Who is in the case: the subject ids that its entries use, by the names that the case uses. */
export interface Cast {
  person(name: string): string
  /** The adult whom the assessment is about. */
  subject: string
  children: ReadonlyMap<string, string>
  /** A child for what is about a child when the case names none. */
  anyChild(): string
}

const CARERS = [
  'father',
  'mother',
  'parent',
  'other_parent',
  'step_parent',
  'partner',
  'grandmother',
  'grandfather',
  'grandparent',
]
const DAYS_A_MONTH = 30.4375

/** Records everybody in the case, and what is said and known of each child. */
export function recordPeople(c: CompactCase, r: CaseRecorder): Cast {
  const people = new Map<string, string>()
  const children = new Map<string, string>()
  const subjectName = c.subject ?? 'adult'
  const adults = new Set([
    ...(c.use ?? []).map((u) => u.person),
    ...(c.treatment ?? []).map((t) => t.person),
    ...(c.tests ?? []).map((t) => t.person),
    ...(c.auditc ?? []).map((a) => a.person),
    ...(c.sleep?.adults ?? []).map((a) => a.person),
  ])

  for (const child of c.children ?? []) children.set(child.id, addChild(child))
  if (c.pregnancy?.status === 'pregnant') {
    children.set('unborn', r.thing('START-05', { what: 'unborn', label: 'Baby' }))
  }
  addPerson(subjectName, 'subject')
  for (const p of c.people ?? []) {
    const id = addPerson(p.id, CARERS.includes(p.role) || adults.has(p.id) ? 'carer' : 'other')
    r.answer('NET-02', id, { relation: RELATION_WORDS[p.role] })
    const tie = p.tie_claim ?? p.tie_now
    r.answer('NET-03', id, { tie: tie && TIE_WORDS[tie], evidence: evidenceOf(p.tie_evidence) })
    if (p.tie_claim && p.tie_now) r.answerBeside('NET-03', id, { tie: TIE_WORDS[p.tie_now] ?? '' }, 'said')
    r.answer('NET-05', id, { use: p.use_record && USE_OF_OTHERS[p.use_record] }, 'record')
    if (p.risk === 'known_to_children') r.answer('NET-06', id, { risk: ['sexual-harm'] }, 'record')
    r.answer('NET-09', id, { met: p.met == null ? undefined : p.met ? 'met' : 'not-yet' }, 'opinion')
  }
  for (const name of adults) if (!people.has(name)) addPerson(name, 'carer')
  if (c.support?.carer_doing_most) {
    const id = addPerson('grandparent', 'carer')
    r.answer('NET-02', id, { relation: 'grandparent' })
    r.answer('NET-04', id, { care: 'main' })
  }

  function addPerson(name: string, part: 'subject' | 'carer' | 'other'): string {
    const known = people.get(name)
    if (known) return known
    const id = r.thing('NET-01', { label: capitalised(name), part })
    people.set(name, id)
    return id
  }
  function addChild(child: NonNullable<CompactCase['children']>[number]): string {
    const id = r.thing('START-05', { what: 'child', label: capitalised(child.id) })
    if (child.age_months != null) {
      r.answer('CHD-01', id, { birth: { on: addDays(r.today, -Math.round(child.age_months * DAYS_A_MONTH)) } })
    }
    r.answer('CHD-03', id, { seen: yesNo(child.seen) }, 'seen')
    r.answer('CHD-04', id, {
      says: word(child.health_record_claim),
      record: word(child.health_record),
      'says-kept': child.health_claim && (child.health_claim === 'kept' ? 'kept' : 'some-missed'),
      'was-not-brought': child.was_not_brought,
    })
    r.answer('CHD-10', id, {
      says: child.attendance_claim && (child.attendance_claim === 'good' ? 'good' : 'some-difficulty'),
      record: child.attendance_record,
    })
    if (child.caring_role) r.answer('CHD-11', id, { does: ['feeds-siblings'] }, 'record')
    if (child.distress) r.answer('CHD-09', id, { effects: ['behaviour-mood'] }, 'seen')
    if (child.self_harm) r.answer('CHD-13', id, { signs: ['self-harm'] })
    for (const d of child.disclosures ?? []) {
      r.thing(
        'CHD-08',
        {
          words: d.words ?? 'Said so, in their own way',
          about: [d.about],
          fits: d.about === 'care' || (d.about === 'use' && !declaresUse(c)) ? 'differs' : 'not-compared',
          done: d.actioned ? 'Passed on, and looked into' : undefined,
        },
        'child',
        id,
      )
    }
    const events: [string, string][] = [
      ...Array.from({ length: child.injuries ?? 0 }, (): [string, string] => ['injury', 'no']),
      ...(child.ingestion ? ([['swallowing', 'no']] as [string, string][]) : []),
      ...(child.ingestion_now ? ([['swallowing', 'yes']] as [string, string][]) : []),
    ]
    for (const [what, now] of events) r.thing('SAF-06', { child: [id], what, now }, 'record')
    return id
  }

  return {
    person: (name) => people.get(name) ?? addPerson(name, 'carer'),
    subject: people.get(subjectName) ?? '',
    children,
    anyChild: () => {
      const first = children.values().next().value
      if (first) return first
      const id = r.thing('START-05', { what: 'child', label: 'Child' })
      r.answer('CHD-03', id, { seen: 'yes' }, 'seen')
      children.set('child', id)
      return id
    },
  }
}

const USE_OF_OTHERS: Readonly<Record<string, string>> = {
  current: 'current',
  problem: 'current-problem',
  suspected: 'suspected',
  past: 'past',
  none: 'none-asked',
}

/** The adults tell of use now, so a child who speaks of it says nothing else than they do. */
const declaresUse = (c: CompactCase): boolean => (c.use ?? []).some((u) => u.status === 'now')

function evidenceOf(evidence: 'seen' | 'record' | 'child' | null | undefined): string[] | undefined {
  if (!evidence) return undefined
  return [{ seen: 'seen-here', record: 'in-record', child: 'child-named' }[evidence]]
}

const word = (value: string | null | undefined): string | undefined => value?.replaceAll('_', '-') ?? undefined
const capitalised = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')
