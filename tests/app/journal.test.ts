import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RecordStore } from '../../src/storage/record-port.ts'
import { TODAY } from '../builders/an-assessment.ts'
import { aDevice, saying, settled, slot, storeWith, typing } from './an-open-assessment.ts'

const other = { question: 'TOY-02', subject: '-' }
const words = async (device: Awaited<ReturnType<typeof aDevice>>) => (await device.keptDrafts()).map((d) => d.raw)

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('text being typed', () => {
  it('is on the disk 200 ms after the first key, while the typing goes on', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('H', { seenHeads: ['e1'], basis: { how: 'said' } }))
    await vi.advanceTimersByTimeAsync(150)
    open.current().journal(typing('Ha', { seenHeads: ['e1'], basis: { how: 'said' } }))
    await vi.advanceTimersByTimeAsync(49)
    expect(await device.keptDrafts()).toEqual([])
    await vi.advanceTimersByTimeAsync(1)
    expect(await device.keptDrafts()).toEqual([
      {
        assessment: 'a1',
        slot,
        contact: '-',
        raw: { words: 'Ha' },
        basis: { how: 'said' },
        seenHeads: ['e1'],
        at: `${TODAY}T09:00:00.000Z`,
      },
    ])
    open.current().journal(typing('Half'))
    await vi.advanceTimersByTimeAsync(200)
    expect(await words(device)).toEqual([{ words: 'Half' }])
  })

  it('is never called saved', async () => {
    const open = await (await aDevice()).open()
    open.current().journal(typing('Half'))
    await open.flush()
    expect(open.current().saveState(slot)).toBe('typing')
    expect(open.hasDrafts()).toBe(true)
  })

  it('is on the disk at once when it is flushed, in every slot', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('One'))
    open.current().journal(typing('Two', { slot: other }))
    await open.flush()
    expect(await words(device)).toEqual([{ words: 'One' }, { words: 'Two' }])
  })

  it('is flushed together with a save that is under way', async () => {
    const device = await aDevice()
    const open = await device.open()
    void open.current().save(saying({ choice: 'tea' }))
    open.current().journal(typing('Half', { slot: other }))
    await open.flush()
    expect(await device.kept()).toHaveLength(1)
    expect(await words(device)).toEqual([{ words: 'Half' }])
  })

  it('that the device cannot keep is said to be not kept, and stays on the screen', async () => {
    let full = true
    const device = await aDevice({ onWrite: () => (full ? 'quota' : undefined) })
    const open = await device.open()
    open.current().journal(typing('Half'))
    await open.flush()
    expect(open.current().saveState(slot)).toEqual({ failed: 'quota' })
    expect(open.current().draftOf(slot)).toEqual(typing('Half'))
    full = false
    open.current().journal(typing('Half a'))
    await open.flush()
    expect(await words(device)).toEqual([{ words: 'Half a' }])
  })

  it('is kept also after the store broke once', async () => {
    const device = await aDevice()
    let broken = true
    const journal: RecordStore['journal'] = async (draft) => {
      if (broken) throw new Error('a fault in the store')
      return device.store.journal(draft)
    }
    const open = await device.open({ store: storeWith(device.store, { journal }) })
    open.current().journal(typing('Half'))
    await open.flush()
    expect(open.current().saveState(slot)).toEqual({ failed: 'unknown' })
    broken = false
    open.current().journal(typing('Half a'))
    await open.flush()
    expect(await words(device)).toEqual([{ words: 'Half a' }])
  })
})

describe('a draft that has become an entry', () => {
  it('is dropped, on the screen and on the disk', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('Whole'))
    await open.flush()
    open.current().dropDraft(slot)
    await settled()
    expect([open.current().draftOf(slot), open.hasDrafts(), await device.keptDrafts()]).toEqual([undefined, false, []])
  })

  it('is dropped also while it is still on its way to the disk', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('Whole'))
    const flushed = open.flush()
    open.current().dropDraft(slot)
    await flushed
    await settled()
    expect(await device.keptDrafts()).toEqual([])
    await vi.advanceTimersByTimeAsync(500)
    expect(await device.keptDrafts()).toEqual([])
  })

  it('stays when it was typed on in the meantime', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('Whole'))
    await open.flush()
    open.current().dropDraft(slot)
    open.current().journal(typing('Whole and more'))
    await open.flush()
    await settled()
    expect(await words(device)).toEqual([{ words: 'Whole and more' }])
    expect(open.current().draftOf(slot)).toEqual(typing('Whole and more'))
  })

  it('leaves what was on the disk there until more of it comes', async () => {
    const device = await aDevice()
    let release = () => {}
    const held = new Promise<void>((resolve) => (release = resolve))
    const store = storeWith(device.store, {
      journal: async (draft) => {
        const kept = await device.store.journal(draft)
        await held
        return kept
      },
    })
    const open = await device.open({ store })
    open.current().journal(typing('Whole'))
    const flushed = open.flush()
    open.current().dropDraft(slot)
    open.current().journal(typing('Whole and more'))
    release()
    await flushed
    await settled()
    expect(await words(device)).toEqual([{ words: 'Whole' }])
    await open.flush()
    expect(await words(device)).toEqual([{ words: 'Whole and more' }])
  })

  it('leaves the drafts of other slots alone', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.current().journal(typing('One'))
    open.current().journal(typing('Two', { slot: other }))
    await open.flush()
    open.current().dropDraft(slot)
    await settled()
    expect(await words(device)).toEqual([{ words: 'Two' }])
  })
})

it('what is typed while the entry is written is not called saved', async () => {
  const open = await (await aDevice()).open()
  open.current().journal(typing('Half'))
  const saved = open.current().save(saying({ words: 'Half' }))
  await Promise.resolve()
  open.current().journal(typing('Half a sentence'))
  await saved
  expect(open.current().saveState(slot)).toBe('typing')
  expect(open.current().draftOf(slot)).toEqual(typing('Half a sentence'))
})

it('drafts come back with the heads that were seen when the assessment is opened again', async () => {
  const device = await aDevice()
  const first = await device.open()
  const caret = { field: 'words', start: 2, end: 4 }
  first.current().journal(typing('Half', { seenHeads: ['e1', 'e2'], basis: { how: 'child' }, caret }))
  first.current().journal(typing('New thing', { slot: { question: 'NET-01', subject: 'id-9' } }))
  await first.flush()
  first.close()
  const again = await device.open()
  expect(again.current().draftOf(slot)).toEqual(
    typing('Half', { seenHeads: ['e1', 'e2'], basis: { how: 'child' }, caret }),
  )
  expect(again.current().draftsOf('NET-01')).toEqual([
    typing('New thing', { slot: { question: 'NET-01', subject: 'id-9' } }),
  ])
  again.current().dropDraft(slot)
  await settled()
  expect(await words(device)).toEqual([{ words: 'New thing' }])
})
