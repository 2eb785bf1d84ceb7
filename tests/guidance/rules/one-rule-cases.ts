export type Pair = { fires: object; neighbour: object }
const use = (status: string, more: object = {}, substance = 'cannabis', person = 'ana') => ({
  use: [{ person, substance, status, sources: ['self'], ...more }],
})
const drinks = (more: object) => use('now', more, 'alcohol')
const test = (more: object) => ({
  tests: [
    {
      person: 'ana',
      substance: 'cannabis',
      result: 'negative',
      days_ago: 3,
      window_days: 7,
      supervised: true,
      ...more,
    },
  ],
})
const treatment = (more: object) => ({ treatment: [{ person: 'ana', ...more }] })
const pregnancy = (more: object = {}) => ({ pregnancy: { status: 'pregnant', weeks: 20, ...more } })
const child = (more: object = {}) => ({ children: [{ id: 'kit', age_months: 40, seen: true, ...more }] })
const baby = { children: [{ id: 'wren', age_months: 3, seen: true }] }
const person = (more: object, role = 'friend') => ({ people: [{ id: 'lee', role, ...more }] })
const sleep = (more: object) => ({ ...baby, sleep: more })
const strength = (factor: string, evidence: string) => ({ strengths: [{ factor, evidence }] })
const sayingOf = (about: string) => child({ disclosures: [{ about, words: 'It is loud at night', actioned: true }] })
const father = { people: [{ id: 'lee', role: 'father', met: true }] }

