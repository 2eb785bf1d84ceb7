import { render, screen } from '@testing-library/react'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { SaveToFile, TakeInFile, type TakeProblem } from '../../../src/ui/outbox/outbox-file.tsx'
import { hands } from '../harness/a-person.ts'

const PASSPHRASE = 'copper lantern meadow'
beforeAll(() => {
  URL.createObjectURL = () => 'blob:made'
  URL.revokeObjectURL = () => undefined
})

describe('saving what is not sent to a file', () => {
  async function saving(first: string, second: string, works = true) {
    const make = vi.fn(async (_: string) =>
      works ? { file: new Blob(['x']), name: 'linnet.lnt', entries: 3 } : ('failed' as const),
    )
    render(<SaveToFile make={make} />)
    const user = hands()
    await user.type(screen.getByLabelText('Passphrase for the file'), first)
    await user.type(screen.getByLabelText('The same passphrase again'), second)
    await user.click(screen.getByRole('button', { name: 'Make the file' }))
    return make
  }

  it('makes it under the passphrase that was typed twice', async () => {
    const make = await saving(PASSPHRASE, PASSPHRASE)
    expect(await screen.findByRole('link', { name: 'Save the file' })).toHaveAttribute('download', 'linnet.lnt')
    expect(screen.getByRole('status')).toHaveTextContent('The file is ready, with 3 entries.')
    expect(make.mock.calls).toEqual([[PASSPHRASE]])
  })

  it('makes none under a short passphrase, nor under two that differ', async () => {
    const short = await saving('short', 'short')
    expect(screen.getByLabelText('Passphrase for the file')).toBeInvalid()
    expect(short).not.toHaveBeenCalled()
  })

  it('makes none under two that differ', async () => {
    const make = await saving(PASSPHRASE, `${PASSPHRASE}!`)
    expect(screen.getByLabelText('The same passphrase again')).toBeInvalid()
    expect(make).not.toHaveBeenCalled()
  })

  it('says when it could not be made', async () => {
    await saving(PASSPHRASE, PASSPHRASE, false)
    expect(await screen.findByRole('alert')).toHaveTextContent('The file could not be made. Nothing was lost')
  })
})

describe('taking in a file', () => {
  async function taking(answer: { ok: true; added: number; known: number } | { ok: false; problem: TakeProblem }) {
    const take = vi.fn(async () => answer)
    render(<TakeInFile take={take} />)
    const user = hands()
    await user.upload(screen.getByLabelText('File'), new File(['x'], 'linnet.lnt'))
    await user.type(screen.getByLabelText('Passphrase of the file'), PASSPHRASE)
    await user.click(screen.getByRole('button', { name: 'Take it in' }))
    return take
  }

  it('says how much was new', async () => {
    await taking({ ok: true, added: 2, known: 1 })
    expect(await screen.findByText(/2 entries added, 1 were here already/)).toBeInTheDocument()
  })

  it.each<[TakeProblem, string]>([
    ['wrong-passphrase', 'This passphrase does not open the file'],
    ['damaged', 'nothing of it was taken in'],
    ['later-version', 'Update Linnet first'],
  ])('says what to do when it is %s', async (problem, text) => {
    await taking({ ok: false, problem })
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
  })
})
