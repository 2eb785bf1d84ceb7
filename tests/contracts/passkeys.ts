import { beforeEach, describe, expect, test } from 'vitest'
import { MINUTE } from '../../src/server/accounts/account-parts.ts'
import { type Agency, endUser } from '../../src/server/accounts/agencies.ts'
import { optionsToMake, optionsToUse } from '../../src/server/accounts/ask-passkey.ts'
import { acceptInvitation, invitationOf, invite } from '../../src/server/accounts/invitations.ts'
import { tidySessions } from '../../src/server/accounts/sessions.ts'
import { changePassword, signIn } from '../../src/server/accounts/sign-in.ts'
import type { AccountDatabase } from '../../src/server/accounts/task.ts'
import { TestPasskey } from '../server/accounts/a-passkey.ts'
import { accountParts, anAgency, codeOf, PASSWORD, type TestParts, who } from '../server/accounts/accounts-builders.ts'

const SITE = 'http://localhost:8080'
const ELSEWHERE = 'https://linnet.example.org'
const PHONE = { id: 'phone', name: 'work phone' }
const EMAIL = 'ruth.abara@example.org'
const NOT_RECOGNISED = { ok: false, why: 'not-recognised' }

/** What passkeys do on every database. `open` gives an empty one. */
export function passkeysContract(name: string, open: () => Promise<AccountDatabase>): void {
  describe(name, () => {
    let parts: TestParts
    let agency: Agency
    let key: TestPasskey
    beforeEach(async () => {
      parts = accountParts(await open())
      agency = await anAgency(parts, 'Northgate Midwives')
      key = new TestPasskey()
    })
    const invited = async (email = EMAIL) =>
      (
        await parts.db.run(() =>
          invite(parts, { agency: agency.id, email, role: 'midwife', access: 'practitioner', by: null }),
        )
      ).token
    const toMake = async (token: string) => (await optionsToMake(parts, SITE, token)) ?? {}
    const accept = async (token: string, made: ReturnType<TestPasskey['make']>, site = SITE) =>
      acceptInvitation(parts, token, { name: 'Ruth Abara', password: PASSWORD, passkey: { made, site } })
    const accepted = async (passkey = key, email = EMAIL) => {
      const token = await invited(email)
      return accept(token, passkey.make(await toMake(token)))
    }
    const shown = (used: ReturnType<TestPasskey['use']>, over = {}) => ({
      email: EMAIL,
      password: PASSWORD,
      passkey: { used, site: SITE },
      address: '192.0.2.1',
      ...over,
    })
    const using = async (passkey = key, over = {}) =>
      signIn(parts, shown(passkey.use(await optionsToUse(parts, SITE)), over), PHONE)

    describe('an invitation', () => {
      test('is used up with a passkey, which then opens a session beside the password', async () => {
        expect(await accepted()).toMatchObject({ ok: true })
        const signed = await using()
        expect(signed.ok && (await who(parts, signed.token))?.body.user.name).toBe('Ruth Abara')
        expect(await using()).toMatchObject({ ok: true })
      })

      test('asks for a passkey of this host, found without a list, and says nothing of another account', async () => {
        const token = await invited()
        expect(await toMake(token)).toMatchObject({
          rp: { id: 'localhost', name: 'Linnet' },
          user: { name: EMAIL },
          attestation: 'none',
          authenticatorSelection: { residentKey: 'required', userVerification: 'preferred' },
          excludeCredentials: [],
        })
        expect(await optionsToMake(parts, SITE, 'never-made')).toBeNull()
        const asked = JSON.parse(JSON.stringify(await optionsToUse(parts, SITE)))
        expect(asked).toMatchObject({ rpId: 'localhost', userVerification: 'preferred' })
        expect(asked).not.toHaveProperty('allowCredentials')
      })

      test('stays good when the passkey was made for another invitation, for signing in, twice, too late or elsewhere', async () => {
        const token = await invited()
        const WRONG = { ok: false, why: 'passkey-not-right' }
        expect(await accept(token, key.make(await toMake(await invited('sam@example.org'))))).toEqual(WRONG)
        expect(await accept(token, key.make(await optionsToUse(parts, SITE)))).toEqual(WRONG)
        expect(await accept(token, key.make({ challenge: 'never-asked' }))).toEqual(WRONG)
        const late = key.make(await toMake(token))
        parts.passes(5 * MINUTE)
        expect(await accept(token, late)).toEqual(WRONG)
        expect(await accept(token, new TestPasskey(ELSEWHERE).make(await toMake(token)))).toEqual(WRONG)
        expect(await accept(token, key.make(await toMake(token)), ELSEWHERE)).toEqual(WRONG)
        const good = key.make(await toMake(token))
        const broken = { ...good, response: { ...good.response, clientDataJSON: 'bm8' } }
        expect(await accept(token, broken)).toEqual(WRONG)
        expect(await accept(token, good)).toMatchObject({ ok: true })
        expect(await accept(token, good)).toEqual({ ok: false, why: 'not-found' })
      })

      test('takes the place of what was beside the password before: a passkey of the code, a code of the passkey', async () => {
        await accepted()
        const second = new TestPasskey()
        await accepted(second)
        expect(await using()).toEqual(NOT_RECOGNISED)
        expect(await using(second)).toMatchObject({ ok: true })

        const token = await invited()
        const { secret = '' } = (await parts.db.run(() => invitationOf(parts, token))) ?? {}
        const code = codeOf(secret, parts.now())
        expect(await acceptInvitation(parts, token, { name: 'Ruth', password: PASSWORD, code })).toMatchObject({
          ok: true,
        })
        expect(await using(second)).toEqual(NOT_RECOGNISED)

        parts.passes(90_000)
        const third = new TestPasskey()
        await accepted(third)
        const byCode = { email: EMAIL, password: PASSWORD, address: '192.0.2.1', code: codeOf(secret, parts.now()) }
        expect(await signIn(parts, byCode, PHONE)).toEqual(NOT_RECOGNISED)
        expect(await using(third)).toMatchObject({ ok: true })
      })

      test('calls its user the same again, so that the new passkey takes the place of the old where that is kept', async () => {
        const handle = async () => (await toMake(await invited())) as { user: { id: string } }
        await accepted()
        const [again, oncemore] = [await handle(), await handle()]
        expect(again.user.id).toBe(oncemore.user.id)
      })

      test('is refused with the passkey of somebody else', async () => {
        await accepted()
        expect(await accepted(key, 'sam@example.org')).toEqual({ ok: false, why: 'passkey-not-right' })
        expect(await using()).toMatchObject({ ok: true })
      })
    })

    describe('signing in with a passkey', () => {
      beforeEach(async () => {
        await accepted()
      })

      test('is one answer for a wrong password, another passkey, another person’s, and nothing beside the password', async () => {
        const sam = new TestPasskey()
        await accepted(sam, 'sam@example.org')
        expect(await using(key, { password: 'wren linnet sparrow' })).toEqual(NOT_RECOGNISED)
        expect(await using(new TestPasskey())).toEqual(NOT_RECOGNISED)
        expect(await using(sam)).toEqual(NOT_RECOGNISED)
        expect(await using(key, { email: 'nobody@example.org' })).toEqual(NOT_RECOGNISED)
        expect(await using(key, { passkey: undefined })).toEqual(NOT_RECOGNISED)
        expect(await using(key, { passkey: undefined, code: '000000' })).toEqual(NOT_RECOGNISED)
        expect(await using()).toMatchObject({ ok: true })
      })

      test('takes an answer once, within its time, to what was asked here', async () => {
        const used = key.use(await optionsToUse(parts, SITE))
        const both = await Promise.all([signIn(parts, shown(used), PHONE), signIn(parts, shown(used), PHONE)])
        expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
        const late = key.use(await optionsToUse(parts, SITE))
        parts.passes(5 * MINUTE)
        expect(await signIn(parts, shown(late), PHONE)).toEqual(NOT_RECOGNISED)
        expect(await signIn(parts, shown(key.use({ challenge: 'never-asked' })), PHONE)).toEqual(NOT_RECOGNISED)
        const elsewhere = shown(key.use(await optionsToUse(parts, SITE)))
        const passkey = { ...elsewhere.passkey, site: ELSEWHERE }
        expect(await signIn(parts, { ...elsewhere, passkey }, PHONE)).toEqual(NOT_RECOGNISED)
      })

      test('refuses a signature that was altered', async () => {
        const used = key.use(await optionsToUse(parts, SITE))
        const other = key.use(await optionsToUse(parts, SITE))
        const altered = { ...used, response: { ...used.response, signature: other.response.signature } }
        expect(await signIn(parts, shown(altered), PHONE)).toEqual(NOT_RECOGNISED)
      })

      test('refuses a copy that has counted less, and takes one that never counts', async () => {
        await using()
        await using()
        key.counter = 0
        expect(await using()).toEqual(NOT_RECOGNISED)
        const silent = new TestPasskey(SITE, false)
        await accepted(silent)
        expect(await using(silent)).toMatchObject({ ok: true })
        expect(await using(silent)).toMatchObject({ ok: true })
      })

      test('counts among the tries of the account', async () => {
        for (let n = 0; n < 10; n++) await using(new TestPasskey())
        expect(await using()).toMatchObject({ ok: false, why: 'too-many' })
      })

      test('ends with the account', async () => {
        const signed = await using()
        const user = signed.ok ? (await who(parts, signed.token))?.session.user : ''
        await parts.db.run(() => endUser(parts, agency.id, user ?? ''))
        expect(await using()).toEqual(NOT_RECOGNISED)
      })

      test('lets a new password be chosen', async () => {
        const used = key.use(await optionsToUse(parts, SITE))
        expect(await changePassword(parts, shown(used), 'a new and longer one', PHONE)).toMatchObject({ ok: true })
        expect(await using()).toEqual(NOT_RECOGNISED)
        expect(await using(key, { password: 'a new and longer one' })).toMatchObject({ ok: true })
      })

      test('leaves nothing of what was asked for and never answered', async () => {
        await optionsToUse(parts, SITE)
        const asked = () =>
          parts.db.run(function* () {
            const found = (yield { sql: 'SELECT challenge_hash FROM passkey_challenges', values: [] }) as unknown[]
            return found.length
          })
        expect(await asked()).toBe(1)
        parts.passes(5 * MINUTE)
        await parts.db.run(() => tidySessions(parts))
        expect(await asked()).toBe(0)
      })
    })
  })
}
