import { describe, expect, it } from 'vitest'
import type { Rule } from '../../src/domain/finding.ts'
import { BO, RUTH, TODAY } from '../builders/an-assessment.ts'
import { aPack, aQuestion, aStep, toyGuidance } from '../builders/toy-guidance.ts'
import { aDevice, headsOf, saying, settled, slot, storeWith } from './an-open-assessment.ts'

const TEA = { choice: 'tea' }
const MILK = { choice: 'milk' }

describe('saving an answer', () => {
  it('puts one whole entry on the disk and on the screen', async () => {
    const device = await aDevice()
    const open = await device.open()
    const entry = {
      id: 'id-1',
      assessment: 'a1',
      slot,
      contact: '-',
      kind: 'answer',
      value: { parts: TEA },
      basis: { how: 'said' },
      supersedes: ['seen-1'],
      author: RUTH,
      device: 'd1',
      deviceSeq: 1,
      guidancePack: 'toy/1',
      recordedAt: `${TODAY}T09:00:00.000Z`,
    }
    expect(await open.current().save(saying(TEA, ['seen-1']))).toEqual({ ok: true, entry })
    expect(await device.kept()).toEqual([entry])
    expect(open.current().view.record.entries).toEqual([entry])
    expect(open.current().saveState(slot)).toBe('saved')
  })

  it('goes one after the other, with numbers in the order of the hand', async () => {
    const device = await aDevice()
    const open = await device.open()
    const { save } = open.current()
    await Promise.all(['1', '2', '3', '4'].map((words) => save(saying({ words }))))
    expect((await device.kept()).map((e) => [e.deviceSeq, e.value])).toEqual(
      ['1', '2', '3', '4'].map((words, i) => [i + 1, { parts: { words } }]),
    )
  })

  it('puts several on the disk in one step: all of them, or none', async () => {
    const device = await aDevice()
    const steps: number[] = []
    let full = true
    const store = storeWith(device.store, {
      append: async (entries) => {
        steps.push(entries.length)
        return full ? { ok: false, reason: 'quota' } : device.store.append(entries)
      },
    })
    const open = await device.open({ store })
    const both = [saying(TEA), saying(MILK)]
    expect(await open.current().saveTogether(both)).toEqual({ ok: false, reason: 'quota' })
    expect(open.current().view.record.entries).toEqual([])
    full = false
    expect((await open.current().saveTogether(both)).ok).toBe(true)
    expect([steps, open.current().view.record.entries.length]).toEqual([[2, 2], 2])
  })

  it('begins no entry before the one ahead of it is on the disk', async () => {
    const device = await aDevice()
    const waiting: (() => void)[] = []
    const store = storeWith(device.store, {
      append: async (entries) => {
        await new Promise<void>((resolve) => waiting.push(resolve))
        return device.store.append(entries)
      },
    })
    const open = await device.open({ store })
    const both = Promise.all([open.current().save(saying(TEA)), open.current().save(saying(MILK))])
    let flushed = false
    const flush = open.flush().then(() => (flushed = true))
    await settled()
    expect([waiting.length, flushed]).toEqual([1, false])
    waiting[0]?.()
    await settled()
    expect([waiting.length, flushed]).toEqual([2, false])
    waiting[1]?.()
    await Promise.all([both, flush])
    expect((await device.kept()).map((e) => e.value)).toEqual([{ parts: TEA }, { parts: MILK }])
  })

  it('supersedes what was seen when the edit began, and not what came since', async () => {
    const device = await aDevice()
    const open = await device.open()
    const first = await open.current().save(saying(TEA))
    const seen = headsOf(open)
    await device.receive({ id: 'colleague', author: BO, supersedes: seen as string[] })
    await settled()
    expect(headsOf(open)).toEqual(['colleague'])
    await open.current().save(saying(MILK, seen))
    expect(first.ok && seen).toEqual(['id-1'])
    expect(headsOf(open)).toEqual(['colleague', 'id-2'])
  })

  it('tells the listeners at every change, until they end', async () => {
    const open = await (await aDevice()).open()
    const states: unknown[] = []
    const end = open.subscribe(() => states.push(open.current().saveState(slot)))
    await open.current().save(saying(TEA))
    end()
    await open.current().save(saying(MILK))
    expect([states[0], states.at(-1), states.filter((s) => s === 'saved').length]).toEqual(['saving', 'saved', 1])
  })
})

describe('a save that fails', () => {
  it.each(['quota', 'database-broken', 'locked'] as const)('says so and keeps the draft: %s', async (reason) => {
    let failing = false
    const device = await aDevice({ onWrite: () => (failing ? reason : undefined) })
    const open = await device.open()
    open.current().journal({ slot, raw: { words: 'Half a' }, seenHeads: ['seen-1'] })
    await open.flush()
    failing = true
    expect(await open.current().save(saying(TEA))).toEqual({ ok: false, reason })
    expect(open.current().saveState(slot)).toEqual({ failed: reason })
    expect(open.current().draftOf(slot)).toEqual({ slot, raw: { words: 'Half a' }, seenHeads: ['seen-1'] })
    expect(open.current().view.record.entries).toEqual([])
    failing = false
    expect(await device.keptDrafts()).toHaveLength(1)
    expect(await open.current().save(saying(TEA))).toMatchObject({ ok: true })
    expect(open.current().saveState(slot)).toBe('saved')
  })

  it('is not called saved when the entry did not get onto the disk after its number was given', async () => {
    const device = await aDevice()
    const store = storeWith(device.store, { append: async () => ({ ok: false, reason: 'read-back-differs', ids: [] }) })
    const open = await device.open({ store })
    expect(await open.current().save(saying(TEA))).toEqual({ ok: false, reason: 'read-back-differs' })
    expect(open.current().saveState(slot)).toEqual({ failed: 'read-back-differs' })
    expect(open.current().view.record.entries).toEqual([])
  })

  it.each(['nextDeviceSeq', 'append'] as const)('says so even when the store breaks in %s', async (method) => {
    const device = await aDevice()
    let broken = true
    const breaking = async (...args: never[]) => {
      if (broken) throw new Error('a fault in the store')
      return (device.store[method] as (...a: never[]) => unknown)(...args)
    }
    const open = await device.open({ store: storeWith(device.store, { [method]: breaking }) })
    expect(await open.current().save(saying(TEA))).toEqual({ ok: false, reason: 'unknown' })
    expect(open.current().saveState(slot)).toEqual({ failed: 'unknown' })
    broken = false
    expect(await open.current().save(saying(TEA))).toMatchObject({ ok: true })
  })
})

