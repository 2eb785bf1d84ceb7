import * as client from 'openid-client'
import { HOUR, MINUTE } from './account-parts.ts'
import type { Identity } from './identities.ts'
import { type IdentityProvider, isLoopback } from './identity-providers.ts'

/** What is remembered of a departure, and must be found again in what the provider answers. */
export interface Secrets {
  nonce: string
  verifier: string
}

export const newSecrets = (): Secrets => ({
  nonce: client.randomNonce(),
  verifier: client.randomPKCECodeVerifier(),
})

/**
 * Where to send the browser. `redirectUri` is where it comes back to, as it is registered with the provider. `anew`: it
 * asks who it is, even of somebody who is signed in there.
 */
export async function departureUrl(
  provider: IdentityProvider,
  { nonce, verifier, state, redirectUri, anew }: Secrets & { state: string; redirectUri: string; anew: boolean },
): Promise<{ ok: true; url: URL } | { ok: false; why: 'unavailable' }> {
  try {
    // Nobody is sent to a provider that was well an hour ago: the browser would show an error of its own there.
    const config = await configurationOf(provider, MINUTE)
    const parameters = {
      redirect_uri: redirectUri,
      scope: 'openid profile',
      state,
      nonce,
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(anew && { prompt: 'login' }),
    }
    return { ok: true, url: client.buildAuthorizationUrl(config, parameters) }
  } catch {
    return { ok: false, why: 'unavailable' }
  }
}

/**
 * Who came back. The library checks state, nonce, code challenge, issuer, audience, signature and times.
 * - `not-recognised`: one of them is wrong, or the provider refused.
 * - `unavailable`: the provider did not answer. The user tries again.
 */
export async function identityIn(
  provider: IdentityProvider,
  callback: URL,
  { nonce, verifier, state }: Secrets & { state: string },
): Promise<{ ok: true; identity: Identity; name: string } | { ok: false; why: 'not-recognised' | 'unavailable' }> {
  try {
    const config = await configurationOf(provider, HOUR)
    const tokens = await client.authorizationCodeGrant(config, callback, {
      expectedNonce: nonce,
      pkceCodeVerifier: verifier,
      expectedState: state,
      idTokenExpected: true,
    })
    const claims = tokens.claims()
    if (!claims) return { ok: false, why: 'not-recognised' }
    const name = typeof claims.name === 'string' ? claims.name.slice(0, 200) : ''
    return { ok: true, identity: { issuer: claims.iss, subject: claims.sub }, name }
  } catch (error) {
    return { ok: false, why: isNetwork(error) ? 'unavailable' : 'not-recognised' }
  }
}

const known = new Map<string, { config: client.Configuration; at: number }>()

/** What the provider says of itself, asked again when it is older than this, in milliseconds. */
async function configurationOf(provider: IdentityProvider, oldest: number): Promise<client.Configuration> {
  const { issuer, clientId, clientSecret } = provider
  const key = JSON.stringify([issuer, clientId, clientSecret])
  const before = known.get(key)
  if (before && before.at + oldest > Date.now()) return before.config
  const server = new URL(issuer)
  const options = isLoopback(server.protocol, server.hostname) ? { execute: [client.allowInsecureRequests] } : {}
  const config = await client.discovery(server, clientId, clientSecret, undefined, { ...options, timeout: 10 })
  known.set(key, { config, at: Date.now() })
  return config
}

const isNetwork = (error: unknown): boolean => {
  const { name, cause } = (error ?? {}) as { name?: string; cause?: { code?: string } }
  return name === 'TypeError' || name === 'TimeoutError' || /^E(CONN|HOST|NET|TIMEDOUT|AI_)/.test(cause?.code ?? '')
}
