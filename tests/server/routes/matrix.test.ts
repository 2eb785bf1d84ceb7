import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { ACCESS } from '../../../src/sync/api.ts'
import { ASSESSMENT, aWorld, type Caller, RELATIONS, type World } from './a-world.ts'
import { anApi } from './an-api.ts'
import type { Cell } from './matrix-row.ts'
import { ROWS } from './matrix-rows.ts'

const NOT_THERE = 'not-there'
const LOST = '/service/sign-in#sign-in=not-recognised'
const PROBLEM: Partial<Record<Cell, string>> = {
  'signed-out': '401 {"problem":"signed-out"}',
  'not-allowed': '403 {"problem":"not-allowed"}',
}

describe('the routes of the server', () => {
  const routes = anApi().app.routes
  test('each have their row, and every row its route', () => {
    const found = routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
    expect([...new Set(found)].sort()).toEqual(Object.keys(ROWS).sort())
  })
  test('that take every method are those that refuse what is not there, and nothing else', () => {
    const paths = routes.filter(({ method }) => method === 'ALL').map(({ path }) => path)
    expect([...new Set(paths)].sort()).toEqual(['/*', '/api/*'])
  })
})

describe.each(Object.entries(ROWS))('%s', (name, row) => {
  const method = name.split(' ')[0] ?? ''
  let world: World
  beforeAll(async () => {
    world = await aWorld()
  })
  const cells = ACCESS.flatMap((access) => RELATIONS.map((relation) => [relation, access] as const))

  test.each(cells)('%s, %s', async (relation, access) => {
    const caller = world.callers.find((each) => each.relation === relation && each.access === access)
    if (!caller) throw new Error('nobody stands there')
    const cell = row.cells[access][relation]
    // What an id that does not exist gets is asked first: what is there may be gone afterwards.
    const ofNothing = row.about && (await asked(caller, NOT_THERE))
    const answer = await asked(caller, row.about ? await row.about(world) : '')
    if (cell === 'as-if-not-there') {
      expect(answer).toEqual(ofNothing)
      expect(answer.said).not.toContain(shownTo(caller))
    } else if (cell === 'answered') expectAnswer(answer, ofNothing, caller)
    else if (cell === 'kept-apart') expect(answer.said).toMatch(/^200 .*"result":"quarantined"/)
    else if (cell === 'sent-back') expect(Object.fromEntries(answer.headers).location).toBe(LOST)
    else {
      expect(answer.said).toBe(PROBLEM[cell])
      if (ofNothing) expect(answer).toEqual(ofNothing)
    }
  })

  async function asked(caller: Caller, id: string) {
    const { path, body } = await row.request(caller, id, world)
    const { token } = caller
    const answer = await world.api.ask(method, path, { ...(token !== undefined && { as: token }), body })
    return { said: `${answer.status} ${await textOf(answer)}`, headers: [...answer.headers] }
  }
  const shownTo = (caller: Caller): string => (typeof row.shows === 'string' ? row.shows : row.shows(caller))
  function expectAnswer(answer: { said: string }, ofNothing: { said: string } | null, caller: Caller) {
    const shows = shownTo(caller)
    expect(answer.said).toMatch(/^200 /)
    expect(answer.said).toContain(shows)
    if (ofNothing) expect(ofNothing.said).not.toContain(shows)
  }
})

/** What never ends by itself is read to its first event. */
async function textOf(answer: Response): Promise<string> {
  if (answer.headers.get('content-type') !== 'text/event-stream') return await answer.text()
  const reader = answer.body?.getReader()
  const first = await reader?.read()
  await reader?.cancel()
  return new TextDecoder().decode(first?.value)
}

describe('other ways to name a record that is not one’s own', () => {
  let world: World
  beforeEach(async () => {
    world = await aWorld()
  })
  /** Two requests, of which one names what is there and one what is not. */
  const alike: [string, (id: string) => Parameters<World['api']['ask']>][] = [
    ['by beginning it', (id) => ['POST', '/api/push', { body: { begin: [id], entries: [] } }]],
    ['by a cursor', (id) => ['POST', '/api/pull', { body: { assessment: id, after: `1.epoch-1.${id}` } }]],
    ['by a cursor of what does not exist', (id) => ['POST', '/api/pull', { body: { assessment: id, after: '9.x.y' } }]],
    ['in the query', (id) => ['GET', `/api/assessments?assessment=${id}`]],
    ['in the path', (id) => ['GET', `/api/assessments/${id}`]],
  ]
  test.each(alike)('tell nothing: %s', async (_, request) => {
    for (const relation of ['other-agency', 'former', 'revoked'] as const) {
      const { token = '' } = world.callers.find((each) => each.relation === relation) ?? {}
      const answers = []
      for (const id of [ASSESSMENT, `${NOT_THERE} for ${relation}`]) {
        const [method, path, asking] = request(id)
        const answer = await world.api.ask(method, path, { ...asking, as: token })
        answers.push([answer.status, await answer.text(), [...answer.headers]])
      }
      expect(answers[0]).toEqual(answers[1])
    }
  })
})
