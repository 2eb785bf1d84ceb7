import { describe, expect, it } from 'vitest'
import { CONTACT_SLOT } from '../../src/domain/entry-kinds.ts'
import type { StorageFailure } from '../../src/storage/record-port.ts'
import { TODAY } from '../builders/an-assessment.ts'
import { ok } from '../storage/storage-builders.ts'
import { aDevice, saying, settled, slot } from './an-open-assessment.ts'

const TEA = { choice: 'tea' }
const contactEntry = (id: string, startedOn: string) => ({
  id: `begun-${id}`,
  kind: 'contact',
  slot: { question: CONTACT_SLOT, subject: id },
  contact: id,
  value: { startedOn },
})

describe('beginning a contact', () => {
  it('makes it the one that later answers belong to', async () => {
    const device = await aDevice()
    const open = await device.open()
    expect(open.current().view.contact).toBe('-')
    const begun = ok(await open.beginContact())
    await open.current().save(saying(TEA))
    expect(begun.entry).toMatchObject({ ...contactEntry('id-1', TODAY), id: 'id-2' })
    expect((await device.kept()).map((e) => [e.kind, e.contact])).toEqual([
      ['contact', 'id-1'],
      ['answer', 'id-1'],
    ])
    expect(open.current().view.contacts).toEqual([{ id: 'id-1', value: { startedOn: TODAY }, entry: begun.entry }])
  })

  it('leaves the contact before it open when it cannot be saved', async () => {
    let reason: StorageFailure | undefined
    const device = await aDevice({ onWrite: () => reason })
    const open = await device.open()
    await open.beginContact()
    reason = 'quota'
    expect(await open.beginContact()).toEqual({ ok: false, reason: 'quota' })
    expect(open.current().view.contact).toBe('id-1')
    reason = undefined
    await open.current().save(saying(TEA))
    expect((await device.kept()).map((e) => e.contact)).toEqual(['id-1', 'id-1'])
  })

  it('does not take with it an answer that was given before', async () => {
    const device = await aDevice()
    const open = await device.open()
    await open.beginContact()
    const answer = open.current().save(saying(TEA))
    const next = open.beginContact()
    await Promise.all([answer, next])
    expect((await device.kept()).map((e) => [e.kind, e.contact])).toEqual([
      ['contact', 'id-1'],
      ['answer', 'id-1'],
      ['contact', 'id-3'],
    ])
  })
})

describe('the contact that is open when the assessment is opened again', () => {
  it('is the one begun last on this device, also on one day', async () => {
    const device = await aDevice()
    let ids = 9
    const open = await device.open({ newId: () => `id-${ids--}` })
    await open.beginContact()
    await open.beginContact()
    const last = open.current().view.contact
    expect((await device.open()).current().view.contact).toBe(last)
    expect(last).toBe('id-7')
  })

  it('is so even when the clock of this device was far ahead before', async () => {
    const device = await aDevice()
    await (await device.open({ today: () => '2099-01-01' })).beginContact()
    const open = await device.open()
    await open.beginContact()
    expect((await device.open()).current().view.contact).toBe(open.current().view.contact)
  })

  it('is our own and not a colleague’s later one', async () => {
    const device = await aDevice()
    const open = await device.open()
    await open.beginContact()
    await device.receive(contactEntry('theirs', '2026-04-01'))
    expect((await device.open()).current().view.contact).toBe('id-1')
  })

  it('is the last that anybody began where this device began none, and none before the first', async () => {
    const device = await aDevice()
    await device.receive(contactEntry('early', '2026-01-01'))
    await device.receive({ ...contactEntry('broken', ''), value: null })
    await device.receive(contactEntry('theirs', '2026-02-01'))
    expect((await device.open()).current().view.contact).toBe('theirs')
    expect((await (await aDevice()).open()).current().view.contact).toBe('-')
  })
})

describe('private questions', () => {
  const safe = (contact: string) => saying({ safe: 'yes' }, [], { question: 'START-04', subject: contact })

  it('are hidden until somebody says that it is safe, or asks to see them', async () => {
    const open = await (await aDevice()).open()
    await open.beginContact()
    expect(open.current().withPrivate).toBe(false)
    open.showPrivate(true)
    expect(open.current().withPrivate).toBe(true)
    open.showPrivate(false)
    expect(open.current().withPrivate).toBe(false)
    await open.current().save(safe('id-1'))
    expect(open.current().withPrivate).toBe(true)
  })

  it('are hidden again when the assessment is opened again', async () => {
    const device = await aDevice()
    ;(await device.open()).showPrivate(true)
    expect((await device.open()).current().withPrivate).toBe(false)
  })

  it('are hidden again at the next contact, whoever asked to see them at the one before', async () => {
    const open = await (await aDevice()).open()
    await open.beginContact()
    open.showPrivate(true)
    await open.current().save(safe('id-1'))
    await open.beginContact()
    expect(open.current().withPrivate).toBe(false)
  })
})

it('remembers the last place', async () => {
  const device = await aDevice()
  const open = await device.open()
  expect(open.lastPlace).toBeNull()
  await open.putPlace({ step: 'TOY', path: '/a/a1/TOY', field: 'q' })
  expect((await device.open()).lastPlace).toEqual({ step: 'TOY', path: '/a/a1/TOY', field: 'q' })
})

it('remembers the safety prompts that the practitioner carried on from, wherever they go then', async () => {
  const device = await aDevice()
  const open = await device.open()
  open.setPassed(['SP-05|-|0'])
  await open.putPlace({ step: 'TOY', path: '/a/a1/TOY' })
  const again = await device.open()
  expect(again.lastPlace?.passed).toEqual(['SP-05|-|0'])
  await again.putPlace({ step: 'tasks', path: '/a/a1' })
  expect((await device.open()).lastPlace?.passed).toEqual(['SP-05|-|0'])
})

it('remembers how the page knows, and says so once', async () => {
  const open = await (await aDevice()).open()
  let told = 0
  open.subscribe(() => told++)
  const basis = { how: 'seen' as const }
  open.current().setPageBasis(basis)
  open.current().setPageBasis(basis)
  await settled()
  expect([open.current().pageBasis, told, open.current().saveState(slot)]).toEqual([basis, 1, 'idle'])
})
