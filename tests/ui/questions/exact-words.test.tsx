import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { Slot } from '../../../src/domain/entry.ts'
import { headInWords } from '../../../src/report/slot-words.ts'
import { hands, recorded, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'
import { holdsTheNext, LIN, SAM, settled } from '../harness/open-assessment.tsx'

const question = questionOf('CHD-08')
const said = 'Mummy sleeps on the floor'
const exactWords = () => screen.getByRole('textbox', { name: 'Their exact words, or what they did' })
const press = (user: ReturnType<typeof hands>, name: string | RegExp) =>
  user.click(screen.getByRole('button', { name }))

/** Words of a child that a colleague wrote down, open on the screen. */
async function wordsOfAChild() {
  const at = await aCard(question)
  const slot: Slot = { question: 'CHD-08', subject: `${at.slot.subject}:said-1` }
  await at.receive(recorded(SAM, 'of-sam', slot, { parts: { words: said, to: 'Mrs Hall' } }))
  const user = hands()
  await press(user, /^Change/)
  return { at, slot, user }
}

async function aCorrection(user: ReturnType<typeof hands>, words: string, why: string) {
  await press(user, 'Add a correction')
  if (words) await user.type(screen.getByRole('textbox', { name: 'What the words should be' }), words)
  if (why) await user.type(screen.getByRole('textbox', { name: 'Why' }), why)
  await press(user, 'Save the correction')
  await settled()
}

describe('the exact words of a child', () => {
  it('can be typed until they are saved, whatever else is filled in before', async () => {
    const at = await aCard(question)
    const user = hands()
    await press(user, /^Add a/)
    await user.click(screen.getByRole('radio', { name: 'It differs' }))
    await tapBeside(user)
    expect(exactWords()).not.toHaveAttribute('readonly')
    await user.type(exactWords(), said)
    await tapBeside(user)
    expect(exactWords()).toHaveAttribute('readonly')
    const [thing] = at.view().items('CHD-08', at.slot.subject)
    expect(thing?.value).toEqual({ parts: { words: said, fits: 'differs' } })
  })

  it('are locked once they are saved, and the other parts are not', async () => {
    const { at, slot, user } = await wordsOfAChild()
    await user.type(exactWords(), ' again')
    await user.type(screen.getByRole('textbox', { name: 'Who they told or showed' }), ' at school')
    await tapBeside(user)
    expect(exactWords()).toHaveAccessibleDescription(/^These words are kept as they were said\./)
    expect(
      at
        .view()
        .record.heads(slot)
        .map((h) => h.value),
    ).toEqual([{ parts: { words: said, to: 'Mrs Hall at school' } }])
  })

  it('are corrected by an entry beside them, shown beneath with its author, and stay as they are', async () => {
    const { at, slot, user } = await wordsOfAChild()
    await aCorrection(user, 'Mummy sleeps on the sofa', 'She said it again')
    const [, correction] = await at.entriesIn(slot)
    expect(correction).toMatchObject({
      kind: 'correction',
      slot,
      value: { part: 'words', words: 'Mummy sleeps on the sofa', why: 'She said it again' },
      supersedes: [],
      author: { id: 'asha' },
    })
    expect(exactWords()).toHaveValue(said)
    const line =
      'Correction: “Mummy sleeps on the sofa” (She said it again). Asha Rahman, Midwife, Community midwifery, 2 Nov 2026, 10:00'
    expect(screen.getByText(line)).toBeInTheDocument()
    const [head] = at.view().record.heads(slot)
    expect(head && headInWords(at.view(), head).notes).toEqual([line])
    expect(screen.queryByRole('textbox', { name: 'What the words should be' })).not.toBeInTheDocument()
    await press(user, /^Done/)
    await settled()
    expect(screen.getByText(/^Correction: “Mummy sleeps on the sofa”/)).toBeInTheDocument()
  })

  it('take any number of corrections, by different people', async () => {
    const { at, slot, user } = await wordsOfAChild()
    await aCorrection(user, 'One', 'First')
    const theirs = recorded(LIN, 'of-lin', slot, { parts: {} })
    await at.receive({ ...theirs, kind: 'correction', value: { part: 'words', words: 'Two', why: 'Second' } })
    await aCorrection(user, 'Three', 'Third')
    expect(screen.getAllByText(/^Correction: /).map((p) => p.textContent?.replace(/\. .*/, ''))).toEqual([
      'Correction: “Two” (Second)',
      'Correction: “One” (First)',
      'Correction: “Three” (Third)',
    ])
    expect(
      at
        .view()
        .record.heads(slot)
        .map((h) => h.id),
    ).toEqual(['of-sam'])
  })

  it.each([
    ['the words', '', 'Because', 'Write what the words should be'],
    ['the reason', 'Words', '', 'Say why'],
  ])('are not corrected without %s', async (_what, words, why, problem) => {
    const { at, slot, user } = await wordsOfAChild()
    await aCorrection(user, words, why)
    expect(screen.getByText(problem)).toBeInTheDocument()
    expect(await at.entriesIn(slot)).toHaveLength(1)
  })

  it('keep a correction that was being typed when the browser died', async () => {
    const { at, user } = await wordsOfAChild()
    await press(user, 'Add a correction')
    await user.type(screen.getByRole('textbox', { name: 'What the words should be' }), 'Mummy sle')
    await at.assessment.flush()
    at.shown.unmount()
    const again = await at.reopened()
    again.show(() => at.element)
    await press(user, /^Change/)
    expect(screen.getByRole('textbox', { name: 'What the words should be' })).toHaveValue('Mummy sle')
  })

  it('say so when the correction was not saved, keep it, and save it when asked again', async () => {
    const { at, slot, user } = await wordsOfAChild()
    at.breakWrites('quota')
    await aCorrection(user, 'Words', 'Why')
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. This device is full/)
    expect(screen.getByRole('textbox', { name: 'What the words should be' })).toHaveValue('Words')
    at.mend()
    await press(user, 'Save the correction')
    await settled()
    expect((await at.entriesIn(slot)).map((e) => e.kind)).toEqual(['answer', 'correction'])
  })

  it('keep what is typed into a correction while it is being saved', async () => {
    const { at, slot, user } = await wordsOfAChild()
    const kept = holdsTheNext(at)
    await aCorrection(user, 'Mummy sleeps on the sofa', 'She said it again')
    await user.type(screen.getByRole('textbox', { name: 'What the words should be' }), ' bed')
    kept()
    await settled()
    const [, correction] = await at.entriesIn(slot)
    expect(correction?.value).toMatchObject({ words: 'Mummy sleeps on the sofa' })
    expect(screen.getByRole('textbox', { name: 'What the words should be' })).toHaveValue(
      'Mummy sleeps on the sofa bed',
    )
    expect(at.assessment.hasDrafts()).toBe(true)
    await press(user, 'Save the correction')
    await settled()
    expect(await at.entriesIn(slot)).toHaveLength(3)
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('forget a correction that is given up', async () => {
    const { at, slot, user } = await wordsOfAChild()
    await press(user, 'Add a correction')
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Not so')
    await press(user, 'Leave it')
    await settled()
    expect(at.assessment.hasDrafts()).toBe(false)
    expect(await at.entriesIn(slot)).toHaveLength(1)
  })
})
