import { addDays } from '../../domain/calendar.ts'
import { idOfUse } from '../../domain/subjects.ts'
import type { Cast } from './case-people.ts'
import { type CaseRecorder, yesNo } from './case-recorder.ts'
import { SOURCE_WORDS, SUBSTANCE_WORDS, USE_STATUS_WORDS } from './case-words.ts'
import type { CompactCase } from './compact-case.ts'

const OPIOIDS = ['heroin', 'ost']
const AUDIT_Q1 = ['never', 'monthly', '2-4-month', '2-3-week', '4-plus-week']
const AUDIT_Q2 = ['1-2', '3-4', '5-6', '7-9', '10-plus']

/** Use of drugs or alcohol, treatment and tests. */
export function recordUse(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  for (const u of c.use ?? []) {
    const use = idOfUse(cast.person(u.person), SUBSTANCE_WORDS[u.substance] ?? 'other')
    const sources = (u.sources ?? ['self']).map((s) => SOURCE_WORDS[s] ?? 'other')
    if (u.status === 'not_asked') r.blank('CON-01', use, 'not-asked')
    else r.answer('CON-01', use, { status: USE_STATUS_WORDS[u.status], sources })
    if (u.weekday_evidence) r.answer('CON-02', use, { days: { tue: 'used' } }, 'record')
    r.answer('CON-03', use, { measure: u.units_week == null ? undefined : 'units', 'units-week': u.units_week })
    r.answer('CON-05', use, { pattern: u.pattern_claim && 'weekends-only' })
    if (u.last_use_pregnancy_week != null) {
      const weeksAgo = (c.pregnancy?.weeks ?? u.last_use_pregnancy_week) - u.last_use_pregnancy_week
      r.answer('CON-06', use, { last: { on: addDays(r.today, -7 * weeksAgo), about: true } }, 'record')
    }
    if (u.stop_claim) {
      r.answer('CON-08', use, { stopped: u.stop_claim === 'when_pregnant' ? 'when-pregnant' : 'other-reason' })
    }
    if (u.relapse_asked) {
      r.answer('CON-11', use, { triggers: ['stress'] })
      r.answer('CON-12', use, { 'first-sign': 'Asked, and told in their own words' })
    }
    if (u.dependence) r.answer('CON-10', use, { signs: ['withdrawal'] })
    const why = [...(u.dependence ? ['dependent'] : []), ...(u.problem ? ['could-harm'] : [])]
    if (why.length > 0) r.answer('CON-14', use, { why }, 'opinion')
    if (u.impact_recorded) r.answer('CON-16', use, { impact: 'Talked through for each child' }, 'opinion')
  }
  for (const a of c.auditc ?? []) r.answer('CON-17', cast.person(a.person), { q1: AUDIT_Q1[a.q1], q2: AUDIT_Q2[a.q2] })
  for (const t of c.treatment ?? []) recordTreatment(c, t, r, cast)
  for (const t of c.tests ?? []) {
    r.thing(
      'TRI-03',
      {
        person: [cast.person(t.person)],
        substance: SUBSTANCE_WORDS[t.substance],
        result: t.result.replaceAll('_', '-'),
        'taken-on': { on: addDays(r.today, -t.days_ago) },
        'window-days': t.window_days,
        supervised: yesNo(t.supervised),
        panel: yesNo(t.panel_covers),
        'as-proof': yesNo(t.used_as_proof),
      },
      'test',
    )
  }
}

function recordTreatment(
  c: CompactCase,
  t: NonNullable<CompactCase['treatment']>[number],
  r: CaseRecorder,
  cast: Cast,
): void {
  const adult = cast.person(t.person)
  r.answer('CON-09', adult, {
    status: 'in-treatment',
    'says-engaging': t.claim && (t.claim === 'engaging' ? 'going-well' : 'not-engaging'),
    'says-medicine': t.ost?.claim?.replaceAll('_', '-'),
    'missed-pickups': t.ost?.missed_pickups,
    'use-on-top': yesNo(t.ost?.use_on_top),
  })
  const opioid = (c.use ?? []).find(
    (u) => u.person === t.person && u.status === 'now' && OPIOIDS.includes(SUBSTANCE_WORDS[u.substance] ?? ''),
  )
  if (t.ost?.naloxone) {
    r.answer('CON-10', idOfUse(adult, SUBSTANCE_WORDS[opioid?.substance ?? 'ost'] ?? 'ost'), { signs: ['naloxone'] })
  }
  const reported = [t.service_attended, t.service_missed, t.service_status].some((v) => v != null)
  if (!reported) return
  const service = r.thing('AGY-01', { type: 'substance-service' }, 'record')
  r.answer(
    'AGY-04',
    service,
    {
      about: [adult],
      status: t.service_status?.replaceAll('_', '-'),
      attended: t.service_attended,
      missed: t.service_missed,
    },
    'record',
  )
}
