import { configure, fireEvent, type RenderResult, within } from '@testing-library/react'
import type { ReactElement } from 'react'
import { describe, expect, it } from 'vitest'
import type { Entry, EntryBasis } from '../../../src/domain/entry.ts'
import { unknownsOf } from '../../../src/domain/progress.ts'
import type { Question, Step } from '../../../src/domain/question.ts'
import { valueSchema } from '../../../src/domain/value-schema.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { recordWords } from '../../../src/report/words.ts'
import { QuestionCard } from '../../../src/ui/questions/question-card.tsx'
import { recordAsking } from './asked.ts'
import { byLabel } from './by-label.ts'
import { fillPart, missingFrom } from './fill-part.ts'
import { type Filling, filling, fillings } from './fillings.ts'
import { ASHA, type AtTheScreen, afterLeaving, anOpenAssessment, NOW } from './open-assessment.tsx'

// Nothing is hidden by a style here, and to look for what is takes most of the time.
configure({ defaultHidden: true, getElementError: (message) => new Error(message?.split('\n')[0] ?? '') })

/** How the steps are shared out over the test files, so that they run side by side. */
export const SHARES = {
  beginning: ['START', 'ENG', 'PRE', 'CHD'],
  use: ['CON', 'CAP', 'NET'],
  home: ['ADV', 'PRO', 'SLP', 'SAF', 'AGY'],
  thinking: ['TRI', 'ANA', 'PLN', 'REV', 'SUP'],
} as const

/** What holds for every question that has a form of its own, whatever it asks. */
export function describeAnswers(steps: readonly string[]): void {
  for (const step of stepsOf(steps)) {
    describe(step.name, () => {
      for (const question of step.questions.filter((q) => !q.collects && !q.addsTo)) describeAnswer(question)
    })
  }
}

export const stepsOf = (ids: readonly string[]): readonly Step[] => packV1.steps.filter((s) => ids.includes(s.id))

function describeAnswer(question: Question): void {
  describe(`${question.id} ${question.text}`, () => {
    it('says what it asks, how, and why', async () => {
      const at = await aCard(question)
      expect(at.card).toHaveRole('region')
      expect(at.card).toHaveAccessibleName(question.text)
      expect(within(at.card).getByRole('heading', { name: question.text })).toBeInTheDocument()
      if (question.hint) expect(within(at.card).getByText(question.hint)).toBeInTheDocument()
      fireEvent.click(within(at.card).getByText('Why we ask'))
      expect(within(at.card).getByText(question.why)).toBeInTheDocument()
    })

    it('takes an answer in every part, as it was entered', async () => {
      const first = await aCard(question)
      for (const [i, entered] of fillings(question, first.view()).entries()) {
        const at = i === 0 ? first : await aCard(question)
        expect(fill(at, question, entered, true)).toEqual([])
        expect(idsUsedTwice(at.card)).toEqual([])
        const basis = chooseBasis(at.form, question, 'Somebody said it', 'said')
        await leave(at)
        expect(within(at.card).getByText('Saved on this device')).toBeInTheDocument()
        expect(await made(at, question)).toEqual([answerOf(at, { parts: entered }, [], basis)])
        at.shown.unmount()
      }
    })

    it('has an answer changed and taken back by entries that each supersede the one before, and nothing else', async () => {
      const at = await aCard(question)
      const [entered, changed] = [filling(question, at.view(), 1), filling(question, at.view(), 2)]
      fill(at, question, entered)
      const basis = chooseBasis(at.form, question, 'I saw it', 'seen')
      await leave(at)
      fill(at, question, changed)
      await leave(at)
      for (const part of [...question.parts].reverse()) {
        if (part.id in changed) fillPart(at.form, question, part, undefined, at.view())
      }
      await leave(at)
      const entries = await made(at, question)
      const [first = '', second = ''] = entries.map((e) => e.id)
      expect(entries).toEqual([
        answerOf(at, { parts: entered }, [], basis),
        answerOf(at, { parts: changed }, [first], basis),
        { ...answerOf(at, { why: 'Cleared by the practitioner' }, [second], undefined), kind: 'retract' },
      ])
      expect(at.view().standing(question.id, at.slot.subject)).toEqual([])
    })

    if (question.blanks.length === 0) return
    it(`can be left open: ${question.blanks.map((b) => recordWords.blanks[b]).join(', ')}`, async () => {
      await leavesOpen(await aCard(question), question)
    })
  })
}

