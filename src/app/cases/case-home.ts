import type { Cast } from './case-people.ts'
import { type CaseRecorder, yesNo } from './case-recorder.ts'
import { ADVERSITY_WORDS, FACTOR_WORDS, PLACE_WORDS, SERVICE_WORDS, SIGN_WORDS, STORED_WORDS } from './case-words.ts'
import type { CompactCase } from './compact-case.ts'

const EVIDENCE: Readonly<Record<string, string>> = {
  self: 'told',
  observed: 'seen',
  record: 'record',
  professional: 'other-worker',
}

/** A compact case tells these of the adult who was seen. */
const HOW_AN_ADULT_SEEMED = ['drowsy_or_slurred', 'agitated', 'withdrawal_signs']

/** The home, other pressures, strengths, sleep, storage and other services. */
export function recordHome(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  for (const o of c.observations ?? []) {
    const person = HOW_AN_ADULT_SEEMED.includes(o) ? [cast.subject] : undefined
    r.thing('TRI-01', { sign: SIGN_WORDS[o], person }, 'seen')
  }
  r.answer('NET-16', '-', {
    says: c.household_claim && (c.household_claim === 'others' ? 'others' : 'no-one-else'),
    record: c.household_record?.replaceAll('_', '-'),
  })
  r.answer('NET-15', '-', { says: c.others_use_claim && (c.others_use_claim === 'none' ? 'none' : 'yes') })
  for (const s of c.storage ?? []) {
    r.thing('SAF-01', {
      what: STORED_WORDS[s.item],
      says: s.claim?.replaceAll('_', '-'),
      seen: s.finding && { seen_unlocked: 'unlocked', seen_locked: 'locked', not_seen: 'not-seen' }[s.finding],
      'seen-by': s.by?.replaceAll('_', ' '),
    })
  }
  if (c.settling_given) r.answer('SAF-08', '-', { given: 'yes' })
  const watched = { always: 'always-watched', mostly: 'mostly-watched', sometimes: 'sometimes-alone' }
  r.answer('CAP-13', '-', { says: c.supervision_claim && watched[c.supervision_claim] })
  recordPressures(c, r, cast)
  recordSleep(c, r, cast)
  for (const s of c.strengths ?? []) {
    r.thing('PRO-10', {
      label: s.factor.replaceAll('_', ' '),
      factor: FACTOR_WORDS[s.factor],
      evidence: EVIDENCE[s.evidence],
    })
  }
  recordServices(c, r)
}

function recordPressures(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  const rows = [...new Set((c.adversities ?? []).map((a) => ADVERSITY_WORDS[a] ?? 'isolation'))]
  if (rows.length > 0) {
    r.answer('ADV-01', cast.subject, { adversities: Object.fromEntries(rows.map((row) => [row, 'now'])) })
  }
  r.answer('ADV-04', cast.subject, {
    says: c.mh?.claim,
    whooley: c.mh?.finding === 'positive_screen' ? 'positive' : undefined,
    record: c.mh?.finding === 'record_crisis' ? 'crisis-or-treatment' : undefined,
    thoughts: yesNo(c.mh?.suicidal),
  })
  r.answer('ADV-07', cast.subject, {
    da: c.da?.claim && (c.da.claim === 'no' ? 'no' : 'yes-now'),
    alone: yesNo(c.da?.asked_private),
    record: c.da?.record,
    suspected: yesNo(c.da?.present),
  })
  r.answer('CAP-05', '-', {
    enough: c.money?.claim && (c.money.claim === 'enough' ? 'always' : 'often-short'),
    seen: c.money?.finding && (c.money.finding === 'short' ? 'essentials-missing' : 'essentials-present'),
  })
  const confirmed = { yes: 'confirmed', no: 'not-agreed', not_asked: 'told-only', struggling: 'struggling' }
  r.answer('PRO-06', '-', {
    says: c.support?.claim,
    confirmed: c.support?.confirmed && confirmed[c.support.confirmed],
  })
}

function recordSleep(c: CompactCase, r: CaseRecorder, cast: Cast): void {
  const sleep = c.sleep
  r.answer('SLP-12', '-', {
    'says-place': sleep?.claim && PLACE_WORDS[sleep.claim],
    'says-never': sleep?.never_claim == null ? undefined : sleep.never_claim ? 'never' : 'sometimes',
  })
  r.answer('SLP-09', r.contact, { 'last-night': sleep?.last_night && PLACE_WORDS[sleep.last_night] })
  for (const p of sleep?.places ?? []) {
    const place = r.thing('SLP-02', { place: PLACE_WORDS[p.place] })
    r.answer(
      'SLP-03',
      place,
      { seen: p.seen == null ? undefined : p.seen ? 'seen' : 'not-seen', storage: yesNo(p.used_for_storage) },
      'seen',
    )
  }
  for (const a of sleep?.adults ?? []) {
    const adult = cast.person(a.person)
    const role = (c.people ?? []).find((p) => p.id === a.person)?.role ?? ''
    r.answer('NET-04', adult, {
      care: adult === cast.subject ? 'main' : role.startsWith('grand') ? 'overnight' : 'shared',
    })
    const factors = {
      smokes: a.smokes,
      'alcohol-evening': a.alcohol_evening,
      drugs: a.drugs,
      sedating: a.sedating,
    }
    const cells = Object.entries(factors).flatMap(([k, v]) => (v == null ? [] : [[k, v ? 'yes' : 'no'] as const]))
    if (cells.length > 0) r.answer('SLP-05', adult, { factors: Object.fromEntries(cells) })
    if (a.message != null) r.answer('SLP-06', adult, { given: [a.message ? 'spoken' : 'not-yet'] }, 'opinion')
    if (a.teachback) {
      r.answer('SLP-07', adult, { words: 'In their own words', rating: a.teachback.replaceAll('_', '-') })
    }
  }
  const baby = [...cast.children.values()][0]
  const markers = [...(sleep?.baby?.preterm ? ['preterm'] : []), ...(sleep?.baby?.lbw ? ['low-weight'] : [])]
  if (baby && markers.length > 0) r.answer('SLP-01', baby, { markers }, 'record')
  if (c.sober_adult_unconfirmed) r.thing('SLP-08', { situation: 'party', confirmed: 'no' })
}

function recordServices(c: CompactCase, r: CaseRecorder): void {
  for (const a of c.agencies ?? []) {
    const service = r.thing('AGY-01', { type: SERVICE_WORDS[a.agency] }, 'record')
    r.answer('AGY-03', service, { view: a.view?.replaceAll('_', '-') }, 'record')
  }
  if (c.agency_use_differs) {
    for (const [type, held] of [
      ['gp', 'none'],
      ['substance-service', 'current'],
    ]) {
      r.answer('AGY-03', r.thing('AGY-01', { type }, 'record'), { 'use-held': held }, 'record')
    }
  }
  if (c.agency_facts_differ) {
    for (const [type, seen] of [
      ['gp', 'yes'],
      ['health-visitor', 'no'],
    ] as const) {
      r.answer('AGY-03', r.thing('AGY-01', { type }, 'record'), { held: { 'child-seen': seen } }, 'record')
    }
  }
}
