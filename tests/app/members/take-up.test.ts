import { beforeEach, describe, expect, it } from 'vitest'
import type { SimulatedServer } from '../../../simulator/server.ts'
import type { AskServer } from '../../../src/app/account/ask-server.ts'
import { type TakeUpParts, takeUp } from '../../../src/app/members/take-up.ts'
import { compose } from '../../../src/domain/compose.ts'
import { MEMBERS_SLOT, MEMBERSHIP_KIND } from '../../../src/domain/membership.ts'
import type { OutboxState } from '../../../src/sync/outbox-state.ts'
import { aDeviceOf, aServer, type DeviceOnline } from '../../sync/a-device-online.ts'

const HARBOUR = { id: 'harbour', name: 'Harbour service' }
let server: SimulatedServer
let ruth: DeviceOnline
let sam: DeviceOnline
/** Ruth has recorded something, and has invited Sam's agency. */
beforeEach(async () => {
  server = aServer()
  ruth = aDeviceOf(server)
  sam = aDeviceOf(server, 'sam')
  sam.session.agency = HARBOUR.id
  await ruth.record({ id: 'e1' }, about('invite', HARBOUR.id, invitation()))
  await ruth.engine.round('all')
  return () => server.close()
})

const about = (id: string, subject: string, value: unknown, supersedes: string[] = []) => ({
  id,
  kind: MEMBERSHIP_KIND,
  slot: { question: MEMBERS_SLOT, subject },
  value,
  supersedes,
})
const invitation = () => ({
  act: 'invite-agency',
  agency: HARBOUR,
  purpose: 'treatment-and-care',
  lawfulBasis: 'public-task-care',
})
const OFFERED = { assessment: 'a1', invitation: 'invite' }

let problem: string | null = null
let takers: string[] = []
beforeEach(() => {
  problem = null
  takers = ['sam']
})

function parts(by: DeviceOnline, over: Partial<TakeUpParts> = {}): TakeUpParts {
  const user = by.session.user
  const ask = (async (path: string) => {
    if (problem) return { ok: false, code: problem, retryAfter: null }
    if (path === '/api/agency/offers') {
      return { ok: true, body: { agency: HARBOUR, offers: await server.offers(by.session), people: [] } }
    }
    const people = takers.map((id) => ({ id, name: `${id} by name`, role: '', agency: HARBOUR }))
    return { ok: true, body: { members: takers.map((id) => ({ user: id, takenUpFor: HARBOUR.id })), people } }
  }) as unknown as AskServer
  return {
    ask,
    user,
    store: by.store,
    save: async (assessment, content) => {
      const number = await by.store.nextDeviceSeq()
      const [author] = by.session.authors
      if (!number.ok || !author) return { ok: false }
      const entry = compose(
        {
          assessment,
          contact: '-',
          author,
          device: by.session.device,
          guidancePack: 'toy-1',
          newId: () => `taken-up-${user}-${number.seq}`,
          nextSeq: () => number.seq,
          now: () => '2026-03-02T09:00:00.000Z',
        },
        content,
      )
      const kept = await by.store.append([entry])
      return kept.ok ? { ok: true, entry: entry.id } : { ok: false }
    },
    sent: async (assessment, entry) => {
      await by.engine.round('all')
      const standings = await by.store.sync.standings(assessment)
      return standings.ok ? standings.entries.find(({ id }) => id === entry)?.state : undefined
    },
    ...over,
  }
}

describe('taking up a record that is offered', () => {
  it('records it on this device, sends it, and the record comes in the same round', async () => {
    expect(await takeUp(OFFERED, parts(sam))).toEqual({ ok: true, isWaiting: false, alsoBy: [] })
    expect((await sam.held()).sort()).toEqual(['e1', 'invite', 'taken-up-sam-1'])
    const pushed = sam.asked.find(({ path }) => path === '/api/push')?.body as { begin: string[]; entries: string[] }
    expect(pushed.begin).toEqual([])
    expect(JSON.parse(pushed.entries[0] ?? '')).toMatchObject({
      kind: MEMBERSHIP_KIND,
      slot: { question: MEMBERS_SLOT, subject: 'sam' },
      value: { act: 'take-up', agency: HARBOUR, invitation: 'invite' },
      supersedes: [],
    })
  })

  it('tells who took it up as well', async () => {
    takers = ['sam', 'ana']
    expect(await takeUp(OFFERED, parts(sam))).toEqual({ ok: true, isWaiting: false, alsoBy: ['ana by name'] })
  })

  it.each([
    ['no-answer', 'no-answer'],
    ['signed-out', 'signed-out'],
    ['not-ours', 'no-answer'],
    ['server-trouble', 'trouble'],
  ])('does nothing when the server says %s', async (code, why) => {
    problem = code
    expect(await takeUp(OFFERED, parts(sam))).toEqual({ ok: false, problem: why })
    expect([await sam.held(), sam.asked]).toEqual([[], []])
    expect((await sam.store.sync.memory()) as { assessments: unknown[] }).toMatchObject({ assessments: [] })
  })

  it('does nothing when it is not offered any more', async () => {
    await ruth.record(about('end', HARBOUR.id, { act: 'end', agency: HARBOUR, reason: 'over' }, ['invite']))
    await ruth.engine.round('all')
    expect(await takeUp(OFFERED, parts(sam))).toEqual({ ok: false, problem: 'not-offered' })
    expect(await sam.held()).toEqual([])
  })

  it('says so when the invitation ended while it was on its way, and shows nothing of the record', async () => {
    const late = parts(sam, {
      sent: async (...sent) => {
        await ruth.record(about('end', HARBOUR.id, { act: 'end', agency: HARBOUR, reason: 'over' }, ['invite']))
        await ruth.engine.round('all')
        return await parts(sam).sent(...sent)
      },
    })
    expect(await takeUp(OFFERED, late)).toEqual({ ok: false, problem: 'not-offered' })
    expect(await sam.held()).toEqual(['taken-up-sam-1'])
  })

  it('says so when this device could not keep it', async () => {
    sam.failWrites('quota')
    expect(await takeUp(OFFERED, parts(sam))).toEqual({ ok: false, problem: 'not-saved' })
  })

  it('is recorded anew when the server did not take what was recorded before, as after a restore', async () => {
    sam.session.agency = undefined
    const offers = { assessment: 'a1', invitation: 'invite', by: 'ruth', purpose: 'oversight', at: '', takenUpBy: [] }
    const ask = (async () => ({ ok: true, body: { agency: HARBOUR, offers: [offers], people: [] } })) as never
    expect(await takeUp(OFFERED, parts(sam, { ask }))).toEqual({ ok: false, problem: 'not-offered' })
    sam.session.agency = HARBOUR.id
    expect(await takeUp(OFFERED, parts(sam))).toMatchObject({ ok: true, isWaiting: false })
    expect(await sam.held()).toContain('taken-up-sam-2')
  })

  it('waits on the device when the network ends in the middle; trying again sends the same, and the record comes', async () => {
    const cut = parts(sam, { sent: async (): Promise<OutboxState> => ({ is: 'on-this-device', why: 'no-answer' }) })
    expect(await takeUp(OFFERED, cut)).toEqual({ ok: true, isWaiting: true })
    expect(await takeUp(OFFERED, parts(sam))).toMatchObject({ ok: true, isWaiting: false })
    expect((await sam.held()).sort()).toEqual(['e1', 'invite', 'taken-up-sam-1'])
  })
})
