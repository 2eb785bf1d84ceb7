import { addDays } from '../../domain/calendar.ts'
import type { Entry } from '../../domain/entry.ts'
import type { GuidancePack } from '../../domain/question.ts'
import { recordHome } from './case-home.ts'
import { type Cast, recordPeople } from './case-people.ts'
import { type CasePorts, type CaseRecorder, caseRecorder, yesNo } from './case-recorder.ts'
import { recordUse } from './case-use.ts'
import { FINDING_WORDS, SOURCE_WORDS } from './case-words.ts'
import type { CompactCase } from './compact-case.ts'

const WEEKS_BETWEEN_CONTACTS = 6
const ROLES: Readonly<Record<string, string>> = {
  midwife: 'midwife',
  drug_alcohol_worker: 'drug-alcohol-worker',
  both: 'both',
  health_visitor: 'health-visitor',
  social_worker: 'social-worker',
}
const CONTACTS: Readonly<Record<string, string>> = {
  home_visit: 'planned-home-visit',
  unplanned_home_visit: 'unplanned-home-visit',
  appointment: 'appointment',
  phone: 'phone-video',
}

/** The entries that a practitioner's answers would have made, and the claims of the case by their subject. */
export function caseEntries(
  c: CompactCase,
  pack: GuidancePack,
  ports: Omit<CasePorts, 'guidancePack'>,
): { entries: Entry[]; contact: string; claims: ReadonlyMap<string, string> } {
  const r = caseRecorder({ ...ports, guidancePack: pack.id })
  const hasEarlier = c.level?.previous != null || c.changed_unexplained
  if (hasEarlier) r.beginContact(7 * WEEKS_BETWEEN_CONTACTS)
  const cast = hasEarlier ? recordPeople(c, r) : beginAnd(r, () => recordPeople(c, r))
  if (hasEarlier) {
    if (c.level?.previous != null) r.answer('ANA-06', cast.anyChild(), { level: `tier-${c.level.previous}` }, 'opinion')
    if (c.changed_unexplained) r.answer('NET-12', '-', { come: 'sometimes' })
    r.beginContact(0)
    if (c.changed_unexplained) r.answer('NET-12', '-', { come: 'no' })
  }
  recordContact(c, r)
  recordPregnancy(c, r, cast)
  recordUse(c, r, cast)
  recordHome(c, r, cast)
  recordAccounts(c, r, cast)
  const claims = recordClaims(c, r)
  recordJudgement(c, r, cast)
  recordNotAsked(c, r, pack)
  return { entries: r.entries, contact: r.contact, claims }
}

function beginAnd<T>(r: CaseRecorder, act: () => T): T {
  r.beginContact(0)
  return act()
}

function recordContact(c: CompactCase, r: CaseRecorder): void {
  r.answer('START-01', r.contact, { role: c.role && (ROLES[c.role] ?? 'other') }, 'opinion')
  r.answer('START-02', r.contact, { kind: c.contact_type && (CONTACTS[c.contact_type] ?? 'appointment') }, 'opinion')
  r.answer('START-04', r.contact, { safe: c.private == null ? undefined : c.private ? 'yes' : 'not-now' }, 'opinion')
  r.answer('START-10', r.contact, { danger: yesNo(c.immediate_danger) }, 'opinion')
  r.answer('START-11', r.contact, { 'other-adult': c.sole_carer_now ? 'no' : undefined }, 'seen')
  r.answer('ENG-04', '-', { agree: c.consent?.replaceAll('_', '-') })
  if (c.known_concern) r.answer('ENG-05', '-', { concerns: ['other'] }, 'record')
  r.answer('ENG-10', '-', {
    changed: c.behaviour?.contact_changed == null ? undefined : c.behaviour.contact_changed ? 'yes-changed' : 'no',
    'child-impact': c.behaviour?.child_impact_recorded ? 'Thought through, and written down' : undefined,
  })
}

function recordPregnancy(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  const p = c.pregnancy
  const earlier = c.previous_children
  if (earlier?.claim === 'none') r.blank('PRE-05', cast.subject, 'asked-none')
  if (earlier?.record === 'some') r.thing('PRE-05', { child: 'An earlier child' }, 'record', cast.subject)
  if (!p) return
  const status = { pregnant: 'pregnant', postnatal: 'baby-last-12-months', none: 'not-pregnant' }
  r.answer('PRE-01', cast.subject, { status: p.status && status[p.status] })
  r.answer('PRE-02', cast.subject, {
    weeks: p.weeks,
    'last-period': p.dates_conflict && p.weeks != null ? { on: addDays(r.today, -7 * (p.weeks + 6)) } : undefined,
  })
  if (p.dates_conflict && p.weeks == null) {
    r.answer('PRE-02', cast.subject, { weeks: 20, 'last-period': { on: addDays(r.today, -7 * 26) } })
  }
  r.answer('PRE-03', cast.subject, {
    weeks: p.booked_weeks,
    reason: p.late_reason && 'other',
    words: p.late_reason,
    'known-weeks': p.known_at_weeks,
  })
  r.answer('PRE-04', cast.subject, {
    says: p.attended_claim && (p.attended_claim === 'all' ? 'all-kept' : 'some-missed'),
    missed: p.missed,
  })
}

