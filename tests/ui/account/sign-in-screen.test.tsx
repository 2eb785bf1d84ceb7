import { render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type {
  Leaving,
  PasskeySignInFields,
  Refusal,
  ShownInvitation,
  SignInFields,
} from '../../../src/ui/account/account-ports.ts'
import { SignInScreen } from '../../../src/ui/account/sign-in-screen.tsx'
import { hands } from '../harness/a-person.ts'

const FILLED: SignInFields = {
  email: 'asha@midwifery.example',
  password: 'a long password indeed',
  code: '123456',
  device: 'work phone',
}
const LABELS: Record<keyof SignInFields, string> = {
  email: 'Work e-mail address',
  password: 'Password',
  code: 'Code from your authenticator app',
  device: 'Name of this device',
}
const field = (name: keyof SignInFields) => screen.getByLabelText(LABELS[name])

type Props = Parameters<typeof SignInScreen>[0]

function aScreen(answer: { ok: true } | Refusal, more: Partial<Props> = {}) {
  const onSignIn = vi.fn(async (_: SignInFields) => answer)
  const onLeave = vi.fn(async (_: Leaving): Promise<Refusal | null> => null)
  const onDone = vi.fn()
  const ports = { onSignIn, onLeave, onDone, onBack: () => {} }
  render(<SignInScreen device="" agencies={[]} {...ports} {...more} />)
  const user = hands()
  const fill = async (fields: Partial<SignInFields> = FILLED) => {
    for (const [name, value] of Object.entries(fields)) await user.type(field(name as keyof SignInFields), value)
  }
  const send = () => user.click(screen.getByRole('button', { name: 'Sign in' }))
  return { onSignIn, onLeave, onDone, fill, send, user }
}

const NORTHGATE = { id: 'ag-1', name: 'Northgate Midwives' }
const HARBOUR = { id: 'ag-2', name: 'Harbour service' }
const own = () => screen.getByRole('radio', { name: 'With my agency’s own sign-in' })
const withPassword = () => screen.getByRole('radio', { name: 'With a password, and a code or a passkey' })
const deviceName = () => screen.getByLabelText('Name of this device')
const go = () => screen.getByRole('button', { name: 'Go to your agency’s own sign-in' })

describe('signing in', () => {
  it('asks the server with what was typed, and goes on', async () => {
    const { onSignIn, onDone, fill, send } = aScreen({ ok: true })
    await fill()
    await send()
    expect(onSignIn.mock.calls).toEqual([[FILLED]])
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('says what is missing, and asks nobody', async () => {
    const { onSignIn, fill, send } = aScreen({ ok: true })
    await fill({ email: FILLED.email, code: '12' })
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Enter your passwordEnter the six digits of the codeEnter a name for this device',
    )
    expect(onSignIn).not.toHaveBeenCalled()
  })

  it('keeps what was typed when it was refused, but for the code, which is used up', async () => {
    const { onDone, fill, send } = aScreen({ ok: false, problem: 'not-recognised' })
    await fill()
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The address, the password, or the code or passkey is not right',
    )
    const kept = (['email', 'password', 'code', 'device'] as const).map((f) => (field(f) as HTMLInputElement).value)
    expect(kept).toEqual([FILLED.email, FILLED.password, '', FILLED.device])
    expect(onDone).not.toHaveBeenCalled()
  })

  it.each<[string, Refusal]>([
    ['Wait 4 minutes, then try again', { ok: false, problem: 'too-many', waitMinutes: 4 }],
    ['Try again when there is a network', { ok: false, problem: 'no-answer' }],
    ['the sign-in of a public network', { ok: false, problem: 'not-ours' }],
    ['This store was connected with another account', { ok: false, problem: 'another-account' }],
  ])('says what to do next: %s', async (text, refusal) => {
    const { fill, send } = aScreen(refusal)
    await fill()
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
  })

  it('offers no passkey where the browser has none', () => {
    aScreen({ ok: true })
    expect(screen.queryByRole('radio')).toBeNull()
  })

  it('lets the browser keep nothing of what stands in the form', () => {
    aScreen({ ok: true })
    expect(field('password').closest('form')).toHaveAttribute('autocomplete', 'off')
  })
})

describe('where the browser has passkeys', () => {
  const { code, ...BESIDE } = FILLED
  const choice = () => screen.getByRole('group', { name: 'How do you confirm that it is you?' })
  const aCode = () => screen.getByRole('radio', { name: 'A code from my authenticator app' })
  const aPasskey = () => screen.getByRole('radio', { name: 'A passkey' })
  const sendPasskey = () => screen.getByRole('button', { name: 'Sign in with a passkey' })

  function withPasskeys(answer: { ok: true } | Refusal) {
    const onPasskey = vi.fn(async (_: PasskeySignInFields) => answer)
    return { onPasskey, ...aScreen({ ok: true }, { onPasskey }) }
  }

  it('asks for a code unless somebody chooses otherwise', async () => {
    const { onPasskey, onSignIn, fill, send } = withPasskeys({ ok: true })
    expect(aCode()).toBeChecked()
    await fill()
    await send()
    expect([onSignIn.mock.calls, onPasskey.mock.calls]).toEqual([[[FILLED]], []])
  })

  it('asks for no code beside a passkey, and goes on', async () => {
    const { onPasskey, onSignIn, onDone, fill, user } = withPasskeys({ ok: true })
    await user.click(aPasskey())
    expect(screen.queryByLabelText(LABELS.code)).toBeNull()
    await fill(BESIDE)
    await user.click(sendPasskey())
    expect([onPasskey.mock.calls, onSignIn.mock.calls]).toEqual([[[BESIDE]], []])
    await vi.waitFor(() => expect(onDone).toHaveBeenCalledOnce())
  })

  it('keeps what was typed when the choice changes, the code as well', async () => {
    const { fill, user } = withPasskeys({ ok: true })
    await fill()
    await user.click(aPasskey())
    expect(field('email')).toHaveValue(FILLED.email)
    await user.click(aCode())
    const kept = (['email', 'password', 'code', 'device'] as const).map((f) => (field(f) as HTMLInputElement).value)
    expect(kept).toEqual([FILLED.email, FILLED.password, code, FILLED.device])
  })

  it('says what is missing, and asks for no passkey; a code is not missing any more', async () => {
    const { onPasskey, fill, send, user } = withPasskeys({ ok: true })
    await fill({ email: FILLED.email, password: FILLED.password })
    await send()
    expect(await screen.findByRole('alert')).toHaveTextContent('Enter the six digits of the code')
    await user.click(aPasskey())
    expect(screen.getByRole('alert')).toHaveTextContent(/^There is a problemEnter a name for this device$/)
    await user.click(sendPasskey())
    expect(onPasskey).not.toHaveBeenCalled()
    await user.click(aCode())
    expect(field('code')).toBeValid()
  })

  it.each<[Refusal['problem'], string]>([
    ['no-passkey', 'No passkey was used. Try again. If you lost it, ask your administrator for a new invitation'],
    ['passkey-not-right', 'The passkey was not taken. Make it again'],
  ])('says at the choice what came of it, and keeps what was typed: %s', async (problem, text) => {
    const { onDone, fill, user } = withPasskeys({ ok: false, problem })
    await user.click(aPasskey())
    await fill(BESIDE)
    await user.click(sendPasskey())
    expect(await screen.findByRole('alert')).toHaveTextContent(text)
    expect(choice()).toHaveAccessibleDescription(text)
    expect(aPasskey()).toBeChecked()
    const kept = (['email', 'password', 'device'] as const).map((f) => (field(f) as HTMLInputElement).value)
    expect(kept).toEqual([FILLED.email, FILLED.password, FILLED.device])
    expect(onDone).not.toHaveBeenCalled()
  })

  it('names the passkey among what may not be right', async () => {
    const { fill, user } = withPasskeys({ ok: false, problem: 'not-recognised' })
    await user.click(aPasskey())
    await fill(BESIDE)
    await user.click(sendPasskey())
    expect(await screen.findByRole('alert')).toHaveTextContent('or the code or passkey is not right')
  })
})

describe('where agencies have a sign-in of their own', () => {
  it('asks first how somebody signs in, and chooses nothing for them', () => {
    aScreen({ ok: true }, { agencies: [NORTHGATE, HARBOUR] })
    expect([own(), withPassword()].map((each) => (each as HTMLInputElement).checked)).toEqual([false, false])
    expect(screen.queryByLabelText('Name of this device')).toBeNull()
  })

  it('leaves for that of the agency which was chosen, after saying what happens then', async () => {
    const { onLeave, user } = aScreen({ ok: true }, { agencies: [NORTHGATE, HARBOUR] })
    await user.click(own())
    expect(screen.getByText(/You will be asked for this device’s passphrase when you come back/)).toBeInTheDocument()
    const agencies = screen.getByRole('group', { name: 'Your agency' })
    await user.click(within(agencies).getByRole('radio', { name: HARBOUR.name }))
    await user.type(deviceName(), ' work phone ')
    await user.click(go())
    expect(onLeave.mock.calls).toEqual([[{ agency: HARBOUR.id, device: 'work phone' }]])
  })

  it('says what is missing, at its place, and stays', async () => {
    const { onLeave, user } = aScreen({ ok: true }, { agencies: [NORTHGATE, HARBOUR] })
    await user.click(own())
    await user.click(go())
    expect(await screen.findByRole('alert')).toHaveTextContent('Choose your agencyEnter a name for this device')
    expect(screen.getByRole('group', { name: 'Your agency' })).toHaveAccessibleDescription('Choose your agency')
    expect(onLeave).not.toHaveBeenCalled()
  })

  it('says why it could not leave, and keeps what was typed', async () => {
    const onLeave = async (): Promise<Refusal> => ({ ok: false, problem: 'no-answer' })
    const { user } = aScreen({ ok: true }, { agencies: [NORTHGATE], onLeave })
    await user.click(own())
    expect(screen.getByText('This is for people of Northgate Midwives.')).toBeInTheDocument()
    await user.type(deviceName(), 'work phone')
    await user.click(go())
    expect(await screen.findByRole('alert')).toHaveTextContent('Try again when there is a network')
    expect(deviceName()).toHaveValue('work phone')
  })

  it('takes a password and a code as before, from those who choose that', async () => {
    const { onSignIn, user, fill, send } = aScreen({ ok: true }, { agencies: [NORTHGATE] })
    await user.click(withPassword())
    await fill()
    await send()
    expect(onSignIn.mock.calls).toEqual([[FILLED]])
  })

  it('offers first what was used before on this device', async () => {
    const { onLeave, user } = aScreen(
      { ok: true },
      { agencies: [NORTHGATE, HARBOUR], byProvider: true, before: HARBOUR.id, device: 'work phone' },
    )
    expect(own()).toBeChecked()
    expect(screen.getByRole('radio', { name: HARBOUR.name })).toBeChecked()
    await user.click(go())
    expect(onLeave.mock.calls).toEqual([[{ agency: HARBOUR.id, device: 'work phone' }]])
  })

  it('says what came of the last try', () => {
    aScreen({ ok: true }, { agencies: [NORTHGATE], problem: 'It could not be reached.' })
    expect(screen.getByRole('alert')).toHaveTextContent('It could not be reached.')
  })

  it('offers to ask the server again, where it could not be asked', async () => {
    const onAgain = vi.fn()
    const { user } = aScreen({ ok: true }, { onAgain })
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect(onAgain).toHaveBeenCalledOnce()
  })
})

describe('with an invitation of an agency that has a sign-in of its own', () => {
  const invitation: ShownInvitation = {
    email: 'tom@harbour.example',
    role: 'Drug and alcohol worker',
    agency: HARBOUR.name,
    secret: '',
    otpauth: '',
    ownSignIn: HARBOUR.id,
  }

  it('there is that way only, and it says for whom the device is unlocked', async () => {
    const { onLeave, user } = aScreen(
      { ok: true },
      { agencies: [NORTHGATE, HARBOUR], invited: { invitation, practitioner: 'Asha Rahman' } },
    )
    expect(screen.queryByRole('radio')).toBeNull()
    expect(screen.getByText(/^You are invited as tom@harbour.example/)).toBeInTheDocument()
    expect(screen.getByText(/^This device is unlocked for Asha Rahman/)).toBeInTheDocument()
    await user.type(deviceName(), 'work phone')
    await user.click(go())
    expect(onLeave.mock.calls).toEqual([[{ agency: HARBOUR.id, device: 'work phone' }]])
  })

  it('and none where the agency has one no more', () => {
    const { ownSignIn: _, ...without } = invitation
    aScreen({ ok: true }, { agencies: [], invited: { invitation: without, practitioner: 'Asha Rahman' } })
    expect(screen.getByLabelText('Password')).toBeInTheDocument()
  })
})
