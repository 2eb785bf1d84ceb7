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
  render(<InvitationScreen read={read} accept={accept} onDone={() => {}} />)

  const user = hands()
  const fill = async () => {
    await user.type(await screen.findByLabelText('Your name'), 'Tom Hill')
    await user.type(screen.getByLabelText('New password'), 'a long password indeed')
    await user.type(screen.getByLabelText('Code from your authenticator app'), '123456')
    await user.click(screen.getByRole('button', { name: 'Set up the account' }))
  }
  return { accept, fill }
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
