import { type Context, Hono } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Problem, startOidcSchema } from '../../sync/api.ts'
import { comeBack, type Departure, depart } from '../accounts/departures.ts'
import { bindByInvitation, userBy } from '../accounts/identities.ts'
import { agenciesWithProvider, providerOf } from '../accounts/identity-providers.ts'
import { departureUrl, identityIn, newSecrets } from '../accounts/openid-connect.ts'
import { countLook, countTry, forgiveTry } from '../accounts/rate-limit.ts'
import { tokenHash } from '../accounts/secret-token.ts'
import { beginSession, endSession } from '../accounts/sessions.ts'
import { faultOf } from '../log.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { clientAddress } from './client-address.ts'
import { isAway } from './is-away.ts'
import { problem } from './problem.ts'
import { currentSession, giveCookie } from './signed-in.ts'
import { siteOf } from './site-of.ts'

const COOKIE = 'linnet-departure'
const CALLBACK = '/api/oidc/callback'
/** Where somebody lands of whom nothing is known any more. */
const SIGN_IN = '/service/sign-in'

/** Signing in with an agency's own provider. Start and callback are navigations of the browser, and the only redirects there are. */
export function oidcRoutes(parts: ApiParts): Hono<ApiEnv> {
  const { accounts, audit, log, proxies } = parts

  const navigations = new Hono<ApiEnv>()
    .onError((error, c) => {
      if (!isAway(error)) log('request-failed', { method: c.req.method, ...faultOf(error) })
      return sentBack(c, SIGN_IN, 'server-trouble')
    })
    .get('/oidc/start', async (c) => {
      const asked = startOidcSchema.safeParse(c.req.query())
      if (!asked.success) return problem(c, 'not-readable')
      const { agency, device, deviceName, invitation, anew } = asked.data
      const backTo = pathWithin(asked.data.to)
      const trying = { email: null, address: clientAddress(c, proxies) }
      const { wait, provider } = await accounts.db.run(function* () {
        return { wait: yield* countTry(accounts, trying), provider: yield* providerOf(agency) }
      })
      if (wait !== null) return failed(c, backTo, 'too-many')
      if (!provider) return sentBack(c, backTo, 'not-found')
      const secrets = newSecrets()
      const departure: Departure = {
        agency,
        ...secrets,
        device: { id: device, name: deviceName },
        backTo,
        invitation: invitation === undefined ? null : tokenHash(invitation),
      }
      const before = await currentSession(c, accounts)
      const { state, browser } = await accounts.db.run(() => depart(accounts, departure))
      const left = await departureUrl(provider, {
        ...secrets,
        state,
        redirectUri: callbackUrl(c),
        anew: anew !== undefined,
      })
      if (!left.ok) return failed(c, backTo, left.why)
      // Lax, unlike the session's: the way back begins at another site, and the session's own cookie does not come along.
      const options = { prefix: 'host', httpOnly: true, sameSite: 'Lax', secure: true, path: '/', maxAge: 600 } as const
      setCookie(c, COOKIE, [browser, ...(before ? [before.key] : [])].join('.'), options)
      return c.redirect(left.url.href)
    })
    .get('/oidc/callback', async (c) => {
      const state = c.req.query('state') ?? ''
      const [browser = '', before] = (getCookie(c, COOKIE, 'host') ?? '').split('.')
      deleteCookie(c, COOKIE, { prefix: 'host', secure: true, path: '/' })
      const departure = await accounts.db.run(() => comeBack(accounts, state, browser))
      if (!departure) return failed(c, SIGN_IN, 'not-recognised')
      const provider = await accounts.db.run(() => providerOf(departure.agency))
      if (!provider) return failed(c, departure.backTo, 'not-recognised')
      const callback = new URL(`${callbackUrl(c)}${new URL(c.req.url).search}`)
      const came = await identityIn(provider, callback, { ...departure, state })
      if (!came.ok) return failed(c, departure.backTo, came.why)
      const token = await accounts.db.run(function* () {
        const { agency, invitation, device } = departure
        const user = invitation
          ? yield* bindByInvitation(accounts, came.identity, { hash: invitation, agency, name: came.name })
          : yield* userBy(came.identity, agency)
        if (user === null) return null
        if (before) yield* endSession(before)
        yield* forgiveTry({ email: null, address: clientAddress(c, proxies) })
        return yield* beginSession(accounts, user, device)
      })
      if (token === null) return failed(c, departure.backTo, 'not-recognised')
      giveCookie(c, token)
      log('signed-in', { by: 'provider', agency: departure.agency })
      return c.redirect(departure.backTo)
    })

  return new Hono<ApiEnv>()
    .get('/oidc/agencies', async (c) => {
      const { wait, agencies } = await accounts.db.run(function* () {
        const wait = yield* countLook(accounts, clientAddress(c, proxies))
        return { wait, agencies: wait === null ? yield* agenciesWithProvider() : [] }
      })
      return wait === null ? c.json({ agencies }) : problem(c, 'too-many', wait)
    })
    .route('/', navigations)

  function callbackUrl(c: Context): string {
    return `${siteOf(c, parts)}${CALLBACK}`
  }
  async function failed(c: Context, backTo: string, why: Problem): Promise<Response> {
    await audit.signInRefused(why)
    log('sign-in-refused', { by: 'provider', why })
    return sentBack(c, backTo, why)
  }
  function sentBack(c: Context, backTo: string, why: Problem): Response {
    return c.redirect(`${backTo.split('#')[0]}#sign-in=${why}`)
  }
}

/** A path of Linnet's own, whatever was asked for: a link must not send somebody elsewhere under our name. */
function pathWithin(to: string): string {
  const here = 'http://localhost'
  if (!/^\/(?![/\\])/.test(to) || !URL.canParse(to, here)) return '/'
  const { origin, pathname, search, hash } = new URL(to, here)
  return origin === here && !pathname.startsWith('//') ? `${pathname}${search}${hash}` : '/'
}
