import { render, screen } from '@testing-library/react'
import { useState } from 'react'
import { describe, expect, it, vi } from 'vitest'
import type { AccountState } from '../../../src/ui/account/account-ports.ts'
import type { GlassOpened, GlassProblem } from '../../../src/ui/glass/glass-ports.ts'
import { GlassScreen } from '../../../src/ui/glass/glass-screen.tsx'
import { glassWords } from '../../../src/ui/glass/words.ts'
import { hands } from '../harness/a-person.ts'

const ID = '0123456789abcdef0011223344556677'
const GROUPS = '0123 4567 89AB CDEF 0011 2233 4455 6677'
const REASON = 'The baby was brought to the ward tonight'
const kim = (over: Partial<Extract<AccountState, { is: 'signed-in' }>> = {}): AccountState => ({
  is: 'signed-in',
  name: 'Kim Lowe',
  role: 'Health visitor',
  agency: 'Health visiting',
  access: 'practitioner',
  revoked: false,
  ...over,
})

type Acts = Omit<Parameters<typeof GlassScreen>[0], 'typed' | 'onTyped' | 'bounds'>
function Shown(acts: Acts) {
  const [typed, setTyped] = useState({ reference: '', reason: '' })
  return <GlassScreen typed={typed} onTyped={setTyped} bounds={{ least: 20, most: 2000 }} {...acts} />
}

function aScreen({ account = kim(), answer = { ok: true, until: '14:10' } as GlassOpened } = {}) {
  const acts = { onOpen: vi.fn(async (_id: string, _reason: string) => answer), onSignIn: vi.fn(), onBack: vi.fn() }
  render(<Shown account={account} {...acts} />)
  return { ...acts, user: hands() }
}
const reference = () => screen.getByLabelText('Reference of the record')
const reason = () => screen.getByLabelText('Why must you read it now?')
const press = (user: ReturnType<typeof hands>, name: string) => user.click(screen.getByRole('button', { name }))
async function filled(user: ReturnType<typeof hands>) {
  await user.type(reference(), GROUPS)
  await user.type(reason(), REASON)
  await press(user, 'Continue')
}

describe('opening a record in an emergency', () => {
  it('says what happens, and as whom one is named, before anything is asked', () => {
    aScreen()
    expect(screen.getByText('You can read all of the record for four hours.')).toBeInTheDocument()
    expect(screen.getByText(/^Reading only: what you record in it stays on this device/)).toBeInTheDocument()
    expect(screen.getByText(/The owner is told at once .* with your name and your reason/)).toBeInTheDocument()
    expect(screen.getByText(/stay in the record’s list of who looked/)).toBeInTheDocument()
    expect(screen.getByText('You will be named as Kim Lowe, Health visitor, Health visiting.')).toBeInTheDocument()
  })

  it('asks for both, and says of a reference how many characters it has', async () => {
    const { user, onOpen } = aScreen()
    await press(user, 'Continue')
    expect(reference()).toBeInvalid()
    expect(screen.getByRole('alert')).toHaveTextContent(
      'Enter the reference of the recordWrite why you must read it now, in 20 characters or more',
    )
    await user.type(reference(), GROUPS.slice(0, -1))
    await user.type(reason(), 'Because')
    expect(reason()).toHaveAccessibleDescription(/13 more characters are needed\./)
    await press(user, 'Continue')
    expect(screen.getByRole('alert')).toHaveTextContent('A reference has 32 letters and digits, and this has 31')
    expect(onOpen).not.toHaveBeenCalled()
  })

  it('counts what is still missing in words', async () => {
    const { user } = aScreen()
    expect(reason()).toHaveAccessibleDescription(/At least 20 characters\./)
    await user.type(reason(), `  ${'a'.repeat(19)}  `)
    expect(reason()).toHaveAccessibleDescription(/1 more character is needed\./)
    await user.type(reason(), 'a')
    expect(reason()).toHaveAccessibleDescription(/That is long enough\./)
  })

  it('shows what was typed once more, and opens nothing before that is confirmed', async () => {
    const { user, onOpen } = aScreen()
    await filled(user)
    expect(screen.getByRole('heading', { name: 'Check before you open it' })).toHaveFocus()
    expect(screen.getByText(GROUPS.toLowerCase())).toBeInTheDocument()
    expect(screen.getByText(REASON)).toBeInTheDocument()
    expect(onOpen).not.toHaveBeenCalled()
    await press(user, 'Change what I typed')
    expect(reference()).toHaveValue(GROUPS)
    expect(reason()).toHaveValue(REASON)
    await press(user, 'Continue')
    await press(user, 'Open the record for four hours')
    expect(onOpen.mock.calls).toEqual([[ID, REASON]])
  })

  it.each(Object.keys(glassWords.problems) as GlassProblem[])(
    'says what to do next when it does not work (%s), and keeps what was typed',
    async (problem) => {
      const { user } = aScreen({ answer: { ok: false, problem, waitMinutes: 12 } })
      await filled(user)
      await press(user, 'Open the record for four hours')
      const told = (glassWords.problems[problem] as (wait?: number) => string)(12)
      expect(await screen.findByRole('alert')).toHaveTextContent(told)
      expect(reference()).toHaveValue(GROUPS)
      expect(reason()).toHaveValue(REASON)
    },
  )

  it('leads to signing in whoever is signed out, and lets them write meanwhile', async () => {
    const { user, onSignIn } = aScreen({ account: { is: 'signed-out' } })
    expect(reference()).toBeInTheDocument()
    await press(user, 'Sign in again')
    expect(onSignIn).toHaveBeenCalledOnce()
  })

  it.each<[string, AccountState, RegExp]>([
    ['an administrator', kim({ access: 'administrator' }), /administrator’s account opens no record/],
    ['a device that was revoked', kim({ revoked: true }), /shown no record/],
    ['a device that is not connected', { is: 'local' }, /not connected to your service/],
  ])('is not for %s, and says so', (_, account, text) => {
    aScreen({ account })
    expect(screen.getByText(text)).toBeInTheDocument()
    expect(screen.queryByLabelText('Reference of the record')).toBeNull()
  })
})