/** One honest blank after the other: each is an entry with its reason, and is listed as not known unless it is "none". */
export async function leavesOpen(at: ACard, question: Question): Promise<void> {
  const slot = { question: question.addsTo ?? question.id, subject: at.slot.subject }
  const expected: Entry[] = []
  let basis: EntryBasis | undefined
  for (const blank of question.blanks) {
    const value = { blank, why: `Why it is ${blank}` }
    leaveOpen(at.card, recordWords.blanks[blank], value.why)
    basis ??= chooseBasis(at.card, question, 'Somebody said it', 'said')
    await leave(at)
    const entries = await made({ ...at, slot }, question)
    expected.push(
      answerOf(
        { ...at, slot },
        value,
        entries
          .slice(0, -1)
          .map((e) => e.id)
          .slice(-1),
        basis,
      ),
    )
    expect(entries).toEqual(expected)
    const { view, raised } = at.assessment.current()
    const step = { id: 'X', name: 'X', group: 'X', questions: [question] }
    const listed = unknownsOf({ id: view.pack.id, steps: [step] }, view, raised)
    const here = listed.filter((u) => u.question === slot.question && u.subject === slot.subject)
    expect(here).toEqual(blank === 'asked-none' ? [] : [{ ...slot, ...value }])
  }
}

export interface ACard extends AtTheScreen {
  shown: RenderResult
  /** The same card, for another screen. */
  element: ReactElement
  card: HTMLElement
  form: HTMLElement
  slot: { question: string; subject: string }
  view(): ReturnType<AtTheScreen['assessment']['current']>['view']
}

/** A question on the screen, about one of those whom it is asked about. */
export async function aCard(question: Question): Promise<ACard> {
  const { content, subject } = recordAsking(question)
  const at = await anOpenAssessment(content.filter((c) => c.slot.question !== question.id || question.collects))
  const about = at.assessment
    .current()
    .view.subjects(question.per)
    .filter((s) => s.id === subject)
  expect(about).toHaveLength(1)
  const element = <QuestionCard question={question} subjects={about} />
  const shown = at.show(() => element)
  const card = shown.getByText(question.text, { selector: 'h2' }).closest('section')
  if (!card) throw new Error('The question has no section of its own')
  return {
    ...at,
    shown,
    element,
    card,
    form: card,
    slot: { question: question.id, subject },
    view: () => at.assessment.current().view,
  }
}

/** Fills in the parts in an order in which each is shown; answers with what was not on the screen as it should be. */
export function fill(
  at: Pick<ACard, 'form' | 'view'>,
  question: Question,
  entered: Filling,
  looking = false,
): string[] {
  const steering = new Set(question.parts.flatMap((p) => p.when?.part ?? []))
  const order = [...question.parts].sort((a, b) => Number(steering.has(b.id)) - Number(steering.has(a.id)))
  return order.flatMap((part) => {
    const value = entered[part.id]
    if (value === undefined) return []
    fillPart(at.form, question, part, value, at.view())
    return looking ? missingFrom(at.form, question, part).map((label) => `${part.id}: no ${label}`) : []
  })
}

/** Where the question leaves it open, says how it is known. */
export function chooseBasis(form: HTMLElement, question: Question, label: string, how: EntryBasis['how']): EntryBasis {
  if (question.basis !== 'ask') return { how: question.basis }
  const options = byLabel<HTMLSelectElement>(form, 'How do you know?')
  expect(options).toHaveValue('')
  fireEvent.change(options, { target: { value: within(options).getByText<HTMLOptionElement>(label).value } })
  return { how }
}

/** A label, an error link and the place to return to all go by id. */
export function idsUsedTwice(card: HTMLElement): string[] {
  const ids = [...card.querySelectorAll('[id]')].map((e) => e.id)
  return ids.filter((id, i) => ids.indexOf(id) !== i)
}

export function leaveOpen(form: HTMLElement, blank: string, why: string): void {
  fireEvent.click(within(form).getByText('Leave this open, and say why', { selector: 'summary *' }))
  fireEvent.click(byLabel(form, blank, '[id$="--blank"] input'))
  fireEvent.change(byLabel(form, 'Why (you can add this later)'), { target: { value: why } })
}

/** The focus goes elsewhere, as with a tap beside the form. */
export async function leave({ form }: { form: HTMLElement }): Promise<void> {
  for (const each of form.querySelectorAll('form')) fireEvent.focusOut(each, { relatedTarget: null })
  await afterLeaving()
}

/** What was recorded in the slot at this screen, with each value checked against the question. */
export async function made(at: ACard, question: Question): Promise<Entry[]> {
  const entries = (await at.entriesIn(at.slot)).filter((e) => e.author.id === ASHA.id)
  const answers = entries.filter((e) => e.kind === 'answer')
  expect(answers.map((e) => valueSchema(question).safeParse(e.value).success)).toEqual(answers.map(() => true))
  return entries
}

/** The whole entry that should have been made; its number and id follow from what came before. */
export function answerOf(at: ACard, value: unknown, supersedes: string[], basis: EntryBasis | undefined): Entry {
  return {
    id: expect.stringMatching(/^own-/),
    assessment: 'assessment-1',
    slot: at.slot,
    contact: at.view().contact,
    kind: 'answer',
    value,
    ...(basis && { basis }),
    supersedes,
    author: ASHA,
    device: 'device-1',
    deviceSeq: expect.any(Number),
    guidancePack: packV1.id,
    recordedAt: NOW,
  } satisfies Entry as Entry
}
