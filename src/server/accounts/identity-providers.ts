import type { Agency } from './agencies.ts'
import { first, rows, type Task } from './task.ts'

/** An agency's own OpenID Connect provider, and what Linnet is to it. */
export interface IdentityProvider {
  agency: string
  /** Exactly as the provider says it of itself. */
  issuer: string
  clientId: string
  clientSecret: string
}

export function* providerOf(agency: string): Task<IdentityProvider | undefined> {
  return yield* first<IdentityProvider>(
    `SELECT agency_id AS agency, issuer, client_id AS "clientId", client_secret AS "clientSecret"
     FROM identity_providers WHERE agency_id = $1`,
    agency,
  )
}

/** Those whose people can sign in with a provider, by name. */
export function* agenciesWithProvider(): Task<Agency[]> {
  return yield* rows<Agency>(
    `SELECT a.id, a.name FROM agencies a JOIN identity_providers p ON p.agency_id = a.id ORDER BY a.name, a.id`,
  )
}

/** For new sign-ins from now on. Identities of another issuer stay bound, and open nothing while it is not this one. */
export function* setProvider({ agency, issuer, clientId, clientSecret }: IdentityProvider): Task<void> {
  yield* rows(
    `INSERT INTO identity_providers (agency_id, issuer, client_id, client_secret) VALUES ($1, $2, $3, $4)
     ON CONFLICT (agency_id) DO UPDATE SET issuer = excluded.issuer, client_id = excluded.client_id,
       client_secret = excluded.client_secret`,
    agency,
    issuer,
    clientId,
    clientSecret,
  )
}

/** Over TLS; or on this machine, for trials and tests. */
export function isIssuer(text: string): boolean {
  if (!URL.canParse(text)) return false
  const { protocol, hostname, search, hash, username } = new URL(text)
  const isSafe = protocol === 'https:' || isLoopback(protocol, hostname)
  return isSafe && search === '' && hash === '' && username === ''
}

export const isLoopback = (protocol: string, hostname: string): boolean =>
  protocol === 'http:' && (hostname === 'localhost' || hostname === '127.0.0.1')
