import type { Context, MiddlewareHandler } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { type Access, SPEAKER_HEADER, speakerHeader } from '../../sync/api.ts'
import { SESSION, type SignedIn, sessionOf } from '../accounts/sessions.ts'
import type { ApiEnv, ApiParts } from './api-env.ts'
import { problem } from './problem.ts'

const COOKIE = 'linnet'
/** With this prefix browsers take the cookie from this host alone, over TLS (or from localhost), and for every path. */
const PREFIX = 'host'

/** Lets through whoever has a session, as the database says at this moment, unless it is meant to be somebody else's. */
export function signedIn({ accounts }: Pick<ApiParts, 'accounts'>): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const found = await currentSession(c, accounts)
    if (!found || !isSpeaker(c.req.header(SPEAKER_HEADER), found)) return problem(c, 'signed-out')
    c.set('signedIn', found)
    return next()
  }
}

const isSpeaker = (header: string | undefined, { session: { user }, client }: SignedIn): boolean =>
  header === undefined || header === speakerHeader({ user, device: client.id })

/** Lets through those with this access, unless their device was revoked: it may be in other hands. After `signedIn`. */
export function withAccess({ audit }: Pick<ApiParts, 'audit'>, access: Access): MiddlewareHandler<ApiEnv> {
  return async (c, next) => {
    const found = c.get('signedIn')
    if (found.access !== access || found.revoked) {
      await audit.notAllowed(found.session, access)
      return problem(c, 'not-allowed')
    }
    return next()
  }
}

export async function currentSession(c: Context<ApiEnv>, accounts: ApiParts['accounts']): Promise<SignedIn | null> {
  const token = getCookie(c, COOKIE, PREFIX)
  return token ? await accounts.db.run(() => sessionOf(accounts, token)) : null
}

export function giveCookie(c: Context, token: string): void {
  const maxAge = SESSION.longest / 1000
  setCookie(c, COOKIE, token, { prefix: PREFIX, httpOnly: true, sameSite: 'Strict', secure: true, path: '/', maxAge })
}

export function takeCookie(c: Context): void {
  deleteCookie(c, COOKIE, { prefix: PREFIX, secure: true, path: '/' })
}
