import { type Answer, chosen, type DateValue, dateIn, numberIn, textIn } from './answer.ts'
import { HOMES } from './subjects.ts'
import type { RecordView } from './view.ts'

/** Whether somebody sleeps in this home: what people say, and what else shows it, never chosen between. */
export type Sleeps = 'here' | 'not-here' | 'differs' | 'not-recorded'

export interface Residence {
  /** An option of the tie to this home. */
  tie: string
  nights?: number
  visits?: number
  from?: DateValue
  to?: DateValue
  back?: DateValue
  /** What else shows that they come here, apart from what was said. */
  evidence: readonly string[]
  answer: Answer
}

export interface NetworkCheck {
  subject: string
  agency: string
  asked?: DateValue
  replied?: DateValue
  /** Something came back. */
  isAnswered: boolean
  answer: Answer
}

/**
 * How far a recorded "none found" goes: somebody has an answer, asked and waits, or nobody checked. `listed` where risks
 * are named.
 */
export type RiskStanding = 'listed' | 'none-checked' | 'none-waiting' | 'none-unchecked'

/** One person, with every account that stands: more than one value in a list means that people recorded different things. */
export interface NetworkPerson {
  id: string
  names: readonly string[]
  /** The part in the assessment: subject, carer, other. */
  parts: readonly string[]
  ages: readonly string[]
  shapes: readonly string[]
  relations: readonly string[]
  residence: readonly Residence[]
  sleeps: Sleeps
  care: readonly string[]
  /** Somebody recorded that they have a child overnight. */
  hasOvernight: boolean
  use: readonly string[]
  smokes: readonly string[]
  sedating: readonly string[]
  risks: readonly RiskAccount[]
  checks: readonly NetworkCheck[]
  met: readonly string[]
  coping: readonly string[]
}

export interface RiskAccount {
  standing: RiskStanding
  options: readonly string[]
}

export interface NetworkChild {
  id: string
  names: readonly string[]
  isUnborn: boolean
  mayBeBorn: boolean
  /** An option of where the child lives. */
  lives: readonly string[]
  sleeps: Sleeps
}

const SLEEPS = ['lives', 'stays']
const NOT_HERE = ['does-not-come', 'used-to-live', 'should-not-come', 'away']

export function peopleIn(view: RecordView): readonly NetworkPerson[] {
  return view.subjects('person').map(({ id }) => personIn(view, id))
}

export function childrenIn(view: RecordView): readonly NetworkChild[] {
  return view.subjects('child').map(({ id }) => {
    const lives = optionsIn(view.answersFor('CHD-02', id), 'lives')
    return {
      id,
      names: textsIn(view.answersFor(HOMES.child, id), 'label'),
      isUnborn: view.isUnborn(id),
      mayBeBorn: view.mayBeBorn(id),
      lives,
      sleeps: agreed(
        lives.filter((l) => l !== 'unborn').map((l) => l === 'all-the-time' || l === 'some-of-the-time'),
        false,
      ),
    }
  })
}

function personIn(view: RecordView, id: string): NetworkPerson {
  const of = (question: string) => view.answersFor(question, id)
  const listed = of(HOMES.person)
  const residence = of('NET-03').flatMap((a) => residenceIn(a))
  const checks = view.items('NET-08', id).map(checkIn)
  const care = optionsIn(of('NET-04'), 'care')
  return {
    id,
    names: textsIn(listed, 'label'),
    parts: optionsIn(listed, 'part'),
    ages: optionsIn(listed, 'age'),
    shapes: optionsIn(listed, 'shape'),
    relations: optionsIn(of('NET-02'), 'relation'),
    residence,
    sleeps: agreed(
      residence.filter((r) => r.tie !== '').map((r) => SLEEPS.includes(r.tie)),
      residence.some((r) => NOT_HERE.includes(r.tie)) &&
        residence.some((r) => r.evidence.some((e) => e !== 'nothing-else')),
    ),
    care,
    hasOvernight: care.includes('overnight') || optionsIn(of('NET-04'), 'overnight').includes('yes'),
    use: optionsIn(of('NET-05'), 'use'),
    smokes: optionsIn(of('NET-05'), 'smokes'),
    sedating: optionsIn(of('NET-05'), 'sedating'),
    risks: of('NET-06').flatMap((a) => riskIn(chosen(a, 'risk'), checks)),
    checks,
    met: optionsIn(of('NET-09'), 'met'),
    coping: optionsIn(of('NET-07'), 'coping'),
  }
}

function residenceIn(answer: Answer): Residence[] {
  const tie = chosen(answer, 'tie')[0] ?? ''
  const evidence = chosen(answer, 'evidence')
  if (tie === '' && evidence.length === 0) return []
  const [nights, visits] = [numberIn(answer, 'nights'), numberIn(answer, 'visits')]
  const [from, to, back] = ['from', 'to', 'back'].map((id) => dateIn(answer, id))
  return [
    {
      tie,
      ...(nights !== undefined && { nights }),
      ...(visits !== undefined && { visits }),
      ...(from && { from }),
      ...(to && { to }),
      ...(back && { back }),
      evidence,
      answer,
    },
  ]
}

function checkIn(answer: Answer): NetworkCheck {
  const [asked, replied] = [dateIn(answer, 'asked-on'), dateIn(answer, 'replied-on')]
  const outcome = chosen(answer, 'outcome')[0]
  return {
    subject: answer.subject,
    agency: chosen(answer, 'agency')[0] ?? '',
    ...(asked && { asked }),
    ...(replied && { replied }),
    isAnswered:
      outcome === undefined ? replied !== undefined || textIn(answer, 'reply') !== '' : outcome !== 'no-answer',
    answer,
  }
}

function riskIn(options: readonly string[], checks: readonly NetworkCheck[]): RiskAccount[] {
  if (options.length === 0) return []
  if (!options.includes('none-found')) return [{ standing: 'listed', options }]
  const standing: RiskStanding =
    checks.length === 0 ? 'none-unchecked' : checks.some((c) => c.isAnswered) ? 'none-checked' : 'none-waiting'
  return [{ standing, options }]
}

/** What several people say, and whether something shows the contrary of "not here". */
function agreed(says: readonly boolean[], isShownHere: boolean): Sleeps {
  if (says.length === 0) return 'not-recorded'
  if (says.every(Boolean)) return 'here'
  return says.some(Boolean) || isShownHere ? 'differs' : 'not-here'
}

/** The different options over all accounts, in the order of their ids. */
export const optionsIn = (answers: readonly Answer[], part: string): readonly string[] =>
  [...new Set(answers.flatMap((a) => chosen(a, part)))].sort()

const textsIn = (answers: readonly Answer[], part: string): readonly string[] =>
  [...new Set(answers.map((a) => textIn(a, part)).filter((t) => t !== ''))].sort()
