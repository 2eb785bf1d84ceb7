import * as z from 'zod/mini'
import {
  ADVERSITY_WORDS,
  FACTOR_WORDS,
  FINDING_WORDS,
  PLACE_WORDS,
  RELATION_WORDS,
  SERVICE_WORDS,
  SIGN_WORDS,
  SOURCE_WORDS,
  STORED_WORDS,
  SUBSTANCE_WORDS,
  TIE_WORDS,
  USE_STATUS_WORDS,
} from './case-words.ts'

const word = (words: Readonly<Record<string, string>>) => z.enum(Object.keys(words) as [string, ...string[]])
const maybe = <T extends z.core.$ZodType>(schema: T) => z.optional(z.nullable(schema))
const flag = maybe(z.boolean())
const count = maybe(z.number().check(z.minimum(0)))
const text = maybe(z.string())
const person = z.string().check(z.minLength(1))
const rows = <T extends z.core.$ZodType>(schema: T) => z.optional(z.array(schema))

const useSchema = z.strictObject({
  person,
  substance: word(SUBSTANCE_WORDS),
  status: word({ ...USE_STATUS_WORDS, not_asked: 'not-asked' }),
  sources: rows(word(SOURCE_WORDS)),
  stop_claim: text,
  relapse_asked: flag,
  impact_recorded: flag,
  problem: flag,
  dependence: flag,
  units_week: count,
  pattern_claim: maybe(z.enum(['weekends'])),
  weekday_evidence: flag,
  last_use_pregnancy_week: count,
})

const childSchema = z.strictObject({
  id: person,
  age_months: maybe(z.number().check(z.minimum(0))),
  seen: flag,
  attendance_claim: maybe(z.enum(['good', 'poor'])),
  attendance_record: maybe(z.enum(['good', 'poor'])),
  health_claim: maybe(z.enum(['kept', 'missed'])),
  was_not_brought: count,
  health_record_claim: maybe(z.enum(['up_to_date', 'behind'])),
  health_record: maybe(z.enum(['up_to_date', 'behind'])),
  caring_role: flag,
  distress: flag,
  self_harm: flag,
  injuries: count,
  ingestion: flag,
  ingestion_now: flag,
  disclosures: rows(
    z.strictObject({
      about: z.enum(['use', 'care', 'sleep', 'household', 'unsafe', 'other']),
      words: text,
      actioned: flag,
    }),
  ),
})

const personSchema = z.strictObject({
  id: person,
  role: word(RELATION_WORDS),
  tie_claim: maybe(word(TIE_WORDS)),
  tie_now: maybe(word(TIE_WORDS)),
  tie_evidence: maybe(z.enum(['seen', 'record', 'child'])),
  met: flag,
  use_record: maybe(z.enum(['current', 'problem', 'suspected', 'past', 'none'])),
  risk: maybe(z.enum(['known_to_children', 'none'])),
})

const treatmentSchema = z.strictObject({
  person,
  claim: maybe(z.enum(['engaging', 'not_engaging'])),
  service_attended: count,
  service_missed: count,
  service_status: maybe(z.enum(['active', 'missing', 'left', 'discharged', 'never_opened'])),
  ost: maybe(
    z.strictObject({
      claim: maybe(z.enum(['as_prescribed', 'not_as_prescribed'])),
      missed_pickups: count,
      use_on_top: flag,
      naloxone: flag,
    }),
  ),
})

const sleepSchema = z.strictObject({
  claim: maybe(word(PLACE_WORDS)),
  never_claim: flag,
  last_night: maybe(word(PLACE_WORDS)),
  places: rows(z.strictObject({ place: word(PLACE_WORDS), seen: flag, used_for_storage: flag })),
  adults: rows(
    z.strictObject({
      person,
      smokes: flag,
      alcohol_evening: flag,
      drugs: flag,
      sedating: flag,
      message: flag,
      teachback: maybe(z.enum(['clear', 'partly', 'not_yet', 'refused'])),
    }),
  ),
  baby: maybe(z.strictObject({ preterm: flag, lbw: flag })),
})

