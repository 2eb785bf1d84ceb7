import { beforeEach, describe, expect, test } from 'vitest'
import { DAY, HOUR, MINUTE } from '../../src/server/accounts/account-parts.ts'
import { devicesOf, endUser, isDeviceOf, usersOf } from '../../src/server/accounts/agencies.ts'
import { claimAuthor } from '../../src/server/accounts/authors.ts'
import { acceptInvitation, invitationOf, invite } from '../../src/server/accounts/invitations.ts'
import { aliveOf, endSession, tidySessions } from '../../src/server/accounts/sessions.ts'
import { changePassword, signIn } from '../../src/server/accounts/sign-in.ts'
import type { AccountDatabase } from '../../src/server/accounts/task.ts'
import type { RecordKeeping } from '../../src/server/records/record-keeping.ts'
import {
  accountParts,
  anAgency,
  aPerson,
  aSession,
  codeOf,
  NEXT_CODE,
  PASSWORD,
  type Person,
  shownBy,
  type TestParts,
  who,
} from '../server/accounts/accounts-builders.ts'

const PHONE = { id: 'phone', name: 'work phone' }

/** What accounts do on every database. `open` gives an empty one. */
export function accountsContract(
  name: string,
  open: () => Promise<{ accounts: AccountDatabase; keeping: RecordKeeping }>,
): void {
  describe(name, () => {
    let parts: TestParts
    let keeping: RecordKeeping
    let ruth: Person
    beforeEach(async () => {
      const opened = await open()
      keeping = opened.keeping
      parts = accountParts(opened.accounts)
      ruth = await aPerson(parts, await anAgency(parts, 'Northgate Midwives'))
    })
    const trying = (over: Partial<ReturnType<typeof shownBy>> = {}) =>
      signIn(parts, { ...shownBy(parts, ruth), ...over }, PHONE)
    const NOT_RECOGNISED = { ok: false, why: 'not-recognised' }

    describe('signing in', () => {
      test('gives a session that says who it is, on which device, and until when', async () => {
        const token = await aSession(parts, ruth)
        const signedIn = await who(parts, token)
        expect(signedIn?.body).toEqual({
          user: {
            id: ruth.user,
            name: 'Ruth Abara',
            role: 'midwife',
            access: 'practitioner',
            agency: { id: ruth.agency.id, name: 'Northgate Midwives' },
          },
          device: 'phone',
          deviceName: 'work phone',
          expiresAt: '2026-03-09T09:01:30.000Z',
        })
        expect(signedIn?.session.authors).toEqual([])
      })

      test('is one answer for an unknown address, a wrong password, and a wrong code', async () => {
        expect(await trying({ email: 'nobody@example.org' })).toEqual(NOT_RECOGNISED)
        expect(await trying({ password: 'wren linnet sparrow' })).toEqual(NOT_RECOGNISED)
        expect(await trying({ code: codeOf(ruth.secret, parts.now() + HOUR) })).toEqual(NOT_RECOGNISED)
        expect(await trying({ email: ' Ruth.ABARA@example.org ' })).toMatchObject({ ok: true })
      })

      test('takes a code of one step before, and no code twice, at once or later', async () => {
        const before = { code: codeOf(ruth.secret, parts.now() - 30_000) }
        const both = await Promise.all([trying(before), trying(before)])
        expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
        expect(await trying(before)).toEqual(NOT_RECOGNISED)
        expect(await trying()).toMatchObject({ ok: true })
        expect(await trying(before)).toEqual(NOT_RECOGNISED)
        expect(await trying({ code: codeOf(ruth.secret, parts.now() - 60_000) })).toEqual(NOT_RECOGNISED)
      })

      test('makes a new token each time; neither is stored', async () => {
        const [one, other] = [await aSession(parts, ruth), await aSession(parts, ruth)]
        expect(one).not.toBe(other)
        const stored = await parts.db.run(function* () {
          return (yield { sql: 'SELECT token_hash FROM sessions', values: [] }) as { token_hash: string }[]
        })
        expect(JSON.stringify(stored)).not.toMatch(new RegExp(`${one}|${other}`))
        expect(stored).toHaveLength(2)
      })
    })

    describe('too many tries', () => {
      test('of one account are refused from every address, the right one too, until the time is over', async () => {
        for (let n = 0; n < 10; n++) {
          expect(await trying({ password: 'a wrong password', address: `192.0.2.${n}` })).toEqual(NOT_RECOGNISED)
        }
        expect(await trying()).toEqual({ ok: false, why: 'too-many', retryAfter: 900 })
        parts.passes(10 * MINUTE)
        expect(await trying()).toEqual({ ok: false, why: 'too-many', retryAfter: 300 })
        parts.passes(5 * MINUTE)
        expect(await trying()).toMatchObject({ ok: true })
      })

      test('leave whoever is signed in as they were', async () => {
        const token = await aSession(parts, ruth)
        for (let n = 0; n < 12; n++) await trying({ password: 'a wrong password' })
        expect(await who(parts, token)).toMatchObject({ session: { user: ruth.user } })
      })

      test('look the same for an account that is not there', async () => {
        const nobody = { email: 'nobody@example.org', password: 'a wrong password' }
        for (let n = 0; n < 10; n++) expect(await trying(nobody)).toEqual(NOT_RECOGNISED)
        expect(await trying(nobody)).toEqual({ ok: false, why: 'too-many', retryAfter: 900 })
      })

      test('of many accounts from one address are refused there, and of a whole network of IPv6', async () => {
        const many = (n: number, address: string) => trying({ email: `p${n}@example.org`, address })
        for (let n = 0; n < 50; n++) await many(n, `2001:db8:0:7::${n.toString(16)}`)
        expect(await many(50, '2001:db8:0:7:1:2:3:4')).toMatchObject({ why: 'too-many' })
        expect(await many(50, '2001:db8:0:8::1')).toEqual(NOT_RECOGNISED)
      })

      test('at once are counted, every one', async () => {
        const all = await Promise.all(Array.from({ length: 15 }, () => trying({ password: 'a wrong password' })))
        expect(all.filter((each) => !each.ok && each.why === 'not-recognised')).toHaveLength(10)
      })

      test('do not add up for those who get it right', async () => {
        for (let n = 0; n < 9; n++) await trying({ password: 'a wrong password' })
        await aSession(parts, ruth)
        for (let n = 0; n < 9; n++) await trying({ password: 'a wrong password' })
        expect(await trying()).toMatchObject({ ok: true })
      })
    })

    describe('a session', () => {
      test('ends when it is ended, and no other with it', async () => {
        const [one, other] = [await aSession(parts, ruth), await aSession(parts, ruth, 'laptop')]
        const key = (await who(parts, one))?.key ?? ''
        await parts.db.run(() => endSession(key))
        expect([await who(parts, one), (await who(parts, other))?.body.device]).toEqual([null, 'laptop'])
      })

      test('ends after a day without a request, and after a week in any case', async () => {
        const [idle, used] = [await aSession(parts, ruth), await aSession(parts, ruth)]
        for (let n = 0; n < 6; n++) {
          parts.passes(DAY - 2 * MINUTE)
          expect(await who(parts, used)).not.toBeNull()
        }
        expect(await who(parts, idle)).toBeNull()
        parts.passes(DAY - 2 * MINUTE)
        expect(await who(parts, used)).not.toBeNull()
        parts.passes(HOUR)
        expect(await who(parts, used)).toBeNull()
        await parts.db.run(() => tidySessions(parts))
        expect(await who(parts, used)).toBeNull()
      })

      test('of a token that nobody was given is none', async () => {
        expect(await who(parts, '')).toBeNull()
        expect(await who(parts, 'x'.repeat(43))).toBeNull()
      })

      test('of a revoked device says so, and another user’s device of the same name is not revoked by it', async () => {
        const bo = await aPerson(parts, await anAgency(parts, 'Elsewhere'), { name: 'Bo Lind' })
        const [ruths, bos] = [await aSession(parts, ruth), await aSession(parts, bo)]
        const device = (await who(parts, ruths))?.session.device ?? ''
        await keeping.revokeDevice(device)
        expect((await who(parts, ruths))?.body.revoked).toBe(true)
        expect((await who(parts, bos))?.body).not.toHaveProperty('revoked')
        const keys = await Promise.all([ruths, bos].map(async (token) => (await who(parts, token))?.key ?? ''))
        const alive = await parts.db.run(() => aliveOf(parts, [...keys, 'none']))
        expect(keys.map((key) => alive.get(key))).toEqual([{ revoked: true }, { revoked: false }])
        expect(alive.size).toBe(2)
        expect((await parts.db.run(() => aliveOf(parts, []))).size).toBe(0)
      })

      test('is on a device that keeps its id when the same user signs in on it again', async () => {
        const tokens = [await aSession(parts, ruth), await aSession(parts, ruth), await aSession(parts, ruth, 'laptop')]
        const devices = await Promise.all(tokens.map(async (token) => (await who(parts, token))?.session.device))
        expect([devices[0] === devices[1], devices[0] === devices[2]]).toEqual([true, false])
        expect(await parts.db.run(() => devicesOf(ruth.agency.id))).toMatchObject([
          { name: 'work phone', user: { id: ruth.user, name: 'Ruth Abara' }, revoked: false },
          { name: 'work phone', user: { id: ruth.user, name: 'Ruth Abara' }, revoked: false },
        ])
        expect(await parts.db.run(() => isDeviceOf(ruth.agency.id, devices[0] ?? ''))).toBe(true)
        expect(await parts.db.run(() => isDeviceOf('another', devices[0] ?? ''))).toBe(false)
      })
    })

    describe('a new password', () => {
      const changing = (over: Partial<ReturnType<typeof shownBy>>, password = 'a new and longer one') =>
        changePassword(parts, { ...shownBy(parts, ruth), ...over }, password, PHONE)

      test('ends every session but the one that begins with it, and opens the next', async () => {
        const before = [await aSession(parts, ruth), await aSession(parts, ruth, 'laptop')]
        const changed = await changing({})
        if (!changed.ok) throw new Error(changed.why)
        expect(await Promise.all(before.map((token) => who(parts, token)))).toEqual([null, null])
        expect(await who(parts, changed.token)).not.toBeNull()
        parts.passes(NEXT_CODE)
        expect(await trying()).toEqual(NOT_RECOGNISED)
        expect(await trying({ password: 'a new and longer one' })).toMatchObject({ ok: true })
      })

      test('needs the old one and a code, and must be long enough', async () => {
        expect(await changing({ password: 'a wrong password' })).toEqual(NOT_RECOGNISED)
        expect(await changing({ code: '000000' })).toEqual(NOT_RECOGNISED)
        expect(await changing({}, 'eleven long')).toEqual({ ok: false, why: 'weak-password' })
        expect(await changing({}, ruth.email)).toEqual({ ok: false, why: 'weak-password' })
        expect(await trying()).toMatchObject({ ok: true })
      })
    })

    describe('an invitation', () => {
      const invited = async (email: string, agency = ruth.agency.id) => {
        const given = { agency, email, role: 'drug worker', access: 'practitioner' as const, by: ruth.user }
        return (await parts.db.run(() => invite(parts, given))).token
      }
      const accepting = async (token: string, over = {}) => {
        const found = await parts.db.run(() => invitationOf(parts, token))
        const code = codeOf(found?.secret ?? ruth.secret, parts.now())
        return acceptInvitation(parts, token, { name: 'Bo Lind', password: PASSWORD, code, ...over })
      }

      test('is good for one use, within a day', async () => {
        const token = await invited('bo@example.org')
        expect(await accepting(token, { password: 'short' })).toEqual({ ok: false, why: 'weak-password' })
        expect(await accepting(token, { code: '000000' })).toEqual({ ok: false, why: 'code-not-right' })
        expect(await accepting(token)).toMatchObject({ ok: true })
        expect(await accepting(token)).toEqual({ ok: false, why: 'not-found' })
        const late = await invited('late@example.org')
        parts.passes(DAY)
        expect(await accepting(late)).toEqual({ ok: false, why: 'not-found' })
        expect(await parts.db.run(() => invitationOf(parts, late))).toBeNull()
        expect(await accepting('never-made')).toEqual({ ok: false, why: 'not-found' })
      })

      test('used twice at once makes one account, with one password', async () => {
        const token = await invited('bo@example.org')
        const both = await Promise.all([accepting(token), accepting(token, { password: 'another long one' })])
        expect(both.map((each) => (each.ok ? 'made' : each.why)).sort()).toEqual(['made', 'not-found'])
      })

      test('shows the same secret until it is used, and its code does not open the account again', async () => {
        const token = await invited('bo@example.org')
        const [one, two] = [
          await parts.db.run(() => invitationOf(parts, token)),
          await parts.db.run(() => invitationOf(parts, token)),
        ]
        expect(one).toEqual(two)
        expect(one?.otpauth).toMatch(/^otpauth:\/\/totp\/Linnet:bo%40example\.org\?issuer=Linnet&secret=[A-Z2-7]{32}&/)
        await accepting(token)
        const shown = { email: 'bo@example.org', password: PASSWORD, address: '192.0.2.1' }
        const code = codeOf(one?.secret ?? '', parts.now())
        expect(await signIn(parts, { ...shown, code }, PHONE)).toEqual(NOT_RECOGNISED)
        parts.passes(NEXT_CODE)
        const next = codeOf(one?.secret ?? '', parts.now())
        expect(await signIn(parts, { ...shown, code: next }, PHONE)).toMatchObject({ ok: true })
      })

      test('of somebody who is there lets them begin anew, as the same user, and signs them out everywhere', async () => {
        const token = await aSession(parts, ruth)
        const again = await invited(ruth.email.toUpperCase())
        expect(await accepting(again, { password: 'chosen once more' })).toEqual({ ok: true, user: ruth.user })
        expect(await who(parts, token)).toBeNull()
        expect(await trying()).toEqual(NOT_RECOGNISED)
      })

      test('of somebody of another agency is made alike, and takes nothing over', async () => {
        const token = await invited(ruth.email, (await anAgency(parts, 'Elsewhere')).id)
        expect(await accepting(token)).toEqual({ ok: false, why: 'already-there' })
        expect(await trying()).toMatchObject({ ok: true })
      })
    })

    describe('an account that is ended', () => {
      test('is signed out everywhere and opens nothing, until a new invitation opens the same one', async () => {
        const token = await aSession(parts, ruth)
        const elsewhere = await anAgency(parts, 'Elsewhere')
        expect(await parts.db.run(() => endUser(parts, elsewhere.id, ruth.user))).toBe(false)
        expect(await who(parts, token)).not.toBeNull()
        expect(await parts.db.run(() => endUser(parts, ruth.agency.id, ruth.user))).toBe(true)
        expect([await who(parts, token), await trying()]).toEqual([null, NOT_RECOGNISED])
        expect(await parts.db.run(() => usersOf(ruth.agency.id))).toEqual([
          {
            id: ruth.user,
            name: 'Ruth Abara',
            email: ruth.email,
            role: 'midwife',
            access: 'practitioner',
            endedAt: expect.stringMatching(/^2026-03-02T09:/),
          },
        ])
        const again = await aPerson(parts, ruth.agency)
        expect([again.user, await who(parts, await aSession(parts, again))]).toEqual([ruth.user, expect.anything()])
      })
    })

    describe('an author', () => {
      const author = { id: 'author-1', name: 'Ruth Abara', role: 'midwife', agency: 'Northgate' }
      const claiming = (user: string, over = {}) => parts.db.run(() => claimAuthor(parts, user, { ...author, ...over }))

      test('belongs to the account that named it first, with every name and role it had', async () => {
        expect(await claiming(ruth.user)).toBe(true)
        expect(await claiming(ruth.user)).toBe(true)
        expect(await claiming(ruth.user, { role: 'lead midwife' })).toBe(true)
        expect(await claiming(ruth.user, { id: 'author-2' })).toBe(true)
        const token = await aSession(parts, ruth)
        const { authors = [] } = (await who(parts, token))?.session ?? {}
        expect(authors.map(({ id, role }) => `${id} ${role}`).sort()).toEqual([
          'author-1 lead midwife',
          'author-1 midwife',
          'author-2 midwife',
        ])
      })

      test('is refused to every other account, at once or later, and stays whose it was', async () => {
        const bo = await aPerson(parts, ruth.agency, { name: 'Bo Lind' })
        const both = await Promise.all([claiming(ruth.user), claiming(bo.user)])
        expect([...both].sort()).toEqual([false, true])
        const loser = both[0] ? bo : ruth
        expect(await claiming(loser.user, { name: 'Somebody Else' })).toBe(false)
        expect((await who(parts, await aSession(parts, loser)))?.session.authors).toEqual([])
      })
    })
  })
}