const TOPICS: Readonly<Record<string, string>> = { use: 'K-USE', care: 'K-CARE', sleep: 'K-SLEEP', household: 'K-HH' }
const TOLD_IN: Readonly<Record<string, readonly string[]>> = {
  use: ['CON-01'],
  care: ['CAP-13', 'CON-15'],
  sleep: ['SLP-12'],
  household: ['NET-16'],
}
const MATTERS: Readonly<Record<string, string>> = {
  use: 'use',
  care: 'care of the child',
  sleep: 'where the baby sleeps',
  household: 'who is here',
  other: 'something else',
}

/** What partners and relatives say, and where the child is when adults use. */
function recordAccounts(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  for (const about of c.family_differs ?? []) {
    // Where the case tells nothing that it could differ from, the adults' account is a claim of its own.
    const isTold = r.entries.some((e) => TOLD_IN[about]?.includes(e.slot.question))
    const label = `What the adults say about ${MATTERS[about]}`
    r.thing('TRI-09', {
      who: 'A relative',
      about: [about],
      beside: isTold ? undefined : [r.thing('TRI-08', { label, topic: TOPICS[about] })],
      compared: 'differs',
      standing: 'not-decided',
    })
  }
  const concern = c.family_concern
  if (concern && (concern.logged || concern.dismissed)) {
    r.thing('TRI-09', {
      who: 'A relative',
      about: ['other'],
      standing: concern.dismissed ? 'set-aside' : 'taken-forward',
      checked: yesNo(concern.checked),
    })
  }
  if (c.child_elsewhere_claim) {
    r.answer('CON-15', `${cast.subject}:${cast.anyChild()}`, {
      where: ['relative'],
      confirmed: yesNo(c.other_carer_confirmed),
    })
  }
}

function recordClaims(c: CompactCase, r: CaseRecorder): ReadonlyMap<string, string> {
  const claims = new Map<string, string>()
  for (const claim of c.claims ?? []) {
    const subject = r.thing('TRI-08', { label: claim.id })
    claims.set(claim.id, subject)
    for (const f of claim.entries) {
      r.thing('TRI-02', { source: SOURCE_WORDS[f.source], finding: FINDING_WORDS[f.finding] }, 'opinion', subject)
    }
  }
  return claims
}

function recordJudgement(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  if (c.analysis) {
    const claim = r.entries.find((e) => e.slot.question === 'TRI-08')?.slot.subject ?? r.thing('TRI-08', { label: '-' })
    r.answer('TRI-06', claim, { sure: c.analysis.confidence.replaceAll('_', '-') }, 'opinion')
  }
  if (c.capacity_judged) {
    r.answer('ANA-01', cast.anyChild(), { 'capacity-judged': c.capacity_judged.replaceAll('_', '-') }, 'opinion')
  }
  if (c.level) {
    const child = cast.anyChild()
    r.answer('ANA-06', child, { level: `tier-${c.level.chosen}` }, 'opinion')
    r.answer(
      'ANA-07',
      child,
      {
        'new-evidence': yesNo(c.level.new_evidence),
        'evidence-claims': c.level.new_evidence ? [claimBorneOutByARecord(r)] : undefined,
      },
      'opinion',
    )
  }
  if (c.progress_by_attendance_only) {
    r.answer('REV-04', cast.anyChild(), { child: 'same', progress: 'better', 'judged-on': ['appointments'] }, 'opinion')
  }
}

/** What has got better since last time, as a claim with which a record agrees today. */
function claimBorneOutByARecord(r: CaseRecorder): string {
  const claim = r.thing('TRI-08', { label: 'What has got better since last time' })
  const on = { on: r.today }
  r.thing('TRI-02', { source: 'record', finding: 'agrees', on }, 'opinion', claim)
  return claim
}

/** Each name is a question, or stands for one of the key questions that the case leaves open. */
function recordNotAsked(c: CompactCase, r: CaseRecorder, pack: GuidancePack): void {
  const questions = pack.steps.flatMap((s) => s.questions)
  const answered = new Set(r.entries.map((e) => e.slot.question))
  const spare = questions.filter(
    (q) => q.core && q.per === 'assessment' && q.blanks.includes('not-asked') && !answered.has(q.id),
  )
  for (const name of c.not_asked ?? []) {
    const question = questions.find((q) => q.id === name && q.core) ?? spare.shift()
    if (question) r.blank(question.id, question.per === 'contact' ? r.contact : '-', 'not-asked', 'opinion')
  }
}
