import { describe, expect, it } from 'vitest'
import type { AskServer } from '../../../src/app/account/ask-server.ts'
import { tells } from '../../../src/app/account/tells.ts'

function aServer() {
  const heard: { path: string; body: { what: string; id: string } }[] = []
  const state = { code: null as string | null, kept: null as string | null }
  const ask = (async (path: string, _: unknown, body: { what: string; id: string }) => {
    if (state.code) return { ok: false, code: state.code, retryAfter: null }
    heard.push({ path, body })
    return { ok: true, body: {} }
  }) as unknown as AskServer
  const shelf = {
    get: () => state.kept,
    put: (text: string) => {
      state.kept = text
    },
  }
  return { heard, state, told: () => tells(ask, shelf) }
}

describe('an export', () => {
  it('is told to the server at once when it can be reached', async () => {
    const { heard, state, told } = aServer()
    await told().tell('a1', 'exported')
    expect(heard.map((h) => [h.path, h.body.what])).toEqual([['/api/assessments/a1/audit', 'exported']])
    expect(state.kept).toBe('[]')
  })

  it('is told apart from what is given to the family', async () => {
    const { heard, told } = aServer()
    await told().tell('a1', 'shared')
    expect(heard.map((h) => h.body.what)).toEqual(['shared'])
  })

  it('is told later by the same id when it cannot, also after the app was closed', async () => {
    const { heard, state, told } = aServer()
    state.code = 'no-answer'
    await told().tell('a1', 'exported')
    await told().tell('a2', 'exported')
    const ids = (JSON.parse(state.kept ?? '[]') as { id: string }[]).map((t) => t.id)
    state.code = null
    await told().flush()
    expect(heard.map((h) => h.body.id)).toEqual(ids)
    expect(state.kept).toBe('[]')
  })

  it('is not told for ever of a record that is no longer shared', async () => {
    const { state, told } = aServer()
    state.code = 'not-found'
    await told().tell('a1', 'exported')
    expect(state.kept).toBe('[]')
  })

  it('is told although what is kept is damaged', async () => {
    const { heard, state, told } = aServer()
    state.kept = '{"not": "a list"'
    await told().tell('a1', 'exported')
    expect(heard).toHaveLength(1)
  })
})
