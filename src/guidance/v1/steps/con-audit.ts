import { AUDIT_C_POSITIVE } from '../../../domain/audit.ts'
import { all, type Condition } from '../../../domain/condition.ts'
import type { Option, Question } from '../../../domain/question.ts'
import { adultUsedIn12Months } from '../conditions.ts'
import { BLANKS_WHEN_ASKING } from '../options.ts'

const HOW_OFTEN_IN_THE_YEAR: readonly Option[] = [
  { id: 'never', label: 'Never', points: 0 },
  { id: 'less-than-monthly', label: 'Less than monthly', points: 1 },
  { id: 'monthly', label: 'Monthly', points: 2 },
  { id: 'weekly', label: 'Weekly', points: 3 },
  { id: 'daily', label: 'Daily or almost daily', points: 4 },
]
const EVER_OR_LATELY: readonly Option[] = [
  { id: 'no', label: 'No', points: 0 },
  { id: 'yes-before', label: 'Yes, but not in the last year', points: 2 },
  { id: 'yes-last-year', label: 'Yes, in the last year', points: 4 },
]
const shortScreenIsPositive: Condition = {
  k: 'points',
  question: 'CON-17',
  parts: ['q1', 'q2', 'q3'],
  min: AUDIT_C_POSITIVE,
}

/** AUDIT in its UK form, scored in UK units and with the UK cut-off: three questions, and seven more from 5 points. */
export const auditQuestions: readonly Question[] = [
  {
    id: 'CON-17',
    step: 'CON',
    text: 'Three short questions about alcohol',
    hint: 'AUDIT-C, in UK units. A low result does not rule out harm, and in pregnancy any drinking is worth talking about. The UK guidance counts 5 points or more as a reason for the longer questionnaire.',
    why: 'Nearly every service uses these three questions, so answers can be set beside each other.',
    per: 'adult',
    when: adultUsedIn12Months,
    parts: [
      {
        id: 'q1',
        label: 'How often do you have a drink containing alcohol?',
        kind: 'single',
        options: [
          { id: 'never', label: 'Never', points: 0 },
          { id: 'monthly', label: 'Monthly or less', points: 1 },
          { id: '2-4-month', label: '2 to 4 times a month', points: 2 },
          { id: '2-3-week', label: '2 to 3 times a week', points: 3 },
          { id: '4-plus-week', label: '4 or more times a week', points: 4 },
        ],
      },
      {
        id: 'q2',
        label: 'How many units of alcohol do you drink on a typical day when you are drinking?',
        kind: 'single',
        when: { part: 'q1', is: ['monthly', '2-4-month', '2-3-week', '4-plus-week'] },
        options: [
          { id: '1-2', label: '1 to 2', points: 0 },
          { id: '3-4', label: '3 to 4', points: 1 },
          { id: '5-6', label: '5 to 6', points: 2 },
          { id: '7-9', label: '7 to 9', points: 3 },
          { id: '10-plus', label: '10 or more', points: 4 },
        ],
      },
      {
        id: 'q3',
        label:
          'How often have you had 6 or more units if female, or 8 or more if male, on a single occasion in the last year?',
        kind: 'single',
        when: { part: 'q1', is: ['monthly', '2-4-month', '2-3-week', '4-plus-week'] },
        options: HOW_OFTEN_IN_THE_YEAR,
      },
    ],
    blanks: BLANKS_WHEN_ASKING,
    basis: 'ask',
    topics: ['K-USE', 'K-AMT'],
    requirements: ['NSPCC-47'],
  },
  {
    id: 'CON-18',
    step: 'CON',
    text: 'Seven more questions about alcohol',
    hint: 'The rest of AUDIT, asked when the three short questions come to 5 points or more. It asks about the last year. The total describes the answers about drinking, not the person. In pregnancy any drinking is worth talking about, whatever the total.',
    why: 'These questions look at how drinking affects someone, so that help can be offered that fits.',
    per: 'adult',
    when: all(adultUsedIn12Months, shortScreenIsPositive),
    parts: [
      {
        id: 'q4',
        label: 'In the last year, how often were you not able to stop drinking once you had started?',
        kind: 'single',
        options: HOW_OFTEN_IN_THE_YEAR,
      },
      {
        id: 'q5',
        label: 'In the last year, how often did drinking keep you from doing what was normally expected of you?',
        kind: 'single',
        options: HOW_OFTEN_IN_THE_YEAR,
      },
      {
        id: 'q6',
        label:
          'In the last year, how often did you need a drink in the morning to get going after drinking a lot the day before?',
        kind: 'single',
        options: HOW_OFTEN_IN_THE_YEAR,
      },
      {
        id: 'q7',
        label: 'In the last year, how often did you feel guilt or regret after drinking?',
        kind: 'single',
        options: HOW_OFTEN_IN_THE_YEAR,
      },
      {
        id: 'q8',
        label: 'In the last year, how often could you not remember what happened the night before because of drinking?',
        kind: 'single',
        options: HOW_OFTEN_IN_THE_YEAR,
      },
      {
        id: 'q9',
        label: 'Have you, or has somebody else, been hurt because of your drinking?',
        kind: 'single',
        options: EVER_OR_LATELY,
      },
      {
        id: 'q10',
        label:
          'Has a relative, friend, doctor or other health worker been worried about your drinking, or suggested that you cut down?',
        kind: 'single',
        options: EVER_OR_LATELY,
      },
    ],
    blanks: BLANKS_WHEN_ASKING,
    basis: 'ask',
    topics: ['K-USE', 'K-AMT'],
    requirements: ['NSPCC-47'],
  },
]
