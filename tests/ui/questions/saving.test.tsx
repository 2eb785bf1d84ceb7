import { screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { AppendResult } from '../../../src/storage/record-port.ts'
import { hands, recorded, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'
import { afterAWhile, holdsTheNext, SAM, settled } from '../harness/open-assessment.tsx'

const question = questionOf('PRE-02')
const weeks = () => screen.getByRole('textbox', { name: 'Weeks today' })
const answers = async (at: Awaited<ReturnType<typeof aCard>>) =>
  (await at.entriesIn(at.slot)).map(({ kind, value }) => ({ kind, value }))
const SAVED = 'Saved on this device'
const TYPING = 'Not saved yet: what you type is kept as a draft'

/** The page was left and opened again, and what was typed on it is on its way to the disk until `kept`. */
async function openedAgainWhileSaving(typed: string) {
  const at = await aCard(question)
  const user = hands()
  const kept = holdsTheNext(at)
  await user.type(weeks(), typed)
  at.shown.unmount()
  await settled()
  at.show(() => at.element)
  return { at, user, kept }
}

describe('an answer that is being saved', () => {
  it('is called saved only after the device has kept it and read it back', async () => {
    const at = await aCard(question)
    const user = hands()
    let answer: (result: AppendResult) => void = () => undefined
    const append = at.store.append
    vi.spyOn(at.store, 'append').mockImplementation(async (entries) => {
      const result = await append(entries)
      await new Promise<AppendResult>((resolve) => {
        answer = resolve
      })
      return result
    })
    await user.type(weeks(), '26')
    expect(screen.getByText(TYPING)).toBeInTheDocument()
    await tapBeside(user)
    expect(screen.getByText('Saving')).toBeInTheDocument()
    expect(screen.queryByText(SAVED)).not.toBeInTheDocument()
    answer({ ok: true, saved: 1, alreadyKept: 0 })
    await settled()
    expect(screen.getByText(SAVED)).toBeInTheDocument()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { weeks: 26 } } }])
  })

  it('keeps the text and says so when it was not saved, and saves it when asked again', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), '26')
    at.breakWrites('quota')
    await tapBeside(user)
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. This device is full\./)
    expect(weeks()).toHaveValue('26')
    expect(at.assessment.hasDrafts()).toBe(true)
    expect(await answers(at)).toEqual([])
    at.mend()
    await user.click(screen.getByRole('button', { name: 'Try to save again' }))
    await settled()
    expect(screen.getByText(SAVED)).toBeInTheDocument()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { weeks: 26 } } }])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('does the same for an honest blank', async () => {
    const at = await aCard(question)
    const user = hands()
    at.breakWrites('locked')
    await user.click(screen.getByRole('radio', { name: 'Not known' }))
    await afterAWhile()
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. Linnet was locked/)
    expect(screen.getByRole('radio', { name: 'Not known' })).toBeChecked()
    at.mend()
    await user.click(screen.getByRole('button', { name: 'Try to save again' }))
    await settled()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { blank: 'not-known' } }])
  })

  it('says when not even the draft reached the disk', async () => {
    const at = await aCard(question)
    const user = hands()
    at.breakWrites('database-broken')
    await user.type(weeks(), '2')
    await afterAWhile(200)
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. The browser cannot reach its store/)
    expect(weeks()).toHaveValue('2')
  })

  it('is no longer called unsaved when what was typed is gone again', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), '2{Backspace}')
    await tapBeside(user)
    expect(screen.queryByText(TYPING)).not.toBeInTheDocument()
    expect(at.assessment.hasDrafts()).toBe(false)
    expect(await answers(at)).toEqual([])
  })

  it('becomes an entry a moment after a choice, without the focus leaving', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    await afterAWhile(399)
    expect(await answers(at)).toEqual([])
    await afterAWhile(1)
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { 'dated-by': 'scan' } } }])
  })

  it('becomes an entry when the page is left', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), '26')
    at.shown.unmount()
    await settled()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { weeks: 26 } } }])
  })

  it('is tried once when the page is left, and then when asked', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), '26')
    at.breakWrites('quota')
    await user.click(document.body)
    at.shown.unmount()
    await settled()
    at.show(() => at.element)
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. This device is full\./)
    at.mend()
    await afterAWhile()
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved\. This device is full\./)
    await user.click(screen.getByRole('button', { name: 'Try to save again' }))
    await settled()
    expect(screen.getByText(SAVED)).toBeInTheDocument()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { weeks: 26 } } }])
  })

  it('is called saved where its page is opened again while it is being saved', async () => {
    const { at, kept } = await openedAgainWhileSaving('26')
    expect(weeks()).toHaveValue('26')
    expect(screen.queryByText(SAVED)).not.toBeInTheDocument()
    kept()
    await settled()
    expect(screen.getByText(SAVED)).toBeInTheDocument()
    expect(screen.queryByText(/a moment ago/)).not.toBeInTheDocument()
    expect(at.assessment.hasDrafts()).toBe(false)
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { weeks: 26 } } }])
  })

  it('takes what is typed on while the page before is still saving, as one answer', async () => {
    const { at, user, kept } = await openedAgainWhileSaving('2')
    await user.type(weeks(), '6')
    kept()
    await settled()
    expect(at.assessment.hasDrafts()).toBe(true)
    expect(screen.queryByText(/a moment ago/)).not.toBeInTheDocument()
    expect(screen.getByText(TYPING)).toBeInTheDocument()
    await tapBeside(user)
    expect(screen.getByText(SAVED)).toBeInTheDocument()
    const heads = at.view().record.heads(at.slot)
    expect(heads.map((h) => h.value)).toEqual([{ parts: { weeks: 26 } }])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('never disagrees with itself, however fast one edit follows another', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), '2')
    await user.click(document.body)
    await user.type(weeks(), '6')
    await user.click(document.body)
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    await tapBeside(user)
    const heads = at.view().record.heads(at.slot)
    expect(heads.map((h) => h.value)).toEqual([{ parts: { weeks: 26, 'dated-by': 'scan' } }])
  })
})

