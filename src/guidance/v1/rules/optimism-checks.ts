import { type Answer, cells, chosen, isBlank } from '../../../domain/answer.ts'
import type { Rule } from '../../../domain/finding.ts'
import { saferSleepOf } from '../../../domain/safer-sleep.ts'
import { substanceOf } from '../../../domain/subjects.ts'
import type { RecordView } from '../../../domain/view.ts'
import { DEFAULTS } from '../defaults.ts'
import {
  about,
  atLeast,
  babies,
  bornChildren,
  has,
  overall,
  people,
  pregnancyAnswers,
  saying,
  sayingOf,
  usesNow,
  usesPast,
} from './facts.ts'
import { relatedAs, relatives, tiesOf } from './network-facts.ts'
import { hasNewEvidence, loweredLevels } from './new-evidence.ts'
import { optimism } from './rule.ts'

export const optimismChecks: readonly Rule[] = [
  optimism(
    'OB-01',
    {
      when: 'Everything known about use rests on the word of the adult, a partner or family',
      prompt: 'What could you see, test, or ask another service for?',
      requirements: ['NSPCC-09', 'NSPCC-44'],
    },
    (view) => {
      const claims = saying(view, 'CON-01', 'status', 'now', 'last-12-months', 'longer-ago', 'never')
      return claims.length > 0 && claims.every((claim) => restsOnTheirWord(view, claim)) ? [overall(...claims)] : []
    },
  ),
  optimism(
    'OB-02',
    {
      when: 'Treatment counts as a strength, and nobody confirmed attendance',
      prompt: 'Ask the service for dates before you rely on this.',
      requirements: ['NSPCC-40', 'WTPF-07'],
    },
    (view) =>
      saying(view, 'PRO-10', 'factor', 'treatment')
        .filter((a) => has(a, 'evidence', 'told'))
        .map((a) => about(a.subject, a)),
  ),
  optimism(
    'OB-03',
    {
      when: 'A child or the pregnancy is named as the reason why use is under control',
      prompt: 'Children must not have to carry this. What keeps the child safe if it does not hold?',
      requirements: ['NSPCC-12', 'NSPCC-22'],
    },
    (view) => saying(view, 'PRO-10', 'factor', 'child', 'pregnancy').map((a) => about(a.subject, a)),
  ),
  optimism(
    'OB-04',
    {
      when: 'Use is in the past, a baby is due or under one, and nobody asked about it coming back',
      prompt: 'Ask what could bring it back, and who would notice first.',
      requirements: ['NSPCC-12', 'NSPCC-51'],
    },
    (view) => {
      if (!view.isPregnancy && babies(view).length === 0) return []
      return usesPast(view)
        .filter((u) => !isAsked(view, 'CON-12', u.subject))
        .map((u) => about(u.subject, u, ...pregnancyAnswers(view)))
    },
  ),
  optimism(
    'OB-05',
    {
      when: 'Cannabis or alcohol is used now, and what it means for a child is blank',
      prompt: 'Ask the same questions about effect as for any other drug.',
      requirements: ['NSPCC-13'],
    },
    (view) =>
      usesNow(view)
        .filter((u) => substanceOf(u.subject) === 'cannabis' || substanceOf(u.subject) === 'alcohol')
        .filter((u) => view.answersFor('CON-16', u.subject).length === 0)
        .map((u) => about(u.subject, u)),
  ),
  optimism(
    'OB-06',
    {
      when: 'No father, other parent or partner is recorded, or nobody has spoken with one',
      prompt: 'Plan how and when to meet them.',
      requirements: ['WTPF-16', 'NSPCC-24'],
    },
    (view) => {
      const subjects = new Set(
        people(view)
          .filter((p) => has(p, 'part', 'subject'))
          .map((p) => p.subject),
      )
      const others = people(view).filter(
        (p) =>
          !subjects.has(p.subject) &&
          (relatedAs(view, p.subject, 'parent', 'step-parent', 'partner-of-parent').length > 0 ||
            tiesOf(view, p.subject, 'partner', 'on-and-off').length > 0),
      )
      const met = others.some((p) => sayingOf(view, 'NET-09', p.subject, 'met', 'met', 'phone').length > 0)
      return view.subjects('adult').length > 0 && !met ? [overall(...others)] : []
    },
  ),
  optimism(
    'OB-07',
    {
      when: 'The level is lower than last time, with no new evidence beyond what the adults say',
      prompt: 'What independent evidence supports the change?',
      requirements: ['NSPCC-08', 'NSPCC-50'],
    },
    (view) =>
      loweredLevels(view)
        .filter((lowered) => !hasNewEvidence(view, lowered))
        .map(({ level }) => about(level.subject, level, ...view.answersFor('ANA-07', level.subject))),
  ),
  optimism(
    'OB-08',
    {
      when: 'Contact was cut or avoided because of behaviour, and what it is like for the child is blank',
      prompt: 'If it frightens you, what is it like for the child?',
      requirements: ['NSPCC-16'],
    },
    (view) =>
      saying(view, 'ENG-10', 'changed', 'yes-changed')
        .filter((a) => typeof part(a, 'child-impact') !== 'string' || part(a, 'child-impact') === '')
        .map((a) => overall(a)),
  ),
  optimism(
    'OB-09',
    {
      when: "Every strength rests on the adults' word",
      prompt: 'Which can be seen or confirmed?',
      requirements: ['NSPCC-22', 'WTPF-03'],
    },
    (view) => {
      const strengths = view.items('PRO-10')
      return strengths.length > 0 && strengths.every((s) => has(s, 'evidence', 'told')) ? [overall(...strengths)] : []
    },
  ),
  optimism(
    'OB-10',
    {
      when: "A born child, or the baby's sleep place, has not been seen",
      prompt: 'Record who saw them last, and arrange it.',
      requirements: ['SSIA-49', 'NSPCC-11'],
    },
    (view) => {
      const unseen = bornChildren(view)
        .filter((c) => sayingOf(view, 'CHD-03', c, 'seen', 'yes').length === 0)
        .map((c) => about(c, ...view.answersFor('CHD-03', c)))
      const { places } = saferSleepOf(view)
      const atHome = sayingOf(view, 'START-02', view.contact, 'kind', 'planned-home-visit', 'unplanned-home-visit')
      const noneSeen = places.every((p) => !p.seen.includes('seen'))
      const sleep =
        babies(view).length > 0 && atHome.length > 0 && places.length > 0 && noneSeen
          ? [overall(...view.items('SLP-02'))]
          : []
      return [...unseen, ...sleep]
    },
  ),
  optimism(
    'OB-11',
    {
      when: 'Three or more key questions were not asked',
      prompt: 'What made these hard to ask? Take it to supervision.',
      requirements: ['NSPCC-07', 'NSPCC-65'],
    },
    (view) => {
      const notAsked = view.pack.steps
        .flatMap((s) => s.questions)
        .filter((q) => q.core)
        .map((q) =>
          view.record
            .slotsOf(q.id)
            .flatMap((s) => view.standing(s.question, s.subject))
            .filter((a) => isBlank(a.value) && a.value.blank === 'not-asked'),
        )
        .filter((blanks) => blanks.length > 0)
      return notAsked.length >= DEFAULTS.manyNotAsked.value ? [overall(...notAsked.flat())] : []
    },
  ),
  optimism(
    'OB-12',
    {
      when: 'A view is called well evidenced while accounts still differ',
      prompt: 'Lower the confidence, or settle the difference.',
      requirements: ['NSPCC-09', 'NSPCC-17'],
    },
    (view, raised) =>
      [...raised].some((id) => id.startsWith('RC'))
        ? saying(view, 'TRI-06', 'sure', 'well').map((a) => about(a.subject, a))
        : [],
  ),
  optimism(
    'OB-13',
    {
      when: "Relatives do most of the care, and the parents' capacity is judged adequate",
      prompt: 'What would happen if that help stopped tomorrow?',
      requirements: ['NSPCC-28', 'SSIA-30'],
    },
    (view) => {
      const judged = saying(view, 'ANA-01', 'capacity-judged', 'adequate')
      const carers = relativesWhoCareMost(view)
      return judged.length > 0 && carers.length > 0 ? [overall(...judged, ...carers)] : []
    },
  ),
  optimism(
    'OB-14',
    {
      when: 'Progress is judged by adults keeping appointments, and things are the same or worse for the child',
      prompt: 'Has anything changed for the child?',
      requirements: ['PROC-54', 'NSPCC-65'],
    },
    (view) =>
      saying(view, 'REV-04', 'progress', 'better')
        .filter((a) => has(a, 'child', 'same', 'worse'))
        .filter((a) => chosen(a, 'judged-on').length > 0 && chosen(a, 'judged-on').every((j) => j === 'appointments'))
        .map((a) => about(a.subject, a)),
  ),
]

