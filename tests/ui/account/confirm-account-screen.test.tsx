import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ConfirmAccountScreen } from '../../../src/ui/account/confirm-account-screen.tsx'
import { hands } from '../harness/a-person.ts'

const ACCOUNT = { name: 'Asha Rahman', role: 'Midwife', agency: 'Northgate Midwives' }

function aScreen() {
  const onConfirm = vi.fn(async () => {})
  const onDecline = vi.fn(async () => {})
  render(<ConfirmAccountScreen account={ACCOUNT} onConfirm={onConfirm} onDecline={onDecline} />)
  const press = (name: string) => hands().click(screen.getByRole('button', { name }))
  return { onConfirm, onDecline, press }
}

it('shows whose account it is, and connects nothing before somebody says that it is theirs', async () => {
  const { onConfirm, onDecline, press } = aScreen()
  expect(
    screen.getByText('Connect this device with the account of Asha Rahman, Midwife, Northgate Midwives?'),
  ).toBeInTheDocument()
  expect(onConfirm).not.toHaveBeenCalled()
  await press('Connect this device')
  expect([onConfirm.mock.calls.length, onDecline.mock.calls.length]).toEqual([1, 0])
})

it('takes no for an answer', async () => {
  const { onConfirm, onDecline, press } = aScreen()
  await press('This is not my account')
  expect([onConfirm.mock.calls.length, onDecline.mock.calls.length]).toEqual([0, 1])
})