/** For each rule the smallest case that raises it, and the nearest one that must not. */
export const PAIRS: Record<string, Pair> = {
  'RC-01': {
    fires: { ...use('past'), observations: ['smell_cannabis'] },
    neighbour: { ...use('past'), observations: ['smell_alcohol'] },
  },
  'RC-02': {
    fires: { ...use('never'), observations: ['drowsy_or_slurred'] },
    neighbour: { ...use('now'), observations: ['drowsy_or_slurred'] },
  },
  'RC-03': {
    fires: { ...use('never'), ...test({ result: 'positive' }) },
    neighbour: { ...use('never'), ...test({ result: 'positive', days_ago: 9 }) },
  },
  'RC-04': {
    fires: { ...drinks({ units_week: 8 }), observations: ['empties'] },
    neighbour: { ...drinks({}), observations: ['empties'] },
  },
  'RC-05': {
    fires: { ...drinks({ units_week: 15 }), auditc: [{ person: 'ana', q1: 3, q2: 1 }] },
    neighbour: { ...drinks({ units_week: 12 }), auditc: [{ person: 'ana', q1: 3, q2: 1 }] },
  },
  'RC-06': {
    fires: {
      ...use('past', { stop_claim: 'when_pregnant', last_use_pregnancy_week: 12 }),
      ...pregnancy({ known_at_weeks: 6 }),
    },
    neighbour: {
      ...use('past', { stop_claim: 'when_pregnant', last_use_pregnancy_week: 6 }),
      ...pregnancy({ known_at_weeks: 6 }),
    },
  },
  'RC-07': { fires: { agency_use_differs: true }, neighbour: { agencies: [{ agency: 'gp', view: 'same' }] } },
  'RC-08': {
    fires: treatment({ claim: 'engaging', service_missed: 2 }),
    neighbour: treatment({ claim: 'engaging', service_missed: 1 }),
  },
  'RC-09': {
    fires: treatment({ ost: { claim: 'as_prescribed', missed_pickups: 1 } }),
    neighbour: treatment({ ost: { claim: 'not_as_prescribed', missed_pickups: 1 } }),
  },
  'RC-10': {
    fires: pregnancy({ attended_claim: 'all', missed: 2 }),
    neighbour: pregnancy({ attended_claim: 'all', missed: 1 }),
  },
  'RC-11': {
    fires: { household_claim: 'no_one_else', observations: ['other_adult_belongings'] },
    neighbour: { household_claim: 'others', observations: ['other_adult_belongings'] },
  },
  'RC-12': {
    fires: person({ tie_claim: 'used_to_live', tie_evidence: 'seen' }),
    neighbour: person({ tie_claim: 'used_to_live' }),
  },
  'RC-13': {
    fires: { others_use_claim: 'none', ...person({ tie_now: 'lives', use_record: 'current' }) },
    neighbour: { others_use_claim: 'none', ...person({ tie_now: 'lives', use_record: 'past' }) },
  },
  'RC-14': {
    fires: sleep({ claim: 'cot', places: [{ place: 'cot', seen: true, used_for_storage: true }] }),
    neighbour: sleep({ claim: 'cot', places: [{ place: 'cot', seen: true, used_for_storage: false }] }),
  },
  'RC-15': {
    fires: { ...sleep({ never_claim: true }), observations: ['bedding_on_sofa'] },
    neighbour: { ...sleep({ never_claim: false }), observations: ['bedding_on_sofa'] },
  },
  'RC-16': { fires: { sober_adult_unconfirmed: true }, neighbour: { sober_adult_unconfirmed: false } },
  'RC-17': {
    fires: { storage: [{ item: 'methadone', claim: 'locked', finding: 'seen_unlocked' }] },
    neighbour: { storage: [{ item: 'methadone', claim: 'locked', finding: 'seen_locked' }] },
  },
  'RC-18': {
    fires: { supervision_claim: 'always', ...child({ injuries: 1 }) },
    neighbour: { supervision_claim: 'mostly', ...child({ injuries: 1 }) },
  },
  'RC-19': {
    fires: child({ attendance_claim: 'good', attendance_record: 'poor' }),
    neighbour: child({ attendance_claim: 'good', attendance_record: 'good' }),
  },
  'RC-20': {
    fires: child({ health_record_claim: 'up_to_date', health_record: 'behind' }),
    neighbour: child({ health_record_claim: 'behind', health_record: 'behind' }),
  },
  'RC-21': {
    fires: { previous_children: { claim: 'none', record: 'some' } },
    neighbour: { previous_children: { claim: 'some', record: 'some' } },
  },
  'RC-22': {
    fires: { support: { claim: 'plenty', confirmed: 'struggling' } },
    neighbour: { support: { claim: 'some', confirmed: 'struggling' } },
  },
  'RC-23': {
    fires: { money: { claim: 'enough', finding: 'short' } },
    neighbour: { money: { claim: 'short', finding: 'short' } },
  },
  'RC-24': {
    fires: { mh: { claim: 'fine', finding: 'positive_screen' } },
    neighbour: { mh: { claim: 'low', finding: 'positive_screen' } },
  },
  'RC-25': {
    fires: { da: { claim: 'no', asked_private: false } },
    neighbour: { da: { claim: 'no', asked_private: true } },
  },
  'RC-26': { fires: { family_differs: ['use'] }, neighbour: { family_differs: ['household'] } },
  'RC-27': { fires: sayingOf('care'), neighbour: sayingOf('household') },
  'RC-28': { fires: { changed_unexplained: true }, neighbour: { changed_unexplained: false } },
  'RC-29': {
    fires: {
      agencies: [
        { agency: 'gp', view: 'more_worried' },
        { agency: 'school', view: 'less_worried' },
      ],
    },
    neighbour: {
      agencies: [
        { agency: 'gp', view: 'more_worried' },
        { agency: 'school', view: 'same' },
      ],
    },
  },
  'RC-30': {
    fires: { family_concern: { logged: true, dismissed: true, checked: false } },
    neighbour: { family_concern: { logged: true, dismissed: true, checked: true } },
  },
  'RC-31': { fires: pregnancy({ dates_conflict: true }), neighbour: pregnancy() },
  'RC-32': {
    fires: test({ used_as_proof: true, panel_covers: false }),
    neighbour: test({ used_as_proof: true, panel_covers: true }),
  },
  'RC-33': {
    fires: { child_elsewhere_claim: true, other_carer_confirmed: false },
    neighbour: { child_elsewhere_claim: true, other_carer_confirmed: true },
  },
  'RC-34': {
    fires: drinks({ pattern_claim: 'weekends', weekday_evidence: true }),
    neighbour: drinks({ weekday_evidence: true }),
  },
  'RC-35': {
    fires: {
      use: [...use('past').use, ...use('now', {}, 'cannabis', 'lee').use],
      observations: ['smell_cannabis'],
    },
    neighbour: { ...use('past'), observations: ['smell_cannabis'] },
  },
  'OB-01': { fires: use('now'), neighbour: use('now', { sources: ['self', 'record'] }) },
  'OB-02': { fires: strength('treatment', 'self'), neighbour: strength('treatment', 'record') },
  'OB-03': { fires: strength('child', 'observed'), neighbour: strength('bond', 'observed') },
  'OB-04': {
    fires: { ...use('past', { relapse_asked: false }), ...pregnancy() },
    neighbour: { ...use('past', { relapse_asked: true }), ...pregnancy() },
  },
  'OB-05': { fires: use('now'), neighbour: use('now', { impact_recorded: true }) },
  'OB-06': { fires: person({ met: false }, 'father'), neighbour: father },
  'OB-07': {
    fires: { level: { chosen: 2, previous: 3, new_evidence: false } },
    neighbour: { level: { chosen: 2, previous: 3, new_evidence: true } },
  },
  'OB-08': {
    fires: { behaviour: { contact_changed: true } },
    neighbour: { behaviour: { contact_changed: true, child_impact_recorded: true } },
  },
  'OB-09': { fires: strength('bond', 'self'), neighbour: strength('bond', 'observed') },
  'OB-10': { fires: child({ seen: false }), neighbour: child() },
  'OB-11': {
    fires: { not_asked: ['NET-12', 'PRO-10', 'SLP-12'] },
    neighbour: { not_asked: ['NET-12', 'PRO-10'] },
  },
  'OB-12': {
    fires: { analysis: { confidence: 'well' }, agency_facts_differ: true },
    neighbour: { analysis: { confidence: 'likely' }, agency_facts_differ: true },
  },
  'OB-13': {
    fires: { support: { carer_doing_most: true }, capacity_judged: 'adequate' },
    neighbour: { support: { carer_doing_most: true }, capacity_judged: 'some_concern' },
  },
  'OB-14': { fires: { progress_by_attendance_only: true }, neighbour: { progress_by_attendance_only: false } },
  'SP-01': { fires: { immediate_danger: true }, neighbour: { immediate_danger: false } },
  'SP-02': {
    fires: { observations: ['drowsy_or_slurred'], sole_carer_now: true },
    neighbour: { observations: ['agitated'], sole_carer_now: true },
  },
  'SP-03': {
    fires: { ...drinks({ dependence: true }), ...pregnancy() },
    neighbour: { ...drinks({}), ...pregnancy() },
  },
  'SP-04': {
    fires: { ...use('now', {}, 'ost'), ...pregnancy() },
    neighbour: { ...use('now', {}, 'ost', 'lee'), ...pregnancy() },
  },
  'SP-05': {
    fires: sleep({ adults: [{ person: 'ana', smokes: true }] }),
    neighbour: sleep({ adults: [{ person: 'ana', smokes: false }] }),
  },
  'SP-06': { fires: child({ ingestion_now: true }), neighbour: child({ ingestion: true }) },
  'SP-07': {
    fires: { ...child(), storage: [{ item: 'methadone', claim: 'high', finding: 'seen_unlocked' }] },
    neighbour: { ...child(), storage: [{ item: 'household', claim: 'high', finding: 'seen_unlocked' }] },
  },
  'SP-08': { fires: { mh: { suicidal: true } }, neighbour: { mh: { suicidal: false } } },
  'SP-09': {
    fires: { da: { present: true }, private: false },
    neighbour: { da: { present: true }, private: true },
  },
  'SP-10': {
    fires: use('now', {}, 'ost'),
    neighbour: { ...use('now', {}, 'ost'), ...treatment({ ost: { naloxone: true } }) },
  },
  'SP-11': {
    fires: { ...child(), observations: ['needles'] },
    neighbour: { ...pregnancy(), observations: ['needles'] },
  },
  'SP-12': { fires: { ...child(), settling_given: true }, neighbour: { ...child(), settling_given: false } },
  'LN4-1': {
    fires: { ...use('now', { problem: true }), ...pregnancy(), sole_carer_now: true },
    neighbour: { ...use('now'), ...pregnancy(), sole_carer_now: true },
  },
  'LN4-2': { fires: child({ injuries: 1 }), neighbour: child({ injuries: 0 }) },
  'LN4-3': {
    fires: person({ tie_claim: 'should_not_come', tie_evidence: 'record' }),
    neighbour: person({ tie_claim: 'should_not_come' }),
  },
  'LN3-1': {
    fires: { ...use('now'), ...pregnancy({ booked_weeks: 19 }) },
    neighbour: { ...use('past'), ...pregnancy({ booked_weeks: 19 }) },
  },
  'LN3-2': {
    fires: { ...use('now'), ...child({ caring_role: true }) },
    neighbour: { ...use('past'), ...child({ caring_role: true }) },
  },
  'LN3-3': {
    fires: { ...use('now'), adversities: ['debt', 'isolation', 'housing'] },
    neighbour: { ...use('now'), adversities: ['debt', 'isolation'] },
  },
  'LN3-4': {
    fires: { consent: 'none', known_concern: true },
    neighbour: { consent: 'some', known_concern: true },
  },
  'LN2-1': { fires: use('past'), neighbour: use('never') },
  'LN2-2': { fires: { support: { confirmed: 'not_asked' } }, neighbour: { support: { confirmed: 'yes' } } },
  'LN1-1': { fires: use('never'), neighbour: use('past') },
}
