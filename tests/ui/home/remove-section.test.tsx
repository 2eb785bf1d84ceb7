import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { RemoveSection } from '../../../src/ui/home/remove-section.tsx'
import { hands } from '../harness/a-person.ts'

async function asked(notReceived: number | null, works = true) {
  const acts = { onSaveFirst: vi.fn(), onRemove: vi.fn(async (_: string) => works) }
  render(<RemoveSection label="AR" kept="1 assessment, 3 entries, 0 drafts." notReceived={notReceived} {...acts} />)
  const user = hands()
  await user.click(screen.getByRole('button', { name: 'Remove my records from this device' }))
  const type = (text: string) => user.type(screen.getByLabelText(/^Type your initials/), text)
  const remove = () => user.click(screen.getByRole('button', { name: 'Remove for good' }))
  return { ...acts, user, type, remove }
}

describe('removing from this device', () => {
  it('says what goes and how much of it is on no server, and offers a file first', async () => {
    const { onSaveFirst, user } = await asked(2)
    expect(screen.getByText(/1 assessment, 3 entries, 0 drafts\./)).toBeInTheDocument()
    expect(screen.getByText(/2 entries are on no server\. Save them to a file first/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Save what is not sent to a file' }))
    expect(onSaveFirst).toHaveBeenCalledOnce()
  })

  it('offers no file where there is nothing to put into it', async () => {
    await asked(0)
    expect(screen.getByText('Your service has received everything that you recorded here.')).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: 'Save what is not sent to a file' })).toBeNull()
  })

  it('removes nothing until the initials are typed as the lock shows them', async () => {
    const { onRemove, type, remove } = await asked(0)
    await remove()
    await type('ar')
    await remove()
    expect(screen.getByLabelText(/^Type your initials/)).toBeInvalid()
    expect(onRemove).not.toHaveBeenCalled()
  })

  it('removes when they are', async () => {
    const { onRemove, type, remove } = await asked(0)
    await type('AR')
    await remove()
    expect(onRemove.mock.calls).toEqual([['AR']])
  })

  it('says when it did not work, and keeps everything', async () => {
    const { type, remove } = await asked(null, false)
    await type('AR')
    await remove()
    expect(await screen.findByRole('alert')).toHaveTextContent('They could not be removed. Nothing was changed.')
  })

  it('can be left again', async () => {
    const { onRemove, user } = await asked(1)
    await user.click(screen.getByRole('button', { name: 'Keep everything' }))
    expect(screen.queryByLabelText(/^Type your initials/)).toBeNull()
    expect(onRemove).not.toHaveBeenCalled()
  })
})
