import { cells } from '../../../domain/answer.ts'
import type { Rule } from '../../../domain/finding.ts'
import { DEFAULTS } from '../defaults.ts'
import { STORES } from './contradictions-home.ts'
import {
  about,
  atLeast,
  babies,
  comesHere,
  has,
  overall,
  pregnancyAnswers,
  problemUseNow,
  saying,
  sayingOf,
  signs,
  UNSAFE_PLACES,
  usesEver,
  usesNow,
  youngerThan,
} from './facts.ts'
import { level } from './rule.ts'

const DOUBTS = ['RC-01', 'RC-02', 'RC-03', 'RC-06', 'RC-26']
const OPIOID_MEDICINES = ['methadone', 'buprenorphine', 'other-opioid', 'heroin', 'tablets']

export const levelPrompts: readonly Rule[] = [
  level(
    'LN4-1',
    {
      tier: 4,
      when: 'An unborn baby or a baby, problem use now, and unsafe sleep or no safe adult',
      prompt: 'Think about tier 4: acute need.',
      requirements: ['SSIA-36', 'PROC-24'],
    },
    (view, raised) => {
      const use = problemUseNow(view)
      if (use.length === 0 || (!view.isPregnancy && babies(view).length === 0)) return []
      const reasons = [
        ...(raised.has('RC-14') || raised.has('RC-15') ? view.answers('SLP-12') : []),
        ...saying(view, 'SLP-09', 'last-night', ...UNSAFE_PLACES),
        ...saying(view, 'SLP-12', 'says-place', ...UNSAFE_PLACES),
        ...saying(view, 'SLP-12', 'says-never', 'sometimes'),
        ...sayingOf(view, 'START-11', view.contact, 'other-adult', 'no'),
      ]
      return reasons.length > 0 ? [overall(...use, ...reasons)] : []
    },
  ),
  level(
    'LN4-2',
    {
      tier: 4,
      when: 'A child was hurt, swallowed or was given a substance, or an opioid medicine is unsecured with a child under five',
      prompt: 'Think about tier 4: acute need.',
      requirements: ['SSIA-36', 'SSIA-70'],
    },
    (view) => {
      const events = saying(view, 'SAF-06', 'what', 'injury', 'swallowing', 'burn').map((a) => overall(a))
      const given = saying(view, 'SAF-08', 'given', 'yes').map((a) => overall(a))
      const stored = STORES.flatMap((q) => saying(view, q, 'what', ...OPIOID_MEDICINES)).filter(
        (s) => has(s, 'seen', 'unlocked') || has(s, 'says', 'reach'),
      )
      const unsecured = youngerThan(view, 60).length > 0 ? stored.map((s) => overall(s)) : []
      return [...events, ...given, ...unsecured]
    },
  ),
  level(
    'LN4-3',
    {
      tier: 4,
      when: 'Somebody who should not come here is coming, or somebody who is a known risk to children has contact',
      prompt: 'Think about tier 4: acute need.',
      requirements: ['SSIA-36', 'NSPCC-23'],
    },
    (view) => [
      ...saying(view, 'NET-03', 'tie', 'should-not-come').flatMap((tie) => {
        const shown = sayingOf(view, 'NET-03', tie.subject, 'evidence', 'seen-here', 'in-record', 'child-named')
        return shown.length > 0 ? [about(tie.subject, tie, ...shown)] : []
      }),
      ...saying(view, 'NET-06', 'risk', 'violence', 'sexual-harm', 'neglect', 'order').flatMap((risk) => {
        const care = sayingOf(view, 'NET-04', risk.subject, 'care', 'main', 'shared', 'overnight', 'day')
        const here = [...comesHere(view, risk.subject), ...care]
        return here.length > 0 ? [about(risk.subject, risk, ...here)] : []
      }),
    ],
  ),
  level(
    'LN3-1',
    {
      tier: 3,
      when: 'A pregnancy with use now or use in doubt, and late booking, missed care or an earlier child who lives elsewhere',
      prompt: 'Think about tier 3: complex need.',
      requirements: ['SSIA-36', 'NSPCC-34'],
    },
    (view, raised) => {
      // Use that is said to be past, but that signs, a test or a relative put in doubt, is looked at like use now.
      const doubted = DOUBTS.some((id) => raised.has(id)) ? usesEver(view) : []
      const use = usesNow(view).length > 0 ? usesNow(view) : doubted
      if (!view.isPregnancy || use.length === 0) return []
      const reasons = [
        ...view.answers('PRE-03').filter((a) => atLeast(a, 'weeks', DEFAULTS.lateBookingAfterWeeks.value + 0.01)),
        ...view.answers('PRE-04').filter((a) => atLeast(a, 'missed', DEFAULTS.missedCareAppointments.value)),
        ...view.subjects('adult').flatMap((adult) => view.items('PRE-05', adult.id)),
      ]
      return reasons.length > 0 ? [overall(...use, ...reasons, ...pregnancyAnswers(view))] : []
    },
  ),
  level(
    'LN3-2',
    {
      tier: 3,
      when: 'Use now, and a child who cares for others, misses school or is distressed',
      prompt: 'Think about tier 3: complex need.',
      requirements: ['SSIA-36', 'PROC-50'],
    },
    (view) => {
      const use = usesNow(view)
      if (use.length === 0) return []
      return [
        ...saying(view, 'CHD-11', 'does', ...CARING),
        ...saying(view, 'CHD-10', 'record', 'poor'),
        ...saying(view, 'CHD-09', 'effects', 'behaviour-mood', 'caring', 'school'),
      ].map((a) => about(a.subject, a, ...use))
    },
  ),
  level(
    'LN3-3',
    {
      tier: 3,
      when: 'Use now, with three or more other pressures, domestic abuse, or mental ill-health that is not treated',
      prompt: 'Think about tier 3: complex need.',
      requirements: ['SSIA-36', 'NSPCC-06'],
    },
    (view) => {
      const use = usesNow(view)
      if (use.length === 0) return []
      const pressures = view.answers('ADV-01')
      const now = new Set(
        pressures.flatMap((a) =>
          Object.entries(cells(a, 'adversities')).flatMap(([row, when]) => (when === 'now' ? [row] : [])),
        ),
      )
      const reasons = [
        ...(now.size >= DEFAULTS.manyAdversities.value ? pressures : []),
        ...(now.has('domestic-abuse') ? pressures : []),
        ...saying(view, 'ADV-07', 'da', 'yes-now', 'yes-before'),
        ...saying(view, 'ADV-07', 'record', 'yes'),
        ...saying(view, 'ADV-04', 'whooley', 'positive'),
        ...saying(view, 'ADV-04', 'record', 'crisis-or-treatment'),
      ]
      return reasons.length > 0 ? [overall(...use, ...reasons)] : []
    },
  ),
  level(
    'LN3-4',
    {
      tier: 3,
      when: 'Permission is refused, and harm is already suspected',
      prompt: 'Think about tier 3: complex need.',
      requirements: ['NSPCC-54', 'NSPCC-41'],
    },
    (view) => {
      const refused = saying(view, 'ENG-04', 'agree', 'none')
      const known = saying(view, 'ENG-05', 'concerns', ...CONCERNS)
      return refused.length > 0 && known.length > 0 ? [overall(...refused, ...known)] : []
    },
  ),
  level(
    'LN2-1',
    {
      tier: 2,
      when: 'An adult who cares for the child uses or has used drugs or alcohol',
      prompt: 'Think about tier 2: extra help early.',
      requirements: ['SSIA-36', 'PROC-23'],
    },
    (view) => {
      const use = [...usesEver(view), ...saying(view, 'PRE-06', 'use', 'current', 'past')]
      return use.length > 0 ? [overall(...use)] : []
    },
  ),
  level(
    'LN2-2',
    {
      tier: 2,
      when: 'The network is thin or not confirmed, or a practical need is not met',
      prompt: 'Think about tier 2: extra help early.',
      requirements: ['SSIA-36', 'NSPCC-28'],
    },
    (view) => {
      const reasons = [
        ...saying(view, 'PRO-06', 'confirmed', 'not-agreed', 'struggling', 'told-only', 'none'),
        ...saying(view, 'CAP-05', 'seen', 'essentials-missing'),
        ...saying(view, 'CAP-05', 'enough', 'often-short'),
        ...signs(view, 'bare-cupboards', 'no-power'),
      ]
      return reasons.length > 0 ? [overall(...reasons)] : []
    },
  ),
  level(
    'LN1-1',
    {
      tier: 1,
      when: 'No other prompt about the level applies',
      prompt: 'Universal services. Ask again at the next contact.',
      requirements: ['SSIA-36'],
    },
    (_, raised) => ([...raised].some((id) => id.startsWith('LN')) ? [] : [overall()]),
  ),
]

const CARING = ['wakes-adults', 'feeds-siblings', 'settles-baby', 'gets-medicines', 'misses-school', 'keeps-secrets']
const CONCERNS = [
  'physical-harm',
  'neglect',
  'unsafe-sleep',
  'substance-access',
  'domestic-abuse',
  'earlier-removal',
  'unborn-at-risk',
  'other',
]
