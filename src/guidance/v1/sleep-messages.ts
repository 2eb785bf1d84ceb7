/** Where a piece of safer-sleep advice comes from. `ours`: no published source was read for it. */
export type SleepSource = 'lullaby-trust' | 'nice-ng194' | 'ours'

export const SLEEP_SOURCES: Readonly<Record<SleepSource, string>> = {
  'lullaby-trust': 'The Lullaby Trust',
  'nice-ng194': 'NICE guideline NG194',
  ours: 'The authors of this guidance; no published source was read for it',
}

export interface SleepMessage {
  id: string
  /** A row of SLP-05, or an option of SLP-01. */
  factor: string
  of: 'adult' | 'baby'
  /** What the practitioner says to that adult. `{baby}` stands for the child. */
  toThem: string
  /** The same on a sheet that others in the family read. `{who}` stands for the adult. */
  onSheet: string
  /** The factor alone, for a sheet with many points: what stands after the name. */
  inShort: string
  sources: readonly { from: SleepSource; says: string }[]
  /** The sources do not say the same; the stricter is used. */
  differ?: true
  awaitsSignOff?: true
  requirements: readonly string[]
}

const AFTER_SMOKING = 'Do not share a bed with a baby if anyone in it smokes'
const AFTER_DRUGS = 'Do not share a bed with a baby after drugs or medicine that makes you drowsy'
const SMALL_OR_EARLY = 'Do not share a bed with a baby born before 37 weeks or at 2.5 kg or less'

/** One for each thing that makes sharing a bed riskier. All in our own words, for a reading age of about 11. */
export const SLEEP_MESSAGES: readonly SleepMessage[] = [
  {
    id: 'smokes',
    factor: 'smokes',
    of: 'adult',
    toThem:
      'You smoke, so not in your bed: not tonight, and not on other nights. That is true even if you only smoke outside. Put {baby} in their own cot, near you.',
    onSheet:
      '{who} smokes, even if only outside. So {baby} does not share a bed with {who}, tonight or on other nights.',
    inShort: 'smokes',
    sources: [
      { from: 'lullaby-trust', says: AFTER_SMOKING },
      { from: 'nice-ng194', says: 'Strongly advise against sharing a bed if either parent smokes' },
    ],
    requirements: ['NSPCC-55', 'NSPCC-56'],
  },
  {
    id: 'alcohol-evening',
    factor: 'alcohol-evening',
    of: 'adult',
    toThem:
      'You drink in the evening, so not in your bed on those nights. One drink is enough to make you slower to notice. If you have drunk tonight, not tonight: put {baby} in their own cot and let the adult who has not drunk settle them.',
    onSheet:
      '{who} drinks in the evening. On a night after any drink, {baby} does not share a bed with {who}. Somebody who has not drunk settles {baby}.',
    inShort: 'drinks in the evening',
    sources: [
      { from: 'lullaby-trust', says: 'Not after any alcohol' },
      { from: 'nice-ng194', says: 'Not after two units of alcohol or more' },
    ],
    differ: true,
    awaitsSignOff: true,
    requirements: ['NSPCC-03', 'NSPCC-42', 'NSPCC-56'],
  },
  {
    id: 'drugs',
    factor: 'drugs',
    of: 'adult',
    toThem:
      'You use drugs, so not in your bed: not tonight if you have used, and not while it wears off. Put {baby} in their own cot and let the adult who has not used settle them.',
    onSheet:
      '{who} uses drugs. On a night of use, and while it wears off, {baby} does not share a bed with {who}. Somebody who has not used settles {baby}.',
    inShort: 'uses drugs',
    sources: [
      { from: 'lullaby-trust', says: AFTER_DRUGS },
      { from: 'nice-ng194', says: 'Strongly advise against sharing a bed after recreational drugs' },
    ],
    requirements: ['NSPCC-03', 'NSPCC-42', 'NSPCC-56'],
  },
  {
    id: 'sedating',
    factor: 'sedating',
    of: 'adult',
    toThem:
      'Your medicine makes you drowsy, so not in your bed: not tonight, and not on any night when you take it. Go on taking it as you were told, and ask whoever prescribed it about nights with {baby}.',
    onSheet:
      '{who} takes medicine that makes them drowsy. On those nights {baby} does not share a bed with {who}. {who} goes on taking it as they were told.',
    inShort: 'takes medicine that makes them drowsy',
    sources: [
      { from: 'lullaby-trust', says: AFTER_DRUGS },
      { from: 'nice-ng194', says: 'Strongly advise against sharing a bed after medicine that makes you drowsy' },
    ],
    requirements: ['NSPCC-55', 'NSPCC-56'],
  },
  {
    id: 'very-tired',
    factor: 'very-tired',
    of: 'adult',
    toThem:
      'You are very tired, so not in your bed tonight. Every parent of a baby knows that. Before you feed or settle {baby}, think where you would be if you fell asleep, and who could take a turn.',
    onSheet:
      '{who} is very tired. Tonight {baby} does not share a bed with {who}. Somebody else takes a turn if they can.',
    inShort: 'is very tired',
    sources: [{ from: 'ours', says: 'Being very tired makes it harder to wake and notice' }],
    awaitsSignOff: true,
    requirements: ['NSPCC-55', 'NSPCC-57'],
  },
  {
    id: 'deep-sleeper',
    factor: 'deep-sleeper',
    of: 'adult',
    toThem: 'You sleep deeply, so not in your bed tonight. Put {baby} in their own cot, close enough to hear.',
    onSheet: '{who} sleeps deeply. So {baby} does not share a bed with {who}, and sleeps close enough to be heard.',
    inShort: 'sleeps deeply',
    sources: [{ from: 'ours', says: 'Sleeping deeply makes it harder to wake and notice' }],
    awaitsSignOff: true,
    requirements: ['NSPCC-55', 'NSPCC-57'],
  },
  {
    id: 'preterm',
    factor: 'preterm',
    of: 'baby',
    toThem: '{baby} was born early, so not in your bed: not tonight, whoever is in it. It is nobody’s fault.',
    onSheet: '{baby} was born early. So {baby} does not share a bed with anybody, tonight or on other nights.',
    inShort: 'was born early',
    sources: [{ from: 'lullaby-trust', says: SMALL_OR_EARLY }],
    requirements: ['NSPCC-03', 'NSPCC-55'],
  },
  {
    id: 'low-weight',
    factor: 'low-weight',
    of: 'baby',
    toThem: '{baby} was small at birth, so not in your bed: not tonight, whoever is in it. It is nobody’s fault.',
    onSheet: '{baby} was small at birth. So {baby} does not share a bed with anybody, tonight or on other nights.',
    inShort: 'was small at birth',
    sources: [
      { from: 'lullaby-trust', says: SMALL_OR_EARLY },
      { from: 'nice-ng194', says: 'Strongly advise against sharing a bed with a baby of low birth weight' },
    ],
    requirements: ['NSPCC-03', 'NSPCC-55'],
  },
  {
    id: 'smoke',
    factor: 'smoke',
    of: 'baby',
    toThem:
      '{baby} was around smoke before birth, so not in your bed tonight. Keep the room where {baby} sleeps free of smoke.',
    onSheet: 'The room where {baby} sleeps is kept free of smoke, and {baby} does not share a bed tonight.',
    inShort: 'was around smoke before birth',
    sources: [{ from: 'ours', says: 'Smoke before birth adds to the risk; keep the baby’s room free of smoke' }],
    awaitsSignOff: true,
    requirements: ['NSPCC-03', 'NSPCC-55'],
  },
  {
    id: 'twin',
    factor: 'twin',
    of: 'baby',
    toThem:
      '{baby} has a twin, and each needs a clear space of their own. Not in your bed tonight: ask who can help you at night.',
    onSheet:
      '{baby} is one of more than one. Each baby has a clear space of their own, and does not share a bed tonight.',
    inShort: 'is one of more than one',
    sources: [{ from: 'ours', says: 'Twins are often small or early; give each a space of their own' }],
    awaitsSignOff: true,
    requirements: ['NSPCC-03', 'NSPCC-55'],
  },
  {
    id: 'unwell',
    factor: 'unwell',
    of: 'baby',
    toThem:
      '{baby} is unwell, so not in your bed tonight: in their own cot, near you. Ring 111 or your health visitor if you are worried.',
    onSheet:
      '{baby} is unwell. {baby} sleeps in their own cot, near an adult, and does not share a bed tonight. If you are worried, ring 111.',
    inShort: 'is unwell',
    sources: [{ from: 'ours', says: 'An unwell baby needs a space of their own, close to somebody who can notice' }],
    awaitsSignOff: true,
    requirements: ['NSPCC-03', 'NSPCC-55'],
  },
]

