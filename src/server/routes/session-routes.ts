import { type Context, Hono } from 'hono'
import { authorSchema, passwordChangeSchema, signInSchema } from '../../sync/api.ts'
import { optionsToUse } from '../accounts/ask-passkey.ts'
import { claimAuthor } from '../accounts/authors.ts'
import { countLook } from '../accounts/rate-limit.ts'
import { endSession, sessionOf } from '../accounts/sessions.ts'
import { changePassword, type Refused, signIn } from '../accounts/sign-in.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { clientAddress } from './client-address.ts'
import { problem } from './problem.ts'
import { limited, readBody } from './read-json.ts'
import { currentSession, giveCookie, signedIn, takeCookie } from './signed-in.ts'
import { siteOf } from './site-of.ts'

/** Who is signed in, signing in and out, and as whom this account has recorded. */
export function sessionRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, audit, log, proxies } = parts

  /** The session that a new token opens. The one before it ends: a cookie is of one session. */
  async function begun(c: Context<ApiEnv>, token: string, event: string): Promise<Response> {
    const before = await currentSession(c, accounts)
    const found = await accounts.db.run(function* () {
      if (before) yield* endSession(before.key)
      return yield* sessionOf(accounts, token)
    })
    if (!found) return problem(c, 'signed-out')
    giveCookie(c, token)
    log(event, { user: found.session.user, device: found.session.device })
    return c.json(found.body)
  }

  return new Hono<ApiEnv>()
    .get('/session', signedIn(parts), (c) => c.json(c.get('signedIn').body))
    .post('/sign-in', limited(), async (c) => {
      const read = await readBody(c, signInSchema)
      if (!read.ok) return read.response
      const { device, passkey: used, ...shown } = read.body
      const passkey = used && { used, site: siteOf(c, parts) }
      const signed = await signIn(accounts, { ...shown, passkey, address: clientAddress(c, proxies) }, device)
      return signed.ok ? begun(c, signed.token, 'signed-in') : refused(c, signed, 'sign-in-refused')
    })
    .post('/sign-in/passkey', limited(), async (c) => {
      const wait = await accounts.db.run(() => countLook(accounts, clientAddress(c, proxies)))
      if (wait !== null) return problem(c, 'too-many', wait)
      return c.json({ options: await optionsToUse(accounts, siteOf(c, parts)) })
    })
    .post('/sign-out', async (c) => {
      const found = await currentSession(c, accounts)
      if (found) {
        await accounts.db.run(() => endSession(found.key))
        log('signed-out', { user: found.session.user, device: found.session.device })
      }
      takeCookie(c)
      return c.json({})
    })
    .post('/password', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, passwordChangeSchema)
      if (!read.ok) return read.response
      const { email, client } = c.get('signedIn')
      const { current, code, passkey: used, password } = read.body
      const passkey = used && { used, site: siteOf(c, parts) }
      const shown = { email, password: current, code, passkey, address: clientAddress(c, proxies) }
      const changed = await changePassword(accounts, shown, password, client)
      if (changed.ok) return begun(c, changed.token, 'password-changed')
      if (changed.why === 'weak-password') return problem(c, 'weak-password')
      return refused(c, changed, 'password-change-refused')
    })
    .post('/authors', signedIn(parts), limited(), async (c) => {
      const read = await readBody(c, authorSchema)
      if (!read.ok) return read.response
      const { user } = c.get('signedIn').session
      const claimed = await accounts.db.run(() => claimAuthor(accounts, user, read.body))
      log(claimed ? 'author-named' : 'author-taken', { user, author: read.body.id })
      return claimed ? c.json({}) : problem(c, 'author-taken')
    })

  async function refused(c: Context, { why, ...more }: Refused, event: string): Promise<Response> {
    log(event, { why })
    await audit.signInRefused(why)
    return problem(c, why, 'retryAfter' in more ? more.retryAfter : undefined)
  }
}