describe('a part that cannot be read', () => {
  it('keeps nothing else from being saved, and stays as a draft until it is mended', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), 'a few')
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    await tapBeside(user)
    expect(weeks()).toHaveValue('a few')
    expect(weeks()).toBeInvalid()
    expect(weeks()).toHaveAccessibleDescription('Enter a number, such as 4 or 2.5')
    expect(screen.getByText(/^The rest is saved\./)).toBeInTheDocument()
    expect(await answers(at)).toEqual([{ kind: 'answer', value: { parts: { 'dated-by': 'scan' } } }])
    expect(at.assessment.hasDrafts()).toBe(true)

    await user.clear(weeks())
    await user.type(weeks(), '26')
    await tapBeside(user)
    expect(weeks()).toBeValid()
    expect(
      at
        .view()
        .record.heads(at.slot)
        .map((h) => h.value),
    ).toEqual([{ parts: { weeks: 26, 'dated-by': 'scan' } }])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('is not said to be all that is unsaved while something else is typed', async () => {
    await aCard(question)
    const user = hands()
    await user.type(weeks(), 'a few')
    await tapBeside(user)
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    expect(screen.queryByText(/^The rest is saved\./)).not.toBeInTheDocument()
    expect(screen.getByText(TYPING)).toBeInTheDocument()
  })

  it('names the range that a number must be in', async () => {
    await aCard(question)
    const user = hands()
    await user.type(weeks(), '50')
    await tapBeside(user)
    expect(weeks()).toHaveAccessibleDescription('Enter a whole number from 0 to 44')
  })

  it('takes nothing back of what the record holds of it', async () => {
    const at = await aCard(question)
    await at.receive(recorded(SAM, 'of-sam', at.slot, { parts: { weeks: 26 } }))
    const user = hands()
    await user.type(weeks(), 'x')
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(at.slot)
        .map((h) => h.id),
    ).toEqual(['of-sam'])
    await user.click(screen.getByRole('radio', { name: 'Scan' }))
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(at.slot)
        .map((h) => h.value),
    ).toEqual([{ parts: { weeks: 26, 'dated-by': 'scan' } }])
    expect(weeks()).toHaveValue('26x')
  })
})

describe('a draft that was typed before the browser died', () => {
  it('is there again, is called unsaved, and becomes an entry over what was on screen then', async () => {
    const at = await aCard(question)
    await at.receive(recorded(SAM, 'of-sam', at.slot, { parts: { 'dated-by': 'scan' } }))
    const user = hands()
    await user.type(weeks(), '26')
    await at.assessment.flush()
    // What dies with a browser writes nothing more.
    at.breakWrites('unknown')
    at.shown.unmount()
    await settled()
    at.mend()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(weeks()).toHaveValue('26')
    expect(screen.getByText(TYPING)).toBeInTheDocument()
    weeks().focus()
    await tapBeside(user)
    const made = (await again.entriesIn(at.slot)).filter((e) => e.author.id === 'asha')
    expect(made.map(({ value, supersedes }) => ({ value, supersedes }))).toEqual([
      { value: { parts: { weeks: 26, 'dated-by': 'scan' } }, supersedes: ['of-sam'] },
    ])
  })

  it('says at once which part of it cannot be read', async () => {
    const at = await aCard(question)
    const user = hands()
    await user.type(weeks(), 'a few')
    await tapBeside(user)
    await at.assessment.flush()
    at.shown.unmount()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(weeks()).toHaveValue('a few')
    expect(weeks()).toHaveAccessibleDescription('Enter a number, such as 4 or 2.5')
  })
})