const THEIR_WORD = new Set(['adult', 'partner-family'])
function restsOnTheirWord(view: RecordView, use: Answer): boolean {
  const more = [...view.answersFor('CON-03', use.subject), ...view.answersFor('CON-07', use.subject)]
  return [use, ...more].every(isTheirWord) && chosen(use, 'sources').every((s) => THEIR_WORD.has(s))
}
function isTheirWord(answer: Answer): boolean {
  const how = answer.entry.basis?.how
  return how === undefined || how === 'said' || how === 'opinion'
}

/** Answered, or asked and there is none; "not asked" is not asking. */
const isAsked = (view: RecordView, question: string, subject: string): boolean =>
  view.standing(question, subject).some((a) => !isBlank(a.value) || a.value.blank === 'asked-none')

const part = (a: Answer, id: string) => (isBlank(a.value) ? undefined : a.value.parts[id])

/** A relative who is the main carer, has the child more nights than not, or does more of the daily tasks than the parents together. */
function relativesWhoCareMost(view: RecordView): Answer[] {
  const family = relatives(view)
  const isRelative = (pair: string) => family.some((r) => pair.startsWith(`${r}:`))
  const tasks = (a: Answer) => Object.values(cells(a, 'tasks')).filter((c) => c === 'always' || c === 'mostly').length
  const grids = view.answers('CAP-02')
  const byRelatives = grids.filter((a) => isRelative(a.subject))
  const sum = (list: readonly Answer[]) => list.reduce((n, a) => n + tasks(a), 0)
  const more = sum(byRelatives) > sum(grids.filter((a) => !isRelative(a.subject)))
  return [
    ...family.flatMap((r) =>
      view.answersFor('NET-04', r).filter((a) => has(a, 'care', 'main') || atLeast(a, 'nights', 4)),
    ),
    ...(more ? byRelatives : []),
  ]
}
