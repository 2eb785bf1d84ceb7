import { fireEvent, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Entry, Slot } from '../../../src/domain/entry.ts'
import type { Question } from '../../../src/domain/question.ts'
import { WHOLE } from '../../../src/domain/subjects.ts'
import { valueSchema } from '../../../src/domain/value-schema.ts'
import { recordWords } from '../../../src/report/words.ts'
import { type ACard, aCard, answerOf, chooseBasis, fill, idsUsedTwice, leavesOpen, stepsOf } from './every-question.tsx'
import { fillPart } from './fill-part.ts'
import { filling, fillings } from './fillings.ts'
import { ASHA, settled } from './open-assessment.tsx'

/** What holds for every question that asks for a list of things. */
export function describeCollections(steps: readonly string[]): void {
  for (const step of stepsOf(steps)) {
    const lists = step.questions.filter((q) => q.collects || q.addsTo)
    if (lists.length > 0) describe(`${step.name}: lists`, () => lists.forEach(describeCollection))
  }
}

function describeCollection(question: Question): void {
  const home = question.addsTo ?? question.id
  describe(`${question.id} ${question.text}`, () => {
    it('takes a thing with a value in every part, as it was entered', async () => {
      const first = await aCard(question)
      for (const [i, entered] of fillings(question, first.view()).entries()) {
        const at = i === 0 ? first : await aCard(question)
        const thing = add(at, question)
        expect(fill({ ...at, form: thing.form }, question, entered, true)).toEqual([])
        expect(idsUsedTwice(at.card)).toEqual([])
        const basis = chooseBasis(thing.form, question, 'Somebody said it', 'said')
        await done(thing.form)
        const entries = await madeIn(at, question, thing.slot)
        expect(entries).toEqual([answerOf({ ...at, slot: thing.slot }, { parts: entered }, [], basis)])
        expect(
          at
            .view()
            .items(home, at.slot.subject)
            .some((x) => x.subject === thing.slot.subject),
        ).toBe(true)
        at.shown.unmount()
      }
    })

    it('has a thing changed and then taken out for a reason, and keeps it readable', async () => {
      const at = await aCard(question)
      const thing = add(at, question)
      const entered = filling(question, at.view(), 1)
      fill({ ...at, form: thing.form }, question, entered)
      const basis = chooseBasis(thing.form, question, 'I saw it', 'seen')
      await done(thing.form)
      fireEvent.click(lastButton(at, /^Change/))
      const again = openThing(at)
      // Exact words of a child are locked by now, and changed by a correction only.
      const next = { ...filling(question, at.view(), 2), ...verbatimOf(question, entered) }
      for (const part of question.parts) {
        const value = next[part.id]
        if (part.kind !== 'verbatim' && value !== undefined) fillPart(again, question, part, value, at.view())
      }
      await done(again)
      fireEvent.click(lastButton(at, /^Remove/))
      fireEvent.change(within(at.card).getByLabelText(/^Why is this removed/), { target: { value: 'Entered twice' } })
      fireEvent.click(lastButton(at, /^Remove it/))
      await settled()

      const [first, second, third, ...rest] = await madeIn(at, question, thing.slot)
      const about = { ...at, slot: thing.slot }
      expect(rest).toEqual([])
      expect(first).toEqual(answerOf(about, { parts: entered }, [], basis))
      expect(second).toEqual(answerOf(about, { parts: next }, [first?.id ?? ''], basis))
      expect(third).toEqual({
        ...answerOf(about, { why: 'Entered twice' }, [second?.id ?? ''], undefined),
        kind: 'retract',
      })
      expect(
        at
          .view()
          .items(home, at.slot.subject)
          .some((x) => x.subject === thing.slot.subject),
      ).toBe(false)
      expect(within(at.card).getByText('Taken out: 1')).toBeInTheDocument()
      expect(within(at.card).getByText(/Removed: Entered twice\. Asha Rahman, Midwife/)).toBeInTheDocument()
    })

    it(`can be left open as a whole: ${question.blanks.map((b) => recordWords.blanks[b]).join(', ')}`, async () => {
      await leavesOpen(await aCard(question), question)
    })
  })
}

/** Opens the form of a new thing. */
function add(at: ACard, question: Question): { form: HTMLElement; slot: Slot } {
  fireEvent.click(within(at.card).getByText(new RegExp(`^Add an? ${question.thing}$`), { selector: 'button' }))
  const form = openThing(at)
  const id = /(own-\d+)/.exec(form.innerHTML)?.[1] ?? ''
  const { subject } = at.slot
  return { form, slot: { question: question.addsTo ?? question.id, subject: parented(subject, id) } }
}

const parented = (parent: string, id: string): string => (parent === WHOLE ? id : `${parent}:${id}`)

function openThing(at: ACard): HTMLElement {
  const button = within(at.card).getByText('Done', { exact: false, selector: 'button' })
  const group = button.closest('fieldset')
  if (!group) throw new Error('The thing is in no group')
  return group
}

async function done(form: HTMLElement): Promise<void> {
  fireEvent.click(within(form).getByText('Done', { exact: false, selector: 'button' }))
  await settled()
  expect(form).not.toBeInTheDocument()
}

function lastButton(at: ACard, name: RegExp): HTMLElement {
  const found = within(at.card).getAllByRole('button', { name }).at(-1)
  if (!found) throw new Error(`No button ${name}`)
  return found
}

async function madeIn(at: ACard, question: Question, slot: Slot): Promise<Entry[]> {
  const entries = (await at.entriesIn(slot)).filter((e) => e.author.id === ASHA.id)
  const answers = entries.filter((e) => e.kind === 'answer')
  expect(answers.map((e) => valueSchema(question).safeParse(e.value).success)).toEqual(answers.map(() => true))
  return entries
}

const verbatimOf = (question: Question, entered: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(question.parts.filter((p) => p.kind === 'verbatim').map((p) => [p.id, entered[p.id] as string]))
