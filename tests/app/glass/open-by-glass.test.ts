import { beforeEach, describe, expect, it } from 'vitest'
import { askServer } from '../../../src/app/account/ask-server.ts'
import { openByGlass } from '../../../src/app/glass/open-by-glass.ts'
import { untilInWords } from '../../../src/app/glass/until-in-words.ts'
import { whenInWords } from '../../../src/report/words.ts'
import { GLASS_OPEN } from '../../../src/sync/sharing-api.ts'
import type { StoreTrouble } from '../../../src/sync/sync-store.ts'
import { anAgency, aPerson, aSession, type Person } from '../../server/accounts/accounts-builders.ts'
import { text } from '../../server/records/records-builders.ts'
import { type Api, anApi, HOST, ruthsSession } from '../../server/routes/an-api.ts'

const REASON = 'The baby was brought to the ward tonight'
const NOW = Date.UTC(2026, 5, 2, 10, 10)

let api: Api
let agency: Person['agency']
let kept: { assessment: string; at: number; until: number }[]
let trouble: StoreTrouble | null
beforeEach(async () => {
  api = anApi()
  kept = []
  trouble = null
  const { ruth, token } = await ruthsSession(api)
  const author = { id: 'author of Ruth', name: 'Ruth', role: 'midwife', agency: 'Northgate' }
  await api.ask('POST', '/api/authors', { as: token, body: author })
  const by = { user: ruth.user, device: 'd', authors: [author] }
  await api.ask('POST', '/api/push', { as: token, body: { begin: ['a1'], entries: [text(by)] } })
  agency = await anAgency(api.parts, 'Harbour service')
  return () => api.hub.close()
})

/** Somebody of another agency, in a browser with their session. */
async function somebody(access: 'practitioner' | 'supervisor' | 'administrator' = 'practitioner') {
  const person = await aPerson(api.parts, agency, { name: `Kim ${access}`, access })
  const token = await aSession(api.parts, person)
  return opening((async (path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers)
    headers.set('cookie', `__Host-linnet=${token}`)
    return api.app.request(`${HOST}${path}`, { ...init, headers })
  }) as typeof fetch)
}
const opening =
  (ask: typeof fetch) =>
  (assessment = 'a1', reason = REASON) =>
    openByGlass(
      {
        ask: askServer(ask),
        sync: {
          breakGlass: async (id, glass) => {
            if (trouble) return trouble
            kept.push({ assessment: id, ...glass })
            return { ok: true }
          },
        },
        now: () => NOW,
      },
      assessment,
      reason,
    )
const answering = (body: string, init: ResponseInit) => opening((async () => new Response(body, init)) as typeof fetch)

describe('opening a record in an emergency', () => {
  it.each(['practitioner', 'supervisor'] as const)(
    'a %s may, and this device remembers it for four hours from before it asked',
    async (access) => {
      const open = await somebody(access)
      expect(await open()).toEqual({ ok: true, until: '14:10' })
      expect(kept).toEqual([{ assessment: 'a1', at: NOW, until: NOW + GLASS_OPEN }])
    },
  )

  it('an administrator may not', async () => {
    const open = await somebody('administrator')
    expect(await open()).toMatchObject({ ok: false, problem: 'not-allowed' })
    expect(kept).toEqual([])
  })

  it('what is not there is not found, and after many tries one waits', async () => {
    const open = await somebody()
    for (let n = 0; n < 20; n++) expect(await open('a9')).toMatchObject({ ok: false, problem: 'not-found' })
    expect(await open('a9')).toEqual({ ok: false, problem: 'too-many', waitMinutes: 15 })
    expect(kept).toEqual([])
  })

  it.each<[string, Awaited<ReturnType<typeof openByGlass>>, string, ResponseInit]>([
    ['a member needs none, and nothing is remembered', { ok: true, until: null }, '{"until":null}', {}],
    ['signed out', refused('signed-out'), '{"problem":"signed-out"}', { status: 401 }],
    ['a server in trouble', refused('trouble'), '{"problem":"unavailable"}', { status: 503 }],
    ['the page of a public network', refused('not-ours'), '<html>', { headers: { 'content-type': 'text/html' } }],
    ['a code of a later version', refused('trouble'), '{"problem":"moon"}', { status: 418 }],
  ])('%s', async (_, result, body, init) => {
    expect(await answering(body, { headers: { 'content-type': 'application/json' }, ...init })()).toEqual(result)
    expect(kept).toEqual([])
  })

  it('without a network nothing is remembered', async () => {
    const offline = (async () => {
      throw new TypeError('Failed to fetch')
    }) as typeof fetch
    expect(await opening(offline)()).toMatchObject({ ok: false, problem: 'no-answer' })
    expect(kept).toEqual([])
  })

  it('a device that is full says that the owner was told all the same', async () => {
    trouble = { ok: false, reason: 'quota' }
    expect(await (await somebody())()).toMatchObject({ ok: false, problem: 'not-kept' })
  })

  it('names the day as well where it ends on another', () => {
    const end = Date.UTC(2026, 5, 3, 2)
    expect(untilInWords(end, Date.UTC(2026, 5, 2, 22))).toBe(whenInWords(new Date(end).toISOString()))
  })
})

function refused(problem: string) {
  return { ok: false, problem, waitMinutes: undefined } as Awaited<ReturnType<typeof openByGlass>>
}
