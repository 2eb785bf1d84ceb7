import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { signOff } from '../../src/app/sign-off.ts'
import { CONTACT_SLOT } from '../../src/domain/entry-kinds.ts'
import { TODAY } from '../builders/an-assessment.ts'
import { NOON, ok } from '../storage/storage-builders.ts'
import { aDevice, headsOf, saying, settled, slot, typing } from './an-open-assessment.ts'

const TEA = { choice: 'tea' }
const HOUR = 3_600_000
const DAY = 24 * HOUR

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A device on which a colleague's answer has come in, and that loses the server. */
async function aColleaguesAnswer() {
  const device = await aDevice()
  ok(await device.store.sync.keepContact(NOON))
  const look = async (ms: number) => {
    device.clock.now = NOON + ms
    ok(await device.store.sync.lookAtClock())
    await settled()
  }
  await device.receive({ id: 'theirs', value: { parts: TEA } })
  return { ...device, look }
}
const inPasses = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('an open assessment, when the server was not reached for too long', () => {
  it('closes what colleagues recorded and counts it, and opens it again by itself', async () => {
    const device = await aColleaguesAnswer()
    const open = await device.open()
    await open.current().save(saying({ choice: 'milk' }, ['theirs']))
    expect([headsOf(open), open.current().sealed]).toEqual([['id-1'], 0])
    await device.look(73 * HOUR)
    expect(open.current().view.record.entries.map(({ id }) => id)).toEqual(['id-1'])
    expect([open.current().sealed, open.current().unreadable]).toEqual([1, 0])
    ok(await device.store.sync.keepContact(device.clock.now))
    await device.look(73 * HOUR)
    expect(open.current().view.record.entries).toHaveLength(2)
    expect(open.current().sealed).toBe(0)
  })

  it('saves as ever, and supersedes nothing that is not on the screen', async () => {
    const device = await aColleaguesAnswer()
    const open = await device.open()
    await device.look(73 * HOUR)
    expect(headsOf(open)).toEqual([])
    expect((await open.current().save(saying({ choice: 'milk' }, headsOf(open)))).ok).toBe(true)
    ok(await device.store.sync.keepContact(device.clock.now))
    await device.look(73 * HOUR)
    expect([...headsOf(open)].sort()).toEqual(['id-1', 'theirs'])
  })

  it('leaves the words that are being typed alone, and closes once they are saved', async () => {
    const device = await aColleaguesAnswer()
    const open = await device.open()
    open.current().journal(typing('He was', { seenHeads: ['theirs'] }))
    await device.look(73 * HOUR)
    expect(headsOf(open)).toEqual(['theirs'])
    await inPasses(1000)
    expect(await device.keptDrafts()).toMatchObject([{ raw: { words: 'He was' }, seenHeads: ['theirs'] }])
    await open.current().save(saying({ words: 'He was here' }, ['theirs']))
    await inPasses(30_000)
    expect(open.current().view.record.entries.map(({ id }) => id)).toEqual(['id-1'])
    expect(open.current().sealed).toBe(1)
  })

  it('closes after five minutes without a letter, with the draft on the disk', async () => {
    const device = await aColleaguesAnswer()
    const open = await device.open()
    open.current().journal(typing('He'))
    await device.look(73 * HOUR)
    await inPasses(4 * 60_000)
    open.current().journal(typing('He was'))
    await inPasses(4 * 60_000)
    expect(headsOf(open)).toEqual(['theirs'])
    await inPasses(2 * 60_000)
    expect(headsOf(open)).toEqual([])
    expect(open.current().sealed).toBe(1)
    expect(open.current().draftOf(slot)).toMatchObject({ raw: { words: 'He was' } })
    expect(await device.keptDrafts()).toMatchObject([{ raw: { words: 'He was' } }])
  })

  it('says so where everything of others was erased, too', async () => {
    const device = await aColleaguesAnswer()
    await device.store.sync.beginEpoch('ep-1')
    const receipts = [{ id: 'theirs', at: `${TODAY}T09:00:00.000Z`, seq: 1, voucher: null }]
    const page = {
      assessment: 'a1',
      by: 'membership' as const,
      cursor: 'c',
      readThrough: 1,
      durableThrough: 0,
      receipts,
    }
    ok(await device.store.sync.keepPage('ep-1', page))
    const open = await device.open()
    await device.look(31 * DAY)
    expect(ok(await device.store.counts()).counts.entries).toBe(0)
    expect([headsOf(open), open.current().sealed]).toEqual([[], 1])
    const again = await device.open()
    expect([again.current().sealed, (await again.current().save(saying(TEA))).ok]).toEqual([1, true])
  })

  it('goes on in the contact that was recorded in last, where no contact is open to reading', async () => {
    const device = await aColleaguesAnswer()
    const begun = { id: 'begun', slot: { question: CONTACT_SLOT, subject: 'c9' }, kind: 'contact' }
    await device.receive({ ...begun, contact: 'c9', value: { startedOn: TODAY } })
    await device.look(73 * HOUR)
    expect((await device.open()).current().view.contact).toBe('-')
    ok(await device.store.sync.keepContact(NOON))
    await device.look(0)
    await (await device.open()).current().save(saying(TEA))
    await device.look(73 * HOUR)
    const open = await device.open()
    expect([open.current().view.contact, open.current().sealed]).toEqual(['c9', 2])
    expect(open.current().withPrivate).toBe(false)
  })

  it('is not signed off', async () => {
    const device = await aColleaguesAnswer()
    const open = await device.open()
    await device.look(73 * HOUR)
    expect(await signOff(open.current())).toBe(false)
    expect(await device.kept()).toEqual([])
    ok(await device.store.sync.keepContact(device.clock.now))
    await device.look(73 * HOUR)
    expect(await signOff(open.current())).toBe(true)
  })

  it('opens no private question on a yes of a contact whose day is closed', async () => {
    const device = await aColleaguesAnswer()
    const begun = { id: 'begun', slot: { question: CONTACT_SLOT, subject: 'c9' }, kind: 'contact' }
    await device.receive({ ...begun, contact: 'c9', value: { startedOn: TODAY } })
    const open = await device.open()
    expect(open.current().view.contact).toBe('c9')
    await open.current().save(saying({ safe: 'yes' }, [], { question: 'START-04', subject: 'c9' }))
    expect(open.current().withPrivate).toBe(true)
    await device.look(73 * HOUR)
    expect(open.current().withPrivate).toBe(false)
    open.showPrivate(true)
    expect(open.current().withPrivate).toBe(true)
  })
})
