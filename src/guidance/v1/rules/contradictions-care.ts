import { type Answer, isBlank, numberIn, textIn } from '../../../domain/answer.ts'
import type { Rule } from '../../../domain/finding.ts'
import { doubtsAbout } from '../../../domain/named-helper.ts'
import { saferSleepOf } from '../../../domain/safer-sleep.ts'
import type { RecordView } from '../../../domain/view.ts'
import { DEFAULTS } from '../defaults.ts'
import { besideWhat, claimsNotBorneOut, useThatOnlyAChildTells } from './accounts.ts'
import {
  about,
  atLeast,
  cell,
  childWith,
  familyDiffers,
  has,
  overall,
  saidByChild,
  saying,
  sayingOf,
  signs,
} from './facts.ts'
import { datesThatDoNotFit } from './pregnancy-dates.ts'
import { contradiction } from './rule.ts'
import { serviceReports } from './services.ts'

export const contradictionsOfCare: readonly Rule[] = [
  contradiction(
    'RC-08',
    {
      when: 'An adult says treatment is going well, and the service reports missed appointments, left or discharged',
      prompt: 'The service gives a different picture. Do not take it that help is happening.',
      topics: ['K-TX'],
      requirements: ['NSPCC-35', 'NSPCC-40'],
    },
    (view) =>
      saying(view, 'CON-09', 'says-engaging', 'going-well').flatMap((claim) => {
        const reports = serviceReports(view, claim.subject, 'substance-service').filter(
          (r) =>
            has(r, 'status', 'missing', 'left', 'discharged', 'never-opened') ||
            atLeast(r, 'missed', DEFAULTS.missedCareAppointments.value),
        )
        return reports.length > 0 ? [about(claim.subject, claim, ...reports)] : []
      }),
  ),
  contradiction(
    'RC-09',
    {
      when: 'A substitution medicine is said to be taken as prescribed, and there are missed collections, use on top or extra bottles',
      prompt: 'Check with the prescriber and the pharmacy today. Think about supply and storage.',
      topics: ['K-RX'],
      requirements: ['PROC-38', 'NSPCC-44'],
    },
    (view) =>
      saying(view, 'CON-09', 'says-medicine', 'as-prescribed').flatMap((claim) => {
        const own = view
          .answersFor('CON-09', claim.subject)
          .filter((a) => atLeast(a, 'missed-pickups', 1) || has(a, 'use-on-top', 'yes'))
        const collected = serviceReports(view, claim.subject, 'pharmacy').filter((r) => atLeast(r, 'missed', 1))
        const shown = [...own, ...collected, ...signs(view, 'extra-bottles')]
        return shown.length > 0 ? [about(claim.subject, claim, ...shown)] : []
      }),
  ),
  contradiction(
    'RC-10',
    {
      when: 'Antenatal or child health care is said to be kept and two or more were missed, or booking was late and no reason is known',
      prompt: 'The record and the account differ. Ask what got in the way, and tell those who need to know.',
      topics: ['K-ANC'],
      requirements: ['NSPCC-68', 'NSPCC-34'],
    },
    (view) => {
      const missed = DEFAULTS.missedCareAppointments.value
      const isMissed = (a: Answer) => atLeast(a, 'missed', missed)
      const antenatal = saying(view, 'PRE-04', 'says', 'all-kept').map((claim) => ({
        claim,
        shown: [
          ...view.answersFor('PRE-04', claim.subject).filter(isMissed),
          ...serviceReports(view, claim.subject, 'midwife', 'specialist-midwife').filter(isMissed),
        ],
      }))
      const notBrought = saying(view, 'CHD-04', 'says-kept', 'kept').map((claim) => ({
        claim,
        shown: [
          ...view.answersFor('CHD-04', claim.subject).filter((a) => atLeast(a, 'was-not-brought', missed)),
          ...view.answersFor('CAP-07', claim.subject).filter(isMissed),
        ],
      }))
      const late = view
        .answers('PRE-03')
        .filter((a) => (numberIn(a, 'weeks') ?? 0) > DEFAULTS.lateBookingAfterWeeks.value)
        .filter((a) => view.answersFor('PRE-03', a.subject).every((r) => !isExplained(r)))
      return [
        ...[...antenatal, ...notBrought]
          .filter(({ shown }) => shown.length > 0)
          .map(({ claim, shown }) => about(claim.subject, claim, ...shown)),
        ...late.map((a) => about(a.subject, a)),
      ]
    },
  ),
  contradiction(
    'RC-16',
    {
      when: 'There is a plan for nights of drinking or use, and the adult it names has not confirmed it, is away or also uses',
      prompt: 'The plan rests on somebody who has not confirmed it.',
      topics: ['K-SLEEP', 'K-CARE'],
      requirements: ['NSPCC-57', 'NSPCC-59'],
    },
    (view) =>
      [
        ...saferSleepOf(view).plans.map((p) => ({ plan: p.answer, doubts: p.doubts })),
        ...saying(view, 'CAP-04', 'what', 'another-adult').map((plan) => ({
          plan,
          doubts: doubtsAbout(view, plan, 'who'),
        })),
      ]
        .filter(({ doubts }) => doubts.length > 0)
        .map(({ plan, doubts }) => overall(plan, ...doubts.flatMap((d) => d.because))),
  ),
  contradiction(
    'RC-18',
    {
      when: 'A child is said to be watched always, and there was an injury, a swallowing, an A&E visit or a child seen alone',
      prompt: 'Check health records and the explanation. Think about medical advice.',
      topics: ['K-CARE'],
      requirements: ['SSIA-70', 'SSIA-46'],
    },
    (view) => {
      const claim = saying(view, 'CAP-13', 'says', 'always-watched')
      const events = saying(view, 'SAF-06', 'what', 'injury', 'swallowing', 'burn', 'a-and-e')
      const seen = signs(view, 'child-alone')
      return claim.length > 0 && events.length + seen.length > 0 ? [overall(...claim, ...events, ...seen)] : []
    },
  ),
  contradiction(
    'RC-19',
    {
      when: 'A child is said to be doing well at nursery or school, and the setting says otherwise',
      prompt: 'Ask the setting what an ordinary week looks like.',
      topics: ['K-CARE'],
      requirements: ['SSIA-53', 'WTPF-11'],
    },
    (view) => bothIn(view, 'CHD-10', ['says', 'good'], ['record', 'poor']),
  ),
  contradiction(
    'RC-20',
    {
      when: 'A child is said to be registered or immunised, and the record does not show it',
      prompt: 'Check the record, and book what is due.',
      topics: ['K-ANC'],
      requirements: ['SSIA-45', 'SSIA-05'],
    },
    (view) => bothIn(view, 'CHD-04', ['says', 'up-to-date'], ['record', 'behind']),
  ),
  contradiction(
    'RC-21',
    {
      when: 'An adult says there are no earlier children elsewhere, and a record or somebody else shows one',
      prompt: 'Ask with care: loss may be the reason. Get the history from whoever holds the record.',
      topics: ['K-PREV'],
      requirements: ['WTPF-13', 'SSIA-69'],
    },
    (view) =>
      view.subjects('adult').flatMap((adult) => {
        const none = view.standing('PRE-05', adult.id).filter((a) => isBlank(a.value) && a.value.blank === 'asked-none')
        const shown = [
          ...view.items('PRE-05', adult.id).filter((a) => a.entry.basis && a.entry.basis.how !== 'said'),
          ...saying(view, 'ENG-05', 'concerns', 'earlier-removal'),
          ...view.answers('AGY-03').filter((a) => cell(a, 'held', 'earlier-children') === 'yes'),
        ]
        return none.length > 0 && shown.length > 0 ? [about(adult.id, ...none, ...shown)] : []
      }),
  ),
  contradiction(
    'RC-26',
    {
      when: 'A partner or relative gives a different account of use or care',
      prompt: 'Record both accounts. Do not choose by who is easier to talk to.',
      topics: ['K-USE', 'K-CARE'],
      requirements: ['NSPCC-30', 'NSPCC-44'],
    },
    (view) => {
      const accounts = familyDiffers(view, 'use', 'care').map((a) => overall(a, ...besideWhat(view, a)))
      const findings = claimsNotBorneOut(view, 'partner-family', 'use', 'care').map(({ claim, because }) =>
        about(claim, ...because),
      )
      return [...accounts, ...findings]
    },
  ),
  contradiction(
    'RC-27',
    {
      when: "A child's account of use or care differs from the adults'",
      prompt: "Take the child's words seriously, and plan who acts on them.",
      topics: ['K-CARE', 'K-USE'],
      requirements: ['NSPCC-19'],
    },
    (view) => {
      const differing = [
        ...saidByChild(view, 'use', 'care').filter((a) => has(a, 'fits', 'differs')),
        ...useThatOnlyAChildTells(view),
      ]
      return [
        ...differing.map((a) => about(childWith(a), a, ...besideWhat(view, a))),
        ...claimsNotBorneOut(view, 'child', 'use', 'care').map(({ claim, because }) => about(claim, ...because)),
      ]
    },
  ),
  contradiction(
    'RC-31',
    {
      when: 'The dates of the pregnancy do not fit: due date, booking, last period or weeks',
      prompt: 'Confirm the dates with the maternity record.',
      topics: ['K-ANC'],
      requirements: ['NSPCC-34'],
    },
    (view) =>
      view.subjects('adult').flatMap((adult) => {
        const dates = datesThatDoNotFit(view, adult.id)
        return dates.length > 0 ? [about(adult.id, ...dates)] : []
      }),
  ),
  contradiction(
    'RC-33',
    {
      when: 'A child is said to be elsewhere always when adults use, and the child says otherwise or the other carer has not confirmed it',
      prompt: 'Confirm it with the person who is said to have the child.',
      topics: ['K-CARE'],
      requirements: ['NSPCC-48', 'NSPCC-44'],
    },
    (view) =>
      view
        .answers('CON-15')
        .filter((a) => has(a, 'where', 'relative', 'school') && !has(a, 'where', ...AT_HOME))
        .flatMap((a) => {
          const child = a.subject.split(':').at(-1) ?? ''
          const words = saidByChild(view, 'use').filter((d) => childWith(d) === child)
          return words.length > 0 || has(a, 'confirmed', 'no', 'not-asked') ? [about(child, a, ...words)] : []
        }),
  ),
]

const LATE_REASONS = ['did-not-know', 'fear', 'moved', 'no-appointment', 'partner', 'other']
const isExplained = (a: Answer): boolean => has(a, 'reason', ...LATE_REASONS) || textIn(a, 'words') !== ''
const AT_HOME = ['same-room', 'same-home-other-adult', 'same-home-nobody', 'asleep']

function bothIn(view: RecordView, question: string, claim: [string, string], finding: [string, string]) {
  return saying(view, question, ...claim).flatMap((said) => {
    const shown = sayingOf(view, question, said.subject, ...finding)
    return shown.length > 0 ? [about(said.subject, said, ...shown)] : []
  })
}