describe('what others recorded', () => {
  it('is shown when it arrives', async () => {
    const device = await aDevice()
    const open = await device.open()
    await device.receive({ id: 'colleague' })
    await settled()
    expect(headsOf(open)).toEqual(['colleague'])
  })

  it('is shown also after an entry of our own', async () => {
    const device = await aDevice()
    const open = await device.open()
    await open.current().save(saying(TEA))
    await settled()
    await device.receive({ id: 'colleague' })
    await settled()
    expect(headsOf(open)).toEqual(['colleague', 'id-1'])
  })

  it('never takes our own entry off the screen, however late the store was read', async () => {
    const device = await aDevice()
    const answers: (() => void)[] = []
    const store = storeWith(device.store, {
      load: async (id) => {
        const read = await device.store.load(id)
        if (opened) await new Promise<void>((resolve) => answers.push(resolve))
        return read
      },
    })
    let opened = false
    const open = await device.open({ store })
    opened = true
    await device.receive({ id: 'colleague' })
    await device.receive({ id: 'colleague-2', value: { parts: MILK } })
    await settled()
    await open.current().save(saying(TEA))
    while (answers.length > 0) {
      answers.shift()?.()
      await settled()
      expect(headsOf(open)).toContain('id-1')
    }
    expect(headsOf(open)).toEqual(['colleague', 'colleague-2', 'id-1'])
  })

  it('of another assessment changes nothing here', async () => {
    const device = await aDevice()
    const open = await device.open()
    const before = open.current()
    await device.receive({ id: 'other', assessment: 'a2' })
    await settled()
    expect(open.current()).toBe(before)
  })

  it('is no longer listened for once it is closed', async () => {
    const device = await aDevice()
    const open = await device.open()
    open.close()
    await device.receive({ id: 'colleague' })
    await settled()
    expect(headsOf(open)).toEqual([])
  })
})

describe('what cannot be shown', () => {
  it('is counted with what cannot be opened, and stays counted when something arrives', async () => {
    const device = await aDevice()
    const store = storeWith(device.store, {
      load: async (id) =>
        ({ ...(await device.store.load(id)), unreadable: [{ id: 'x', reason: 'malformed' }] }) as never,
      drafts: async () => ({ ok: true, drafts: [], unreadable: [{ id: 'y', reason: 'malformed' }] }),
    })
    const open = await device.open({ store })
    expect(open.current().unreadable).toBe(2)
    await device.receive({ id: 'colleague', value: { parts: TEA } })
    await settled()
    expect(open.current().unreadable).toBe(2)
    await device.receive({ id: 'later', kind: 'hologram' })
    await device.receive({ id: 'broken', value: 'Tea' })
    await settled()
    expect(open.current().unreadable).toBe(4)
  })

  it('includes answers to questions that the whole guidance does not have', async () => {
    const device = await aDevice()
    await device.receive({ id: 'later', slot: { question: 'LATER-01', subject: '-' }, value: { parts: TEA } })
    const opening = await device.open()
    expect(opening.current().unreadable).toBe(0)
    const whole = await device.open({ whole: Promise.resolve({ pack: aPack(...toyGuidance.steps), rules: [] }) })
    await settled()
    expect(whole.current().unreadable).toBe(1)
  })
})

describe('the guidance', () => {
  const pack = aPack(...toyGuidance.steps, aStep('MORE', aQuestion('MORE-01')))
  const rule: Rule = {
    id: 'R-1',
    family: 'contradiction',
    when: '',
    prompt: '',
    topics: [],
    requirements: [],
    check: (view) => view.answers('TOY-01').map((a) => ({ subject: a.subject, because: [] })),
  }

  it('can be worked with before all of it is there, and then raises what it must', async () => {
    let arrive = (_: { pack: typeof pack; rules: readonly Rule[] }) => {}
    const open = await (await aDevice()).open({ whole: new Promise((resolve) => (arrive = resolve)) })
    await open.current().save(saying(TEA))
    expect([open.current().guidance, open.current().findings]).toEqual(['opening', []])
    arrive({ pack, rules: [rule] })
    await settled()
    expect(open.current().guidance).toBe('whole')
    expect(open.current().raised).toEqual(new Set(['R-1']))
    expect(open.current().view.pack).toBe(pack)
  })

  it('that does not arrive is said to have failed, and answers are still saved', async () => {
    const device = await aDevice()
    const open = await device.open({ whole: Promise.reject(new Error('no network')) })
    await settled()
    expect(open.current().guidance).toBe('failed')
    await open.current().save(saying(TEA))
    expect(await device.kept()).toHaveLength(1)
  })
})

it('does not open on a store that does not', async () => {
  const device = await aDevice()
  device.store.close()
  await expect(device.open()).rejects.toThrow('locked')
})
