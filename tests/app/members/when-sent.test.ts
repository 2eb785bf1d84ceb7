import { expect, it, vi } from 'vitest'
import { whenSent } from '../../../src/app/members/when-sent.ts'
import type { SyncView } from '../../../src/app/sync/syncing.ts'
import type { OutboxState } from '../../../src/sync/outbox-state.ts'

const RECEIVED: OutboxState = { is: 'received', at: '2026-03-02T09:00:00.000Z', seq: 4 }
const HERE: OutboxState = { is: 'on-this-device', why: null }

function aSync() {
  let told = () => {}
  let toldByDisk = () => {}
  let view: Pick<SyncView, 'is' | 'last'> = { is: 'waiting', last: null }
  let state: OutboxState = HERE
  const ask = vi.fn()
  const syncing = {
    ask,
    view: () => view as SyncView,
    subscribe: (listener: () => void) => {
      told = listener
      return () => {}
    },
    standings: async () => ({ ok: true as const, entries: [{ id: 'e1', own: true, state }] }),
  }
  const store = {
    subscribe: (listener: (change: { entries: boolean; drafts: boolean; sync: boolean }) => void) => {
      toldByDisk = () => listener({ entries: false, drafts: false, sync: true })
      return () => {}
    },
  }
  const become = (is: SyncView['is'], end: 'done' | 'waiting' | null, next: OutboxState = state) => {
    view = { is, last: end && { end, why: null, afterMs: null } } as never
    state = next
  }
  return {
    ask,
    becomes: async (...to: Parameters<typeof become>) => {
      become(...to)
      told()
      await Promise.resolve()
    },
    onDisk: (...to: Parameters<typeof become>) => {
      become(...to)
      toldByDisk()
    },
    sent: whenSent(syncing, store, 'a1', 'e1'),
  }
}

it('waits until the round in which it was received has ended, so that the record is there', async () => {
  const { ask, becomes, sent } = aSync()
  expect(ask).toHaveBeenCalledOnce()
  const seen = vi.fn()
  void sent.then(seen)
  await becomes('running', null)
  await becomes('running', null, RECEIVED)
  await vi.waitFor(() => expect(seen).not.toHaveBeenCalled())
  await becomes('waiting', 'done', RECEIVED)
  expect(await sent).toEqual(RECEIVED)
})

it('says that it is still here when the round has failed, and not when an earlier round ended well without it', async () => {
  const { becomes, sent } = aSync()
  const seen = vi.fn()
  void sent.then(seen)
  await becomes('running', null)
  await becomes('waiting', 'done')
  await vi.waitFor(() => expect(seen).not.toHaveBeenCalled())
  await becomes('running', 'done')
  await becomes('waiting', 'waiting')
  expect(await sent).toEqual(HERE)
})

it('hears of it when another tab has sent it', async () => {
  const { onDisk, sent } = aSync()
  onDisk('another-tab', null, RECEIVED)
  expect(await sent).toEqual(RECEIVED)
})
