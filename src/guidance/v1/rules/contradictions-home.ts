import { isBlank } from '../../../domain/answer.ts'
import type { Rule } from '../../../domain/finding.ts'
import { saferSleepOf } from '../../../domain/safer-sleep.ts'
import { adultOf } from '../../../domain/subjects.ts'
import { DEFAULTS } from '../defaults.ts'
import { unexplainedChanges } from './changes.ts'
import {
  about,
  atLeast,
  cell,
  comesHere,
  familyDiffers,
  has,
  isOwnSpace,
  isSleepOpen,
  isSubjectOfAssessment,
  overall,
  people,
  saidByChild,
  saying,
  sayingOf,
  signs,
  UNSAFE_PLACES,
  USE_SIGNS,
  usesNow,
} from './facts.ts'
import { arrivals, endedInDoubt, knownBy, strainedRelatives } from './network-facts.ts'
import { contradiction } from './rule.ts'
import { factsThatDiffer } from './services.ts'

export const contradictionsOfHome: readonly Rule[] = [
  contradiction(
    'RC-11',
    {
      when: 'An adult says nobody else lives or stays here, and another adult or their things were seen, or a record or child names one',
      prompt: 'Who does this belong to? Ask calmly, and check records before you take anything as settled.',
      topics: ['K-HH'],
      requirements: ['NSPCC-25', 'NSPCC-11'],
    },
    (view) => {
      const claim = saying(view, 'NET-16', 'says', 'no-one-else')
      const shown = [
        ...signs(view, 'other-adult-belongings', 'other-adult-present'),
        ...saidByChild(view, 'household'),
        ...saying(view, 'NET-16', 'record', 'other-adult'),
        ...view.answers('AGY-03').filter((a) => cell(a, 'held', 'another-adult') === 'yes'),
        ...arrivals(view),
      ]
      return claim.length > 0 && shown.length > 0 ? [overall(...claim, ...shown)] : []
    },
  ),
  contradiction(
    'RC-12',
    {
      when: 'A relationship is said to be over, or somebody not to come here, and they were seen, recorded or named by a child',
      prompt: 'Think about safety before you ask. Was this said with somebody listening?',
      topics: ['K-HH', 'K-DA'],
      requirements: ['NSPCC-25', 'NSPCC-23'],
    },
    (view) => {
      const claims = saying(view, 'NET-03', 'tie', 'used-to-live', 'does-not-come', 'should-not-come')
      const away = claims.flatMap((claim) => {
        const shown = sayingOf(view, 'NET-03', claim.subject, 'evidence', 'seen-here', 'in-record', 'child-named')
        return shown.length > 0 ? [about(claim.subject, claim, ...shown)] : []
      })
      const told = new Set(away.map((e) => e.subject))
      return [
        ...away,
        ...endedInDoubt(view)
          .filter((e) => !told.has(e.person))
          .map((e) => about(e.person, e.said, ...e.shown)),
      ]
    },
  ),
  contradiction(
    'RC-13',
    {
      when: 'An adult says nobody else at home uses, and a record, an observation or that person says otherwise',
      prompt: 'Add their use to the picture, and ask who is in charge of the child at those times.',
      topics: ['K-USE', 'K-HH'],
      requirements: ['NSPCC-24', 'NSPCC-23'],
    },
    (view) => {
      const claim = saying(view, 'NET-15', 'says', 'none')
      if (claim.length === 0) return []
      return people(view)
        .filter((p) => !isSubjectOfAssessment(p))
        .flatMap((p) => {
          const tie = comesHere(view, p.subject)
          const use = [
            ...sayingOf(view, 'NET-05', p.subject, 'use', 'current', 'current-problem', 'suspected'),
            ...usesNow(view).filter((u) => adultOf(u.subject) === p.subject),
            ...signs(view, ...USE_SIGNS).filter((s) => has(s, 'person', p.subject)),
            ...knownBy(view, p.subject, 'substance-service'),
          ]
          return tie.length > 0 && use.length > 0 ? [about(p.subject, ...claim, ...tie, ...use)] : []
        })
    },
  ),
  contradiction(
    'RC-14',
    {
      when: 'A baby is said to sleep in a cot, and no cot was seen, it holds other things, or the baby slept elsewhere last night',
      prompt: 'Ask to see where the baby slept last night, and plan for tonight.',
      topics: ['K-SLEEP'],
      requirements: ['NSPCC-11', 'NSPCC-57'],
    },
    (view) => {
      const claim = saying(view, 'SLP-12', 'says-place', 'own-cot', 'next-to-me')
      if (claim.length === 0 || !isSleepOpen(view)) return []
      const cots = saferSleepOf(view).places.filter(({ what }) => what.some(isOwnSpace))
      const otherwise = [
        ...cots.flatMap(({ place }) => [
          ...sayingOf(view, 'SLP-03', place, 'seen', 'not-seen'),
          ...view.standing('SLP-03', place).filter((a) => isBlank(a.value)),
          ...sayingOf(view, 'SLP-03', place, 'storage', 'yes'),
        ]),
        ...saying(view, 'SLP-09', 'last-night', ...UNSAFE_PLACES),
        ...signs(view, 'cot-not-seen', 'cot-storage'),
      ]
      return cots.length === 0 || otherwise.length > 0 ? [overall(...claim, ...otherwise)] : []
    },
  ),
  contradiction(
    'RC-15',
    {
      when: 'A baby is said never to sleep on a sofa or in an adult bed, and bedding there, a child or a relative says otherwise',
      prompt: "A sofa is among the most dangerous places for a baby to sleep. Agree tonight's place now.",
      topics: ['K-SLEEP'],
      requirements: ['NSPCC-55', 'NSPCC-57'],
    },
    (view) => {
      const claim = saying(view, 'SLP-12', 'says-never', 'never')
      if (claim.length === 0 || !isSleepOpen(view)) return []
      const otherwise = [...signs(view, 'bedding-sofa'), ...saidByChild(view, 'sleep'), ...familyDiffers(view, 'sleep')]
      return otherwise.length > 0 ? [overall(...claim, ...otherwise)] : []
    },
  ),
  contradiction(
    'RC-17',
    {
      when: 'Something is said to be locked away, and was seen unlocked or within reach',
      prompt: 'Help to make it safer before you leave, and record what was done.',
      topics: ['K-STORE'],
      requirements: ['NSPCC-62'],
    },
    (view) =>
      STORES.flatMap((q) => saying(view, q, 'says', 'locked'))
        .filter((s) => sayingOf(view, s.question, s.subject, 'seen', 'unlocked').length > 0)
        .map((s) => overall(s, ...sayingOf(view, s.question, s.subject, 'seen', 'unlocked'))),
  ),
  contradiction(
    'RC-22',
    {
      when: 'There is said to be plenty of family support, and a relative has not agreed, is struggling or is out of touch',
      prompt: 'Speak to the people who were named.',
      topics: ['K-SUP'],
      requirements: ['NSPCC-28', 'WTPF-10'],
    },
    (view) => {
      const claim = saying(view, 'PRO-06', 'says', 'plenty')
      const otherwise = [
        ...saying(view, 'PRO-06', 'confirmed', 'not-agreed', 'struggling'),
        ...saying(view, 'NET-07', 'coping', 'struggling'),
        ...saying(view, 'NET-14', 'agreed', 'no'),
        ...strainedRelatives(view),
      ]
      return claim.length > 0 && otherwise.length > 0 ? [overall(...claim, ...otherwise)] : []
    },
  ),
  contradiction(
    'RC-23',
    {
      when: 'Money is said to be enough, and essentials were missing',
      prompt: 'Work out together what goes on drugs or alcohol in a week, and arrange help for what is missing now.',
      topics: ['K-MON'],
      requirements: ['NSPCC-02', 'SSIA-03'],
    },
    (view) => {
      const claim = saying(view, 'CAP-05', 'enough', 'always', 'mostly')
      const otherwise = [
        ...saying(view, 'CAP-05', 'seen', 'essentials-missing'),
        ...signs(view, 'bare-cupboards', 'no-power'),
      ]
      return claim.length > 0 && otherwise.length > 0 ? [overall(...claim, ...otherwise)] : []
    },
  ),
  contradiction(
    'RC-24',
    {
      when: 'An adult says their mood is fine, and a screen or a record suggests otherwise',
      prompt: 'Follow the mental health pathway for pregnancy and the first year, or the crisis pathway.',
      topics: ['K-MH'],
      requirements: ['SSIA-06'],
    },
    (view) =>
      saying(view, 'ADV-04', 'says', 'fine').flatMap((claim) => {
        const otherwise = [
          ...sayingOf(view, 'ADV-04', claim.subject, 'whooley', 'positive'),
          ...view.answersFor('ADV-04', claim.subject).filter((a) => atLeast(a, 'gad', DEFAULTS.gadScore.value)),
          ...sayingOf(view, 'ADV-04', claim.subject, 'record', 'crisis-or-treatment'),
        ]
        return otherwise.length > 0 ? [about(claim.subject, claim, ...otherwise)] : []
      }),
  ),
  contradiction(
    'RC-25',
    {
      when: 'An adult said that nobody hurts them while somebody else was there, or a record says otherwise',
      prompt: 'This answer cannot be relied on. Ask again when they are alone.',
      topics: ['K-DA'],
      requirements: ['SSIA-06', 'PROC-08'],
    },
    (view) =>
      saying(view, 'ADV-07', 'da', 'no').flatMap((claim) => {
        const records = sayingOf(view, 'ADV-07', claim.subject, 'record', 'yes')
        return !has(claim, 'alone', 'yes') || records.length > 0 ? [about(claim.subject, claim, ...records)] : []
      }),
  ),
  contradiction(
    'RC-28',
    {
      when: "Today's answer differs from an earlier contact's, and nobody recorded what changed",
      prompt: 'What changed, and what shows it?',
      topics: [],
      requirements: ['NSPCC-15', 'NSPCC-50'],
    },
    (view) => unexplainedChanges(view).map((a) => about(a.subject, a)),
  ),
  contradiction(
    'RC-29',
    {
      when: 'Two services give different facts or views',
      prompt: 'Arrange a call. A difference of view is information.',
      topics: [],
      requirements: ['NSPCC-52', 'PROC-51'],
    },
    (view) => {
      const more = saying(view, 'AGY-03', 'view', 'more-worried')
      const less = saying(view, 'AGY-03', 'view', 'less-worried')
      const facts = factsThatDiffer(view)
      const views = more.length > 0 && less.length > 0 ? [...more, ...less] : []
      return views.length + facts.length > 0 ? [overall(...views, ...facts)] : []
    },
  ),
  contradiction(
    'RC-30',
    {
      when: "A relative's worry was set aside, and nobody checked it",
      prompt: 'A family row does not make a worry untrue. What check would settle it?',
      topics: [],
      requirements: ['NSPCC-30'],
    },
    (view) =>
      saying(view, 'TRI-09', 'standing', 'set-aside')
        .filter((a) => !has(a, 'checked', 'yes'))
        .map((a) => overall(a)),
  ),
]

export const STORES: readonly string[] = ['SAF-01', 'SAF-02', 'SAF-03']