/** What everybody who settles the baby is told, whatever else applies. */
export interface SleepAdvice {
  id: 'own-space' | 'sofa' | 'doze'
  says: string
  sources: readonly SleepSource[]
  requirements: readonly string[]
}

export const SLEEP_ALWAYS: readonly SleepAdvice[] = [
  {
    id: 'own-space',
    says: '{baby} sleeps on their back, in a clear, flat, firm space of their own, in the same room as you.',
    sources: ['lullaby-trust'],
    requirements: ['NSPCC-55'],
  },
  {
    id: 'sofa',
    says: 'Never sleep with {baby} on a sofa or in an armchair. It is one of the most dangerous places, for anybody’s baby.',
    sources: ['lullaby-trust', 'nice-ng194'],
    requirements: ['NSPCC-55', 'NSPCC-59'],
  },
  {
    id: 'doze',
    says: 'If you think you might doze: put {baby} down in the cot first, or wake somebody to take over. If you wake up with {baby} beside you, move them to the cot as soon as you notice.',
    sources: ['ours'],
    requirements: ['NSPCC-57'],
  },
]

/** What to say about alcohol where the two sources do not say the same. */
export const SLEEP_ALCOHOL_SOURCES =
  'The Lullaby Trust says: not after any alcohol. NICE says: not after two units or more. We go by the stricter one: any alcohol.'

/** What is left of that: the stricter rule is in use before a clinical lead has agreed to it. */
export const SLEEP_ALCOHOL_AWAITS = 'A clinical lead has still to sign this off.'
