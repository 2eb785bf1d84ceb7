import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { AcceptedFields, Refusal, ShownInvitation } from '../../../src/ui/account/account-ports.ts'
import { InvitationScreen } from '../../../src/ui/account/invitation-screen.tsx'
import { hands } from '../harness/a-person.ts'

const INVITATION: ShownInvitation = {
  email: 'tom@harbour.example',
  role: 'Drug and alcohol worker',
  agency: 'Harbour service',
  secret: 'JBSWY3DPEHPK3PXP',
  otpauth: 'otpauth://totp/Linnet?secret=JBSWY3DPEHPK3PXP',
}

async function aScreen(found: { ok: true; invitation: ShownInvitation } | Refusal, answer: { ok: true } | Refusal) {
  const accept = vi.fn(async (_: AcceptedFields) => answer)
  const read = async () => found
  const onOwnSignIn = vi.fn()
  render(<InvitationScreen read={read} accept={accept} onOwnSignIn={onOwnSignIn} onDone={() => {}} />)

  const user = hands()
  const fill = async () => {
    await user.type(await screen.findByLabelText('Your name'), 'Tom Hill')
    await user.type(screen.getByLabelText('New password'), 'a long password indeed')
    await user.type(screen.getByLabelText('Code from your authenticator app'), '123456')
    await user.click(screen.getByRole('button', { name: 'Set up the account' }))
  }
  return { accept, fill, onOwnSignIn, user }
}

it('shows whom it is for and the key for the authenticator, and sets the account up', async () => {
  const { accept, fill } = await aScreen({ ok: true, invitation: INVITATION }, { ok: true })
  expect(await screen.findByText('JBSW Y3DP EHPK 3PXP')).toBeInTheDocument()
  expect(screen.getByText('For tom@harbour.example, Drug and alcohol worker, at Harbour service.')).toBeInTheDocument()
  expect(screen.getByRole('link', { name: /authenticator app on this device/ })).toHaveAttribute(
    'href',
    INVITATION.otpauth,
  )
  await fill()
  expect(accept.mock.calls).toEqual([[{ name: 'Tom Hill', password: 'a long password indeed', code: '123456' }]])
  expect(await screen.findByRole('heading', { level: 1, name: 'Your account is ready' })).toBeInTheDocument()
})

it('says at the password that it is too weak, and keeps the name', async () => {
  const { fill } = await aScreen({ ok: true, invitation: INVITATION }, { ok: false, problem: 'weak-password' })
  await fill()
  await screen.findByRole('alert')
  expect(screen.getByLabelText('New password')).toHaveAccessibleDescription(/at least 12 characters/i)
  expect(screen.getByLabelText('New password')).toBeInvalid()
  expect(screen.getByLabelText('Your name')).toHaveValue('Tom Hill')
})

it('says that a used link is used, and shows no form', async () => {
  await aScreen({ ok: false, problem: 'not-found' }, { ok: true })
  expect(await screen.findByRole('alert')).toHaveTextContent('This link was used before, or is over')
  expect(screen.queryByLabelText('New password')).toBeNull()
})

it('shows the own sign-in of the agency instead, where it has one', async () => {
  const found = { ok: true as const, invitation: { ...INVITATION, ownSignIn: 'ag-2' } }
  const { onOwnSignIn, user } = await aScreen(found, { ok: true })
  const button = await screen.findByRole('button', { name: 'Use your agency’s own sign-in' })
  expect(screen.getByText(/First unlock this device, or set it up/)).toBeInTheDocument()
  expect(screen.queryByLabelText('New password')).toBeNull()
  await user.click(button)
  expect(onOwnSignIn).toHaveBeenCalledOnce()
})

it('still takes a password there, from those who choose that', async () => {
  const found = { ok: true as const, invitation: { ...INVITATION, ownSignIn: 'ag-2' } }
  const { accept, fill, user } = await aScreen(found, { ok: true })
  await user.click(
    await screen.findByRole('button', { name: 'Choose a password, and an authenticator app or a passkey, instead' }),
  )
  await fill()
  expect(accept).toHaveBeenCalledOnce()
})
