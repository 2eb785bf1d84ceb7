import { describe, expect, it } from 'vitest'
import type { Arrival } from '../../../src/app/account/account-service.ts'
import { beginSignIn, confirmAccount, declineAccount } from '../../../src/app/account/signing-in.ts'
import type { Refusal, ShownInvitation, SignInAgency } from '../../../src/ui/account/account-ports.ts'
import { agencyWords } from '../../../src/ui/account/agency-sign-in-words.ts'
import { accountWords } from '../../../src/ui/account/words.ts'

const NORTHGATE: SignInAgency = { id: 'ag-1', name: 'Northgate Midwives' }
const ACCOUNT = { is: 'to-confirm', user: 'user-1', name: 'Asha Rahman', role: 'Midwife', agency: 'Northgate' } as const
const INVITATION: ShownInvitation = {
  email: 'asha@northgate.example',
  role: 'Midwife',
  agency: 'Northgate Midwives',
  secret: '',
  otpauth: '',
  ownSignIn: 'ag-1',
}
const FORM = {
  is: 'form',
  agencies: [NORTHGATE],
  invitation: undefined,
  unasked: false,
  problem: undefined,
  anew: false,
}
const refused = (problem: Refusal['problem']): Arrival => ({ is: 'refused', refusal: { ok: false, problem } })

interface Answers {
  arrival?: Arrival
  agencies?: { ok: true; agencies: SignInAgency[] } | Refusal
  invitation?: { ok: true; invitation: ShownInvitation } | Refusal
  signOut?: { ok: true } | Refusal
}
function someParts(answers: Answers) {
  const asked: string[] = []
  const arrived = async (what: string) => {
    asked.push(what)
    return answers.arrival ?? { is: 'nobody' as const }
  }
  const parts = {
    account: {
      arrive: (through: string) => arrived(`arrive ${through}`),
      confirm: (user: string) => arrived(`confirm ${user}`),
      signOut: async () => {
        asked.push('sign-out')
        return answers.signOut ?? { ok: true as const }
      },
    },
    client: {
      agencies: async () => answers.agencies ?? { ok: true as const, agencies: [NORTHGATE] },
      invitation: async () => answers.invitation ?? { ok: true as const, invitation: INVITATION },
    },
  }
  return { parts, asked }
}
const opening = (answers: Answers, came: string | null = null, invitation: string | null = null) =>
  beginSignIn(someParts(answers).parts, { came, invitation })

describe('the page about signing in', () => {
  it('shows the ways to sign in, when nobody comes back and nobody is signed in', async () => {
    expect(await opening({})).toEqual(FORM)
    expect(await opening({ arrival: { is: 'of-another-store' } })).toEqual(FORM)
  })

  it('says that they came from the agency’s own sign-in only when the address says so', async () => {
    const { parts, asked } = someParts({})
    await beginSignIn(parts, { came: 'done', invitation: null })
    await beginSignIn(parts, { came: 'not-recognised', invitation: null })
    await beginSignIn(parts, { came: null, invitation: null })
    expect(asked).toEqual(['arrive provider', 'arrive unknown', 'arrive unknown'])
  })

  it('asks whether an account is theirs, and is done with their own', async () => {
    expect(await opening({ arrival: ACCOUNT }, 'done')).toEqual({ is: 'confirming', account: ACCOUNT })
    expect(await opening({ arrival: { is: 'connected' } }, 'done')).toEqual({ is: 'done' })
  })

  it.each(['not-recognised', 'unavailable', 'server-trouble', 'too-many', 'not-found'])(
    'says in words: %s',
    async (came) => {
      expect(await opening({}, came)).toEqual({ ...FORM, problem: agencyWords.problems[came] })
      expect(agencyWords.problems[came]).toMatch(/Nothing was lost\./)
    },
  )

  it('has words for what a later server may say', async () => {
    expect(await opening({}, 'of-another-time')).toEqual({ ...FORM, problem: agencyWords.problems['not-recognised'] })
  })

  it('says that the sign-in was for another store, and connects nothing', async () => {
    const arrival = { is: 'of-another-store' } as const
    expect(await opening({ arrival }, 'done')).toEqual({ ...FORM, problem: agencyWords.otherStore })
  })

  it.each(['another-account', 'recorded-by-another'] as const)(
    'after %s the next try asks anew who it is',
    async (why) => {
      const after = { ...FORM, problem: agencyWords.anotherAccount, anew: true }
      expect(await opening({ arrival: refused(why) }, 'done')).toEqual(after)
    },
  )

  it('shows a password alone where the server knows of no such agencies, and the way to ask again where it is silent', async () => {
    const without = { ...FORM, agencies: [] }
    expect(await opening({ agencies: { ok: false, problem: 'not-found' } })).toEqual(without)
    const silent = { ok: false, problem: 'no-answer' } as const
    const problem = accountWords.problems['no-answer']()
    expect(await opening({ agencies: silent })).toEqual({ ...without, unasked: true, problem })
    expect(await opening({ agencies: silent, arrival: refused('no-answer') }, 'done')).toEqual({
      ...without,
      unasked: true,
      problem,
    })
  })
})

describe('saying whether the account is theirs', () => {
  it('connects after yes', async () => {
    const { parts, asked } = someParts({ arrival: { is: 'connected' } })
    expect(await confirmAccount(parts, 'user-1')).toEqual({ is: 'done' })
    expect(asked).toEqual(['confirm user-1'])
  })

  it('signs out after no, and asks anew the next time', async () => {
    const { parts, asked } = someParts({})
    expect(await declineAccount(parts)).toEqual({ ...FORM, problem: agencyWords.declined, anew: true })
    expect(asked).toEqual(['sign-out'])
  })
})

describe('with an invitation', () => {
  it('shows it, and asks about no session', async () => {
    const { parts, asked } = someParts({ arrival: { is: 'connected' } })
    expect(await beginSignIn(parts, { came: null, invitation: 'token' })).toEqual({ ...FORM, invitation: INVITATION })
    expect(asked).toEqual([])
  })

  it('says when it was used or is over', async () => {
    const over = { ok: false, problem: 'not-found' } as const
    const problem = accountWords.problems['not-found']()
    expect(await opening({ invitation: over }, null, 'token')).toEqual({ ...FORM, problem })
  })
})
