import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ClosedScreen } from '../../../src/ui/seal/closed-screen.tsx'
import { SealBanner, type SealBannerProps } from '../../../src/ui/seal/seal-banner.tsx'
import { hands } from '../harness/a-person.ts'

const SINCE = '2 June 2026, 22:00'
function shown(over: Partial<SealBannerProps> = {}) {
  const acts = { onTry: vi.fn(), onSignIn: vi.fn() }
  const { unmount } = render(<SealBanner since={SINCE} wasPutBack={false} state="idle" {...acts} {...over} />)
  return { ...acts, unmount }
}
const banner = () => screen.getByRole('region', { name: 'Some entries are closed' })

it('says since when, how much is closed, that it is incomplete, and that recording goes on', () => {
  shown({ n: 3 })
  expect(banner()).toHaveTextContent(`This device last reached your service on ${SINCE}.`)
  expect(banner()).toHaveTextContent(
    '3 entries recorded on other devices are closed until it does again: what you see is incomplete, and your own answers may have been changed since.',
  )
  expect(banner()).toHaveTextContent('What you record is kept here and sent later.')
})

it('says so above the list without a count', () => {
  shown()
  expect(banner()).toHaveTextContent('What was recorded on other devices is closed until it does again.')
})

it('says that the clock was put back only where it was', () => {
  shown().unmount()
  expect(document.body).not.toHaveTextContent('clock')
  shown({ wasPutBack: true })
  expect(banner()).toHaveTextContent('The clock of this device shows an earlier time than it did before.')
})

it('tries when asked, once at a time, and says what came of it', async () => {
  const first = shown()
  await hands().click(screen.getByRole('button', { name: 'Try to reach it now' }))
  expect(first.onTry).toHaveBeenCalledOnce()
  first.unmount()
  const second = shown({ state: 'trying' })
  expect(screen.getByRole('button', { name: 'Try to reach it now' })).toBeDisabled()
  expect(screen.getByRole('status')).toHaveTextContent('Trying to reach your service')
  second.unmount()
  shown({ state: 'not-reached' })
  expect(screen.getByRole('status')).toHaveTextContent('Your service was not reached. Linnet tries again by itself.')
})

it.each<[SealBannerProps['state'], string]>([
  ['signed-out', 'Sign in'],
  ['off', 'Connect to your service'],
])('leads to signing in: %s', async (state, name) => {
  const { onSignIn } = shown({ state })
  await hands().click(screen.getByRole('button', { name }))
  expect(onSignIn).toHaveBeenCalledOnce()
})

it('an assessment that is closed as a whole can be recorded in, and says when the contact was not saved', async () => {
  const onBegin = vi.fn(async () => ({ ok: false }))
  const onList = vi.fn()
  render(
    <ClosedScreen onBegin={onBegin} onList={onList}>
      <hr />
    </ClosedScreen>,
  )
  expect(screen.getByRole('heading', { level: 1, name: 'This assessment is closed for now' })).toBeInTheDocument()
  await hands().click(screen.getByRole('button', { name: 'Start a contact and record' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The contact was not saved. Nothing was lost. Try again.')
  await hands().click(screen.getByRole('button', { name: 'All assessments' }))
  expect([onBegin.mock.calls.length, onList.mock.calls.length]).toEqual([1, 1])
})
