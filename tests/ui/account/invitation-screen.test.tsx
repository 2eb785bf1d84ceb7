import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type {
  AcceptedFields,
  PasskeyAcceptedFields,
  Refusal,
  ShownInvitation,
} from '../../../src/ui/account/account-ports.ts'
import { InvitationScreen } from '../../../src/ui/account/invitation-screen.tsx'
import { hands } from '../harness/a-person.ts'

const INVITATION: ShownInvitation = {
  email: 'tom@harbour.example',
  role: 'Drug and alcohol worker',
  agency: 'Harbour service',
  secret: 'JBSWY3DPEHPK3PXP',
  otpauth: 'otpauth://totp/Linnet?secret=JBSWY3DPEHPK3PXP',
}

async function aScreen(
  found: { ok: true; invitation: ShownInvitation } | Refusal,
  answer: { ok: true } | Refusal,
  { passkeys = false } = {},
) {
  const accept = vi.fn(async (_: AcceptedFields) => answer)
  const acceptWithPasskey = vi.fn(async (_: PasskeyAcceptedFields) => answer)
  const read = async () => found
  const onOwnSignIn = vi.fn()
  const ports = { read, accept, acceptWithPasskey: passkeys ? acceptWithPasskey : undefined, onOwnSignIn }
  render(<InvitationScreen {...ports} onDone={() => {}} />)

  const user = hands()
  const name = async () => {
    await user.type(await screen.findByLabelText('Your name'), 'Tom Hill')
    await user.type(screen.getByLabelText('New password'), 'a long password indeed')
  }
  const fill = async () => {
    await name()
    await user.type(screen.getByLabelText('Code from your authenticator app'), '123456')
    await user.click(screen.getByRole('button', { name: 'Set up the account' }))
  }
  return { accept, acceptWithPasskey, name, fill, onOwnSignIn, user }
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

describe('with a passkey', () => {
  const choice = () => screen.getByRole('group', { name: 'How will you confirm that it is you when you sign in?' })
  const anApp = () => screen.getByRole('radio', { name: 'An authenticator app' })
  const aPasskey = () => screen.getByRole('radio', { name: 'A passkey on this device' })
  const make = () => screen.getByRole('button', { name: 'Make a passkey and set up the account' })
  const INVITED = { ok: true as const, invitation: INVITATION }

  it('offers none where the browser has none', async () => {
    await aScreen(INVITED, { ok: true })
    await screen.findByLabelText('Your name')
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('asks for the app unless somebody chooses otherwise, and takes its code as before', async () => {
    const { accept, acceptWithPasskey, fill } = await aScreen(INVITED, { ok: true }, { passkeys: true })
    await screen.findByText('JBSW Y3DP EHPK 3PXP')
    expect(anApp()).toBeChecked()
    await fill()
    expect([accept.mock.calls.length, acceptWithPasskey.mock.calls.length]).toEqual([1, 0])
  })

  it('says what it is, asks for no code, and sets the account up', async () => {
    const { accept, acceptWithPasskey, name, user } = await aScreen(INVITED, { ok: true }, { passkeys: true })
    await name()
    await user.click(aPasskey())
    expect(screen.getByText(/you open it with your fingerprint, face or PIN/)).toBeInTheDocument()
    expect(screen.getByText(/^To sign in on another device, you need the passkey there too/)).toBeInTheDocument()
    expect(screen.queryByText('JBSW Y3DP EHPK 3PXP')).toBeNull()
    expect(screen.queryByLabelText('Code from your authenticator app')).toBeNull()
    await user.click(make())
    expect(acceptWithPasskey.mock.calls).toEqual([[{ name: 'Tom Hill', password: 'a long password indeed' }]])
    expect(accept).not.toHaveBeenCalled()
    expect(await screen.findByRole('heading', { level: 1, name: 'Your account is ready' })).toBeInTheDocument()
  })

  it('says what is missing, and makes none', async () => {
    const { acceptWithPasskey, user } = await aScreen(INVITED, { ok: true }, { passkeys: true })
    await screen.findByLabelText('Your name')
    await user.click(aPasskey())
    await user.click(make())
    expect(await screen.findByRole('alert')).toHaveTextContent(/^There is a problemEnter your nameEnter your password$/)
    expect(acceptWithPasskey).not.toHaveBeenCalled()
  })

  it.each<[Refusal['problem'], string]>([
    ['no-passkey', 'No passkey was made. Try again, or choose an authenticator app'],
    ['passkey-not-right', 'The passkey was not taken. Make it again'],
  ])('says at the choice what came of it, and keeps what was typed: %s', async (problem, text) => {
    const { name, user } = await aScreen(INVITED, { ok: false, problem }, { passkeys: true })
    await name()
    await user.click(aPasskey())
    await user.click(make())
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(choice()).toHaveAccessibleDescription(text)
    expect(aPasskey()).toBeChecked()
    await user.click(anApp())
    expect(screen.getByLabelText('Your name')).toHaveValue('Tom Hill')
    expect(screen.getByLabelText('New password')).toHaveValue('a long password indeed')
  })
})
