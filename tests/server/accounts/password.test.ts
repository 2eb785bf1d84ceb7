import { hash } from '@node-rs/argon2'
import { expect, test } from 'vitest'
import { createAgency } from '../../../src/server/accounts/agencies.ts'
import { hashPassword, isGoodPassword, isRightPassword, isTooWeak } from '../../../src/server/accounts/password.ts'
import { sqliteAccounts } from '../../../src/server/accounts/sqlite-accounts.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { accountParts, aPerson, aSession, PASSWORD } from './accounts-builders.ts'

test('a password is kept as Argon2id of 19 MiB and two passes, salted each time', async () => {
  const [one, other] = [await hashPassword(PASSWORD), await hashPassword(PASSWORD)]
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  expect(one).not.toBe(other)
  expect([await isRightPassword(one, PASSWORD), await isRightPassword(one, `${PASSWORD} `)]).toEqual([true, false])
})

test('where there is none, no password is right', async () => {
  expect(await isRightPassword(null, '')).toBe(false)
  expect(await isRightPassword(undefined, PASSWORD)).toBe(false)
})

test('is the same however a keyboard composes its letters', async () => {
  expect(await isRightPassword(await hashPassword('zoe\u0308 and the wren'), 'zo\u00eb and the wren')).toBe(true)
})

test('is long enough, not endless, and not the address', () => {
  const good = (password: string) => isGoodPassword(password, 'ruth.abara@example.org')
  expect(
    ['elevenchars', 'twelve chars', '🐦'.repeat(11), '🐦'.repeat(12), 'x'.repeat(200), 'x'.repeat(201)].map(good),
  ).toEqual([false, true, false, true, true, false])
  expect(good('Ruth.Abara@example.org')).toBe(false)
})

test('one that was kept when less was asked for is kept anew at the next sign-in', async () => {
  const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 })
  expect([isTooWeak(weak), isTooWeak(await hashPassword(PASSWORD))]).toEqual([true, false])
  const parts = accountParts(sqliteAccounts(openSqliteInMemory().db))
  const ruth = await aPerson(parts, await parts.db.run(() => createAgency(parts, 'Northgate')))
  const kept = () =>
    parts.db.run(function* () {
      return (yield { sql: 'SELECT password_hash AS kept FROM users', values: [] }) as { kept: string }[]
    })
  await parts.db.run(function* () {
    yield { sql: 'UPDATE users SET password_hash = $1', values: [weak] }
  })
  await aSession(parts, ruth)
  expect(isTooWeak((await kept())[0]?.kept ?? '')).toBe(false)
  await aSession(parts, ruth)
})
