import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Provider } from 'oidc-provider'

export const CLIENT = { clientId: 'linnet', clientSecret: 'a secret of forty characters or some more' }

/** A real OpenID Connect provider on this machine, at which whoever comes is `somebody` at once. */
export async function aProvider(redirectUri: string) {
  let somebody = 'nobody'
  const handlers: { oidc?: ReturnType<Provider['callback']>; provider?: Provider } = {}
  const server = createServer((request, response) => {
    if (request.url?.startsWith('/interaction/')) {
      void handlers.provider?.interactionFinished(request, response, { login: { accountId: somebody } })
    } else handlers.oidc?.(request, response)
  })
  const issuer = await listening(server)
  const provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT.clientId, client_secret: CLIENT.clientSecret, redirect_uris: [redirectUri] }],
    cookies: { keys: ['for the tests'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      // Whatever it says of an address: nobody is known by that.
      claims: () => ({ sub: id, name: 'Ruth Abara', email: 'ruth.abara@example.org', email_verified: true }),
    }),
    claims: { openid: ['sub'], profile: ['name'], email: ['email', 'email_verified'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    loadExistingGrant: async (ctx: { oidc: { client: { clientId: string }; session: { accountId: string } } }) => {
      const grant = new provider.Grant({ clientId: ctx.oidc.client.clientId, accountId: ctx.oidc.session.accountId })
      grant.addOIDCScope('openid profile')
      await grant.save()
      return grant
    },
  })
  handlers.provider = provider
  handlers.oidc = provider.callback()
  return {
    issuer,
    becomes: (subject: string) => {
      somebody = subject
    },
    close: () => new Promise((done) => server.close(done)),
  }
}
export type TestProvider = Awaited<ReturnType<typeof aProvider>>

async function listening(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** Follows redirects within the provider, as a browser that keeps its cookies, until it is sent to Linnet; returns where. */
export async function throughProvider(from: string, { issuer }: TestProvider): Promise<string> {
  const cookies = new Map<string, string>()
  let url = from
  for (let steps = 0; steps < 10; steps++) {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(url, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s)
      cookies.set(name, value)
    }
    const location = answer.headers.get('location')
    if (!location) throw new Error(`the provider answered ${answer.status}: ${await answer.text()}`)
    url = new URL(location, url).href
    if (!url.startsWith(issuer)) return url
  }
  throw new Error('the provider goes in circles')
}