/** A family in the compact form: what was said, seen and on record, without the questions. */
export const compactCaseSchema = z.strictObject({
  id: person,
  title: text,
  story: text,
  role: text,
  contact_type: text,
  private: flag,
  consent: maybe(z.enum(['all', 'some', 'none', 'not_able'])),
  known_concern: flag,
  subject: text,
  immediate_danger: flag,
  sole_carer_now: flag,
  pregnancy: maybe(
    z.strictObject({
      status: maybe(z.enum(['pregnant', 'postnatal', 'none'])),
      weeks: count,
      booked_weeks: count,
      late_reason: text,
      missed: count,
      attended_claim: maybe(z.enum(['all', 'some'])),
      known_at_weeks: count,
      dates_conflict: flag,
    }),
  ),
  previous_children: maybe(
    z.strictObject({ claim: maybe(z.enum(['none', 'some'])), record: maybe(z.enum(['none', 'some'])) }),
  ),
  children: rows(childSchema),
  people: rows(personSchema),
  household_claim: maybe(z.enum(['no_one_else', 'others'])),
  household_record: maybe(z.enum(['other_adult', 'no_one_else'])),
  others_use_claim: maybe(z.enum(['none', 'some'])),
  use: rows(useSchema),
  auditc: rows(
    z.strictObject({
      person,
      q1: z.int().check(z.minimum(0), z.maximum(4)),
      q2: z.int().check(z.minimum(0), z.maximum(4)),
      q3: count,
    }),
  ),
  treatment: rows(treatmentSchema),
  tests: rows(
    z.strictObject({
      person,
      substance: word(SUBSTANCE_WORDS),
      result: z.enum(['positive', 'negative', 'unclear', 'not_done']),
      days_ago: z.int().check(z.minimum(0)),
      window_days: z.int().check(z.minimum(0)),
      supervised: flag,
      panel_covers: flag,
      used_as_proof: flag,
    }),
  ),
  storage: rows(
    z.strictObject({
      item: word(STORED_WORDS),
      claim: maybe(z.enum(['locked', 'high', 'reach', 'carried', 'not_in_home'])),
      finding: maybe(z.enum(['seen_unlocked', 'seen_locked', 'not_seen'])),
      by: text,
    }),
  ),
  observations: rows(word(SIGN_WORDS)),
  sleep: maybe(sleepSchema),
  da: maybe(
    z.strictObject({
      asked_private: flag,
      claim: maybe(z.enum(['no', 'yes'])),
      record: maybe(z.enum(['yes', 'no'])),
      present: flag,
    }),
  ),
  mh: maybe(
    z.strictObject({
      claim: maybe(z.enum(['fine', 'low'])),
      finding: maybe(z.enum(['positive_screen', 'record_crisis', 'none'])),
      suicidal: flag,
    }),
  ),
  money: maybe(
    z.strictObject({ claim: maybe(z.enum(['enough', 'short'])), finding: maybe(z.enum(['short', 'enough'])) }),
  ),
  support: maybe(
    z.strictObject({
      claim: maybe(z.enum(['plenty', 'some', 'none'])),
      confirmed: maybe(z.enum(['yes', 'no', 'not_asked', 'struggling'])),
      carer_doing_most: flag,
    }),
  ),
  family_differs: rows(z.enum(['use', 'care', 'sleep', 'household', 'other'])),
  family_concern: maybe(z.strictObject({ logged: flag, dismissed: flag, checked: flag })),
  strengths: rows(
    z.strictObject({ factor: word(FACTOR_WORDS), evidence: z.enum(['self', 'observed', 'record', 'professional']) }),
  ),
  adversities: rows(word(ADVERSITY_WORDS)),
  agencies: rows(
    z.strictObject({
      agency: word(SERVICE_WORDS),
      view: maybe(z.enum(['more_worried', 'same', 'less_worried', 'no_view', 'no_reply'])),
    }),
  ),
  agency_use_differs: flag,
  agency_facts_differ: flag,
  behaviour: maybe(z.strictObject({ contact_changed: flag, child_impact_recorded: flag })),
  supervision_claim: maybe(z.enum(['always', 'mostly', 'sometimes'])),
  settling_given: flag,
  sober_adult_unconfirmed: flag,
  child_elsewhere_claim: flag,
  other_carer_confirmed: flag,
  changed_unexplained: flag,
  capacity_judged: maybe(z.enum(['adequate', 'some_concern', 'not_adequate', 'cannot_say'])),
  progress_by_attendance_only: flag,
  not_asked: rows(z.string()),
  level: maybe(
    z.strictObject({
      chosen: z.int().check(z.minimum(1), z.maximum(4)),
      previous: maybe(z.int().check(z.minimum(1), z.maximum(4))),
      new_evidence: flag,
    }),
  ),
  analysis: maybe(z.strictObject({ confidence: z.enum(['well', 'likely', 'cannot_say', 'unlikely']) })),
  claims: rows(
    z.strictObject({
      id: z.string().check(z.minLength(1)),
      entries: z.array(z.strictObject({ source: word(SOURCE_WORDS), finding: word(FINDING_WORDS) })),
    }),
  ),
  later_event_triggers: rows(z.string()),
  expect: z.optional(z.unknown()),
  must_not: rows(z.string()),
  also_expect: rows(z.string()),
})
export type CompactCase = z.infer<typeof compactCaseSchema>

/** Reads one case. Each problem names the field and what it takes; an unknown field is refused by its name. */
export function readCase(json: unknown): { ok: true; case: CompactCase } | { ok: false; problems: readonly string[] } {
  const parsed = compactCaseSchema.safeParse(json)
  if (parsed.success) return { ok: true, case: parsed.data }
  return { ok: false, problems: parsed.error.issues.flatMap(problemsIn) }
}

function problemsIn(issue: z.core.$ZodIssue): string[] {
  const at = issue.path
    .map((p) => (typeof p === 'number' ? `[${p}]` : `.${String(p)}`))
    .join('')
    .replace(/^\./, '')
  if (issue.code === 'unrecognized_keys') return issue.keys.map((k) => `unknown field: ${at ? `${at}.` : ''}${k}`)
  const takes = issue.code === 'invalid_value' ? `; it takes ${issue.values.map(String).join(', ')}` : ''
  return [
    `${at || 'the case'}: ${issue.code === 'invalid_type' ? `must be ${issue.expected}` : 'is not usable'}${takes}`,
  ]
}
