import { render, screen } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { Refusal, SignInFields } from '../../../src/ui/account/account-ports.ts'
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

function aScreen(answer: { ok: true } | Refusal) {
  const onSignIn = vi.fn(async (_: SignInFields) => answer)
  const onDone = vi.fn()
  render(<SignInScreen device="" onSignIn={onSignIn} onDone={onDone} onBack={() => {}} />)
  const user = hands()
  const fill = async (fields: Partial<SignInFields> = FILLED) => {
    for (const [name, value] of Object.entries(fields)) await user.type(field(name as keyof SignInFields), value)
  }
  const send = () => user.click(screen.getByRole('button', { name: 'Sign in' }))
  return { onSignIn, onDone, fill, send }
}

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
    expect(await screen.findByRole('alert')).toHaveTextContent('The address, the password or the code is not right')
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

  it('lets the browser keep nothing of what stands in the form', () => {
    aScreen({ ok: true })
    expect(field('password').closest('form')).toHaveAttribute('autocomplete', 'off')
  })
})
