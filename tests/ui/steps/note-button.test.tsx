import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { NoteButton } from '../../../src/ui/steps/note-button.tsx'
import { Notes } from '../../../src/ui/steps/notes.tsx'
import { hands } from '../harness/a-person.ts'
import { type AtTheScreen, anOpenAssessment, holdsTheNext, settled } from '../harness/open-assessment.tsx'

const SMELL = 'Cannabis in the hall'
const dialog = () => screen.getByRole('dialog', { hidden: true }) as HTMLDialogElement
const words = () => screen.getByRole('textbox', { name: 'What was it?' })
const to = () => screen.getByRole('combobox', { name: 'File it to' })

async function aPage(step?: string, reopened?: AtTheScreen) {
  const at = reopened ?? (await anOpenAssessment())
  const onHide = vi.fn()
  const shown = at.show(() => (
    <>
      <NoteButton step={step} onHide={onHide} />
      <Notes />
      <Notes step="SAF" />
    </>
  ))
  const user = hands()
  const press = (name: string) => user.click(screen.getByRole('button', { name }))
  const notes = () =>
    at.assessment
      .current()
      .view.record.ofKind('note')
      .map(({ value, basis, supersedes }) => ({ value, basis, supersedes }))
  return { at, shown, user, press, notes, onHide }
}

describe('a quick note', () => {
  it('is filed to the step that is open, unless told otherwise', async () => {
    const { user, press, notes } = await aPage('SAF')
    await press('Note')
    expect(dialog().open).toBe(true)
    expect(to()).toHaveValue('SAF')
    await user.click(screen.getByRole('radio', { name: 'Smelled' }))
    await user.type(words(), SMELL)
    await press('Save the note')
    await settled()
    expect(notes()).toEqual([
      { value: { sense: 'smelled', words: SMELL, step: 'SAF' }, basis: { how: 'seen' }, supersedes: [] },
    ])
    expect(dialog().open).toBe(false)
    expect(screen.getByText('The note is saved on this device')).toBeInTheDocument()
    const filed = screen.getByRole('region', { name: 'Notes filed to this step' })
    expect(within(filed).getByText(/Asha Rahman, Midwife/)).toBeInTheDocument()
  })

  it('can be filed later, by an entry that supersedes the first', async () => {
    const { at, user, press, notes } = await aPage()
    await press('Note')
    await user.click(screen.getByRole('radio', { name: 'Heard' }))
    await user.type(words(), 'Shouting next door')
    await press('Save the note')
    await settled()
    const [first] = at.assessment.current().view.record.ofKind('note')
    await user.selectOptions(screen.getByRole('combobox', { name: 'File this note to a step' }), 'SAF')
    await settled()
    const value = { sense: 'heard', words: 'Shouting next door' }
    expect(notes()).toEqual([
      { value, basis: { how: 'seen' }, supersedes: [] },
      { value: { ...value, step: 'SAF' }, basis: undefined, supersedes: [first?.id] },
    ])
    expect(screen.queryByRole('combobox', { name: 'File this note to a step' })).not.toBeInTheDocument()
  })

  it('is still being written when the dialog was closed, or the browser died', async () => {
    const first = await aPage('SAF')
    await first.press('Note')
    await first.user.type(words(), 'Cannabis in')
    await first.press('Close')
    expect(dialog().open).toBe(false)
    await first.press('Note')
    expect(words()).toHaveValue('Cannabis in')
    await first.at.assessment.flush()
    first.shown.unmount()

    const second = await aPage('SAF', await first.at.reopened())
    expect(dialog().open).toBe(true)
    expect(words()).toHaveValue('Cannabis in')
    expect(second.notes()).toEqual([])
  })

  it('leaves no draft when all that was typed is gone again', async () => {
    const { at, user, press } = await aPage()
    await press('Note')
    await user.type(words(), 'x{Backspace}')
    await press('Close')
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('asks for what is missing', async () => {
    const { press, user, notes } = await aPage()
    await press('Note')
    await press('Save the note')
    expect(screen.getByText('Choose seen, heard or smelled')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: 'Seen' }))
    await press('Save the note')
    expect(screen.getByText('Write what it was')).toBeInTheDocument()
    expect(notes()).toEqual([])
  })

  it('keeps its words when it was not saved, and says so', async () => {
    const { at, press, user, notes } = await aPage()
    await press('Note')
    await user.click(screen.getByRole('radio', { name: 'Seen' }))
    await user.type(words(), SMELL)
    at.breakWrites('quota')
    await press('Save the note')
    await settled()
    expect(screen.getByRole('alert')).toHaveTextContent(/^The note was not saved\. This device is full/)
    expect(words()).toHaveValue(SMELL)
    at.mend()
    await press('Save the note')
    await settled()
    expect(notes()).toHaveLength(1)
  })

  it('is saved once, however often the button is pressed', async () => {
    const { press, user, notes } = await aPage()
    await press('Note')
    await user.click(screen.getByRole('radio', { name: 'Seen' }))
    await user.type(words(), SMELL)
    const save = screen.getByRole('button', { name: 'Save the note' })
    save.click()
    save.click()
    await settled()
    expect(notes()).toHaveLength(1)
  })

  it('goes on as another one where words are typed while it is being saved', async () => {
    const { at, press, user, notes } = await aPage()
    await press('Note')
    await user.click(screen.getByRole('radio', { name: 'Smelled' }))
    await user.type(words(), SMELL)
    const kept = holdsTheNext(at)
    await press('Save the note')
    await settled()
    await user.type(words(), ', and a bottle')
    kept()
    await settled()
    expect(notes().map(({ value }) => value)).toEqual([{ sense: 'smelled', words: SMELL }])
    expect(words()).toHaveValue(`${SMELL}, and a bottle`)
    await at.assessment.flush()
    expect(await at.draftsKept()).toMatchObject([{ raw: { text: `${SMELL}, and a bottle` } }])
    await press('Save the note')
    await settled()
    expect(notes()).toHaveLength(2)
    expect(dialog().open).toBe(false)
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('can hide the screen from within', async () => {
    const { press, onHide } = await aPage()
    await press('Note')
    await press('Hide screen')
    expect(onHide).toHaveBeenCalledOnce()
  })
})
