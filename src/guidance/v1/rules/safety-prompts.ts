import { type Answer, cell, chosen } from '../../../domain/answer.ts'
import type { Rule } from '../../../domain/finding.ts'
import { saferSleepOf } from '../../../domain/safer-sleep.ts'
import { adultOf, substanceOf, WHOLE } from '../../../domain/subjects.ts'
import type { RecordView } from '../../../domain/view.ts'
import { STORES } from './contradictions-home.ts'
import {
  about,
  children,
  has,
  isSleepOpen,
  OPIOIDS,
  overall,
  pregnantAdults,
  saying,
  sayingOf,
  signs,
  usesNow,
} from './facts.ts'
import { safety } from './rule.ts'

export const safetyPrompts: readonly Rule[] = [
  safety(
    'SP-01',
    {
      when: 'Somebody is in danger now',
      prompt: 'Call 999. Stay only if that is safe for you. Then ring your safeguarding lead.',
      requirements: ['PROC-44'],
    },
    (view) => sayingOf(view, 'START-10', view.contact, 'danger', 'yes').map((a) => overall(a)),
  ),
  safety(
    'SP-02',
    {
      when: 'The adult in charge is affected now, and no other safe adult is here',
      prompt: 'Do not leave the child without a safe adult. Get help now.',
      requirements: ['NSPCC-48', 'PROC-44'],
    },
    (view) => {
      const affected = [
        ...signs(view, 'drowsy-slurred').filter(
          (s) => s.entry.contact === view.contact && isOfWhoeverIsInCharge(view, s),
        ),
        ...sayingOf(view, 'START-11', view.contact, 'affected', 'yes'),
      ]
      const alone = sayingOf(view, 'START-11', view.contact, 'other-adult', 'no')
      return affected.length > 0 && alone.length > 0 ? [overall(...affected, ...alone)] : []
    },
  ),
  safety(
    'SP-03',
    {
      when: 'Somebody who is pregnant may be dependent on alcohol',
      prompt:
        'Advise them not to stop drinking suddenly. Refer the same day to a specialist for medically assisted withdrawal.',
      topics: ['K-USE', 'K-PREG'],
      requirements: ['PROC-39', 'NSPCC-51'],
      awaitsSignOff: true,
    },
    (view) =>
      ownUseInPregnancy(view, ['alcohol']).flatMap((use) => {
        const dependence = [
          ...sayingOf(view, 'CON-10', use.subject, 'signs', 'withdrawal', 'shakes', 'fits'),
          ...sayingOf(view, 'CON-14', use.subject, 'why', 'dependent'),
        ]
        return dependence.length > 0 ? [about(use.subject, use, ...dependence)] : []
      }),
  ),
  safety(
    'SP-04',
    {
      when: 'Somebody who is pregnant uses opioids or takes a substitution medicine',
      prompt: 'Do not advise them to stop. Speak with the prescriber and the specialist midwife the same day.',
      topics: ['K-USE', 'K-RX'],
      requirements: ['PROC-39', 'PROC-41'],
      awaitsSignOff: true,
    },
    (view) => ownUseInPregnancy(view, OPIOIDS).map((use) => about(use.subject, use)),
  ),
  safety(
    'SP-05',
    {
      when: 'A baby is here or nearly due, and an adult who settles the baby drinks, uses, smokes or takes medicine that makes them drowsy, the baby was early or small, or sleeps on a sofa or armchair',
      prompt:
        "Advise against sharing a sleep place with the baby. Agree tonight's place and who the unaffected adult is. Ask them to say it back in their own words.",
      topics: ['K-SLEEP'],
      requirements: ['NSPCC-03', 'NSPCC-55'],
    },
    (view) => {
      if (!isSleepOpen(view)) return []
      const adults = saferSleepOf(view)
        .adults.filter(({ factors }) => AFFECTS_SLEEP.some((f) => factors[f].includes('yes')))
        .map(({ person }) => ({ person, because: view.answersFor('SLP-05', person).filter(affectsSleep) }))
      const reasons = [
        ...saying(view, 'SLP-01', 'markers', 'preterm', 'low-weight'),
        ...saying(view, 'SLP-09', 'last-night', 'sofa', 'armchair'),
        ...saying(view, 'SLP-12', 'says-place', 'sofa', 'armchair'),
        ...signs(view, 'bedding-sofa'),
      ]
      return [
        ...adults.map((a) => about(a.person, ...a.because)),
        ...(reasons.length > 0 ? [about(WHOLE, ...reasons)] : []),
      ]
    },
  ),
  safety(
    'SP-06',
    {
      when: 'A child may have swallowed or been given a substance',
      prompt: 'Get emergency help now: 999 or A&E. Take the container with you.',
      topics: ['K-CARE', 'K-STORE'],
      requirements: ['SSIA-70', 'NSPCC-63'],
    },
    (view) =>
      saying(view, 'SAF-06', 'what', 'swallowing')
        .filter((a) => has(a, 'now', 'yes'))
        .map((a) => overall(a)),
  ),
  safety(
    'SP-07',
    {
      when: 'Substitution medicine or drugs are within reach or unlocked in a home with a child',
      prompt: 'Make it safer before you leave. Arrange a lockbox and a plan for the supply today.',
      topics: ['K-STORE'],
      requirements: ['NSPCC-62', 'NSPCC-63'],
    },
    (view) =>
      bornChildrenOrNone(view)
        ? []
        : STORES.flatMap((q) => view.answers(q))
            .filter((s) => !has(s, 'what', 'household'))
            .filter((s) => has(s, 'seen', 'unlocked') || has(s, 'says', 'reach'))
            .map((s) => overall(s)),
  ),
  safety(
    'SP-08',
    {
      when: 'An adult or a child has thoughts of suicide or of hurting themselves',
      prompt: 'Follow the crisis pathway now.',
      topics: ['K-MH'],
      requirements: ['SSIA-06', 'SSIA-62'],
    },
    (view) => [
      ...saying(view, 'ADV-04', 'thoughts', 'yes').map((a) => about(a.subject, a)),
      ...saying(view, 'CHD-13', 'signs', 'self-harm').map((a) => about(a.subject, a)),
    ],
  ),
  safety(
    'SP-09',
    {
      when: 'Abuse is disclosed or suspected, and the person may be near',
      prompt: 'Stop the private questions, hide the screen, and use the route that you agreed.',
      topics: ['K-DA'],
      requirements: ['PROC-08', 'SSIA-06'],
    },
    (view) => {
      const near = sayingOf(view, 'START-04', view.contact, 'safe', 'not-now', 'not-sure')
      const abuse = [...saying(view, 'ADV-07', 'suspected', 'yes'), ...saying(view, 'ADV-07', 'da', 'yes-now')]
      return near.length > 0 ? abuse.map((a) => about(a.subject, a, ...near)) : []
    },
  ),
  safety(
    'SP-10',
    {
      when: 'Opioids are used, and no naloxone is known to be at home',
      prompt: 'Offer naloxone and show how to use it.',
      topics: ['K-USE', 'K-RX'],
      requirements: ['NSPCC-63', 'PROC-47'],
    },
    (view) => {
      const here = [...saying(view, 'CON-10', 'signs', 'naloxone'), ...saying(view, 'SAF-05', 'measures', 'naloxone')]
      const uses = usesNow(view).filter((u) => OPIOIDS.includes(substanceOf(u.subject)))
      return here.length === 0 ? uses.map((u) => about(u.subject, u)) : []
    },
  ),
  safety(
    'SP-11',
    {
      when: 'Needles or other equipment are where a child could reach them',
      prompt: 'Make it safer now. Offer a sharps bin and a needle exchange.',
      topics: ['K-STORE'],
      requirements: ['NSPCC-02', 'NSPCC-62'],
    },
    (view) => {
      if (bornChildrenOrNone(view)) return []
      const seen = signs(view, 'needles', 'pipe-foil')
      const kept = STORES.flatMap((q) => saying(view, q, 'what', 'needles-pipes')).filter(
        (s) => has(s, 'seen', 'unlocked') || has(s, 'says', 'reach'),
      )
      return [...seen, ...kept].length > 0 ? [overall(...seen, ...kept)] : []
    },
  ),
  safety(
    'SP-12',
    {
      when: 'A child may have been given something to settle or to sleep',
      prompt: 'Get medical advice and ring your safeguarding lead today.',
      topics: ['K-CARE'],
      requirements: ['NSPCC-05'],
    },
    (view) => saying(view, 'SAF-08', 'given', 'yes').map((a) => overall(a)),
  ),
]

/** It is put down to nobody, or to an adult in charge; where nobody is named as in charge, to anybody. */
function isOfWhoeverIsInCharge(view: RecordView, sign: Answer): boolean {
  const whose = chosen(sign, 'person')
  const inCharge = view.answersFor('START-11', view.contact).flatMap((a) => chosen(a, 'in-charge'))
  return whose.length === 0 || inCharge.length === 0 || whose.some((person) => inCharge.includes(person))
}

const AFFECTS_SLEEP = ['smokes', 'alcohol-evening', 'drugs', 'sedating'] as const
const affectsSleep = (a: Answer): boolean => AFFECTS_SLEEP.some((f) => cell(a, 'factors', f) === 'yes')

const ownUseInPregnancy = (view: RecordView, substances: readonly string[]) =>
  usesNow(view).filter(
    (u) => substances.includes(substanceOf(u.subject)) && pregnantAdults(view).includes(adultOf(u.subject)),
  )

/** True when no born child is part of the assessment. */
const bornChildrenOrNone = (view: RecordView): boolean => children(view).every((c) => view.isUnborn(c))
