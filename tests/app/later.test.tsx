import { act, render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Arriving, Beside, later } from '../../src/app/later.tsx'

const WORDS = 'The part'
const FAILED = /^A part of Linnet did not load/

/** A part of the app that comes, or fails to, when it is told. */
function aPart() {
  let comes: () => void = () => undefined
  let fails: () => void = () => undefined
  const Part = later(
    () =>
      new Promise<() => React.ReactNode>((resolve, reject) => {
        comes = () => resolve(() => <p>{WORDS}</p>)
        fails = () => reject(new Error('It was not there'))
      }),
  )
  return { Part, comes: () => act(async () => comes()), fails: () => act(async () => fails()) }
}

describe('a part that is loaded when it is first shown', () => {
  it('is the page: it says that it is on its way, and then is there', async () => {
    const { Part, comes } = aPart()
    render(
      <Arriving>
        <Part />
      </Arriving>,
    )
    expect(screen.getByRole('status')).toHaveTextContent('Loading')
    await comes()
    expect(screen.getByText(WORDS)).toBeInTheDocument()
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
  })

  it('stands beside the page: that stays in use meanwhile, with what is being typed', async () => {
    const { Part, comes } = aPart()
    const page = (more: boolean) => (
      <Arriving>
        <input aria-label="Words" />
        {more && (
          <Beside>
            <Part />
          </Beside>
        )}
      </Arriving>
    )
    const shown = render(page(false))
    const words = screen.getByRole('textbox', { name: 'Words' })
    words.focus()
    shown.rerender(page(true))
    expect(screen.queryByRole('status')).not.toBeInTheDocument()
    expect(words).toBeVisible()
    expect(words).toHaveFocus()
    await comes()
    expect(screen.getByText(WORDS)).toBeInTheDocument()
    expect(words).toHaveFocus()
  })

  it('says so when it does not come, and takes nothing of the page beside it away', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { Part, fails } = aPart()
    render(
      <Arriving>
        <input aria-label="Words" />
        <Beside>
          <Part />
        </Beside>
      </Arriving>,
    )
    await fails()
    expect(screen.getByRole('alert')).toHaveTextContent(FAILED)
    expect(screen.getByRole('textbox', { name: 'Words' })).toBeVisible()
    expect(screen.queryByRole('heading', { name: 'This page cannot be shown' })).not.toBeInTheDocument()
  })

  it('says so in place of the page when that is what does not come', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => undefined)
    const { Part, fails } = aPart()
    render(
      <Arriving>
        <Part />
      </Arriving>,
    )
    await fails()
    expect(screen.getByRole('heading', { level: 1, name: 'This page cannot be shown' })).toBeInTheDocument()
    expect(screen.getByRole('alert')).toHaveTextContent(FAILED)
  })
})
