import type { Question } from '../../../domain/question.ts'
import { thisUse12Months, thisUseEver, thisUseNow } from '../conditions.ts'
import { BLANKS_WHEN_ASKING } from '../options.ts'

/** How it is taken, when in the day and the week, and when last. */
export const whenQuestions: readonly Question[] = [
  {
    id: 'CON-04',
    step: 'CON',
    text: 'How do you take it?',
    hint: 'Ask about every way, also in the past. Smoking and vaping near a child matter too.',
    why: 'The way it is taken changes the risks, for the adult and for anyone nearby.',
    per: 'use',
    when: thisUseEver,
    parts: [
      {
        id: 'route',
        kind: 'multi',
        options: [
          { id: 'swallow', label: 'Drink or swallow' },
          { id: 'smoke', label: 'Smoke' },
          { id: 'snort', label: 'Snort' },
          { id: 'inject', label: 'Inject' },
          { id: 'vape', label: 'Vape' },
          { id: 'patch', label: 'Patch' },
          { id: 'other', label: 'Another way' },
        ],
      },
      { id: 'other', label: 'Which way?', kind: 'text', when: { part: 'route', is: ['other'] } },
    ],
    blanks: BLANKS_WHEN_ASKING,
    basis: 'ask',
    topics: ['K-AMT'],
    requirements: ['NSPCC-47'],
  },
  {
    id: 'CON-05',
    step: 'CON',
    text: 'At what times of day do you use it? Is it different at weekends or on pay day?',
    hint: 'Evening and night matter most where there is a baby. Ask what happens at bedtime on those days.',
    why: 'Knowing the times helps to plan who looks after the child then.',
    per: 'use',
    when: thisUseNow,
    parts: [
      {
        id: 'times',
        label: 'Time of day',
        kind: 'multi',
        options: [
          { id: 'morning', label: 'Morning' },
          { id: 'daytime', label: 'Daytime' },
          { id: 'evening', label: 'Evening' },
          { id: 'overnight', label: 'Overnight' },
        ],
      },
      {
        id: 'pattern',
        label: 'Over the week',
        kind: 'single',
        options: [
          { id: 'weekends-only', label: 'Only at weekends' },
          { id: 'weekdays-too', label: 'On weekdays too' },
          { id: 'pay-day', label: 'Mostly around pay day' },
          { id: 'no-pattern', label: 'No pattern' },
        ],
      },
    ],
    blanks: BLANKS_WHEN_ASKING,
    basis: 'ask',
    topics: ['K-AMT', 'K-SLEEP'],
    requirements: ['NSPCC-14'],
    core: true,
  },
  {
    id: 'CON-06',
    step: 'CON',
    text: 'When was the last time, and how much was it?',
    hint: 'A day of the week or “about when” is fine. Ask where the child was then.',
    why: 'The last time tells more than a general answer, and can be set beside other dates.',
    per: 'use',
    when: thisUse12Months,
    parts: [
      { id: 'last', label: 'Last used on', kind: 'date', approximate: true },
      {
        id: 'precision',
        label: 'How exactly is that known?',
        kind: 'single',
        optional: true,
        options: [
          { id: 'exact', label: 'The day and the time' },
          { id: 'day', label: 'The day' },
          { id: 'week', label: 'The week, not the day' },
          { id: 'month', label: 'The month, not the week' },
        ],
      },
      { id: 'time', label: 'At what time', kind: 'time', optional: true },
      { id: 'amount', label: 'How much', kind: 'text', optional: true },
    ],
    blanks: BLANKS_WHEN_ASKING,
    basis: 'ask',
    topics: ['K-USE'],
    requirements: ['NSPCC-10'],
    core: true,
  },
]
