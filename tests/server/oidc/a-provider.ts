import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { Provider } from 'oidc-provider'

export const CLIENT = { clientId: 'linnet', clientSecret: 'a secret of forty characters or some more' }

interface Asking {
  /** It shows a page on which somebody says who they are; without it, whoever comes is `somebody` at once. */
  asks?: boolean
  /** By the user names that are typed there. */
  names?: Readonly<Record<string, string>>
}

/** A real OpenID Connect provider on this machine. */
export async function aProvider(redirectUri: string, { asks = false, names = {} }: Asking = {}) {
  let somebody = 'nobody'
  const handlers: { oidc?: ReturnType<Provider['callback']>; provider?: Provider } = {}
  const server = createServer((request, response) => {
    const finish = (result: object) => void handlers.provider?.interactionFinished(request, response, result)
    if (!request.url?.startsWith('/interaction/')) handlers.oidc?.(request, response)
    else if (!asks) finish({ login: { accountId: somebody } })
    else if (request.method === 'GET') response.setHeader('content-type', 'text/html').end(PAGE)
    else
      void whoIsTyped(request).then((who) => finish(who ? { login: { accountId: who } } : { error: 'access_denied' }))
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
      claims: () => ({
        sub: id,
        name: names[id] ?? 'Ruth Abara',
        email: 'ruth.abara@example.org',
        email_verified: true,
      }),
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
    close: () =>
      new Promise((done) => {
        server.close(done)
        server.closeAllConnections()
      }),
  }
}
/** The page of an agency that is not Linnet's: it is as it likes. */
const PAGE = `<!doctype html><html lang="en"><title>Agency</title><h1>Sign in at the agency</h1>
<form method="post"><label>User name <input name="who"></label>
<button>Sign in</button> <button name="cancel" value="yes">Cancel</button></form></html>`

async function whoIsTyped(request: IncomingMessage): Promise<string | null> {
  const form = new URLSearchParams(await text(request))
  return form.has('cancel') ? null : form.get('who')
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
