import { describe, expect, test } from 'vitest'
import type { Author, Entry } from '../../../src/domain/entry.ts'
import { recordOf } from '../../../src/domain/record.ts'
import { openSqliteInMemory } from '../../../src/server/records/sqlite-database.ts'
import { sqliteKeeping } from '../../../src/server/records/sqlite-keeping.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { entryText } from '../../../src/sync/entry-hash.ts'
import { afterAnswer, isNotReceived } from '../../../src/sync/outbox-state.ts'
import { seeded, shuffled } from '../../builders/seeded.ts'
import { anEntry } from '../../storage/storage-builders.ts'
import { answerOf, hashOf, parts } from './records-builders.ts'

const HISTORIES = Number(process.env.LINNET_HISTORIES ?? 100)

/** A device in the simplest form: what it holds, what of its own was not received, and how far it has pulled. */
interface Device {
  author: Author
  held: Map<string, string>
  outbox: Set<string>
  cursor: string | null
  made: number
}

describe('what several people record of one family', () => {
  test(`is with every member, whole and unaltered, after ${HISTORIES} histories of delay, loss, repetition and disorder`, async () => {
    const wrong: string[] = []
    for (let seed = 1; seed <= HISTORIES; seed++)
      wrong.push(...(await history(seed)).map((what) => `seed ${seed}: ${what}`))
    expect(wrong).toEqual([])
  }, 120_000)
})

/** One history, and what was wrong in the end. */
async function history(seed: number): Promise<string[]> {
  const chance = seeded(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(chance() * items.length)] as T
  const opened = openSqliteInMemory()
  const made = parts()
  const store = sqliteRecordStore(opened, made)
  const keeping = sqliteKeeping(opened.db, made)
  const devices: Device[] = Array.from({ length: 2 + Math.floor(chance() * 4) }, (_, n) => ({
    author: { id: `u${n}`, name: `User ${n}`, role: 'worker', agency: `Agency ${n % 2}` },
    held: new Map(),
    outbox: new Set(),
    cursor: null,
    made: 0,
  }))
  const session = ({ author }: Device) => ({ user: author.id, device: `d-${author.id}`, authors: [author] })
  await store.push(session(devices[0] as Device), { begin: ['a1'], entries: [] })
  for (const { author } of devices) await keeping.admit('a1', author.id)
  const recorded = new Map<string, string>()
  const acknowledged = new Map<string, string>()
  const wrong: string[] = []

  const record = (device: Device) => {
    const slot = { question: `TOY-0${1 + Math.floor(chance() * 3)}`, subject: '-' }
    const entries = [...device.held.values()].map((text) => JSON.parse(text) as Entry)
    const heads = recordOf(entries).heads(slot)
    const id = `${device.author.id}-${++device.made}`
    const unknown = chance() < 0.1
    const text = entryText({
      ...anEntry({ id, slot, author: device.author, device: `d-${device.author.id}`, deviceSeq: device.made }),
      kind: unknown ? 'hologram' : 'answer',
      value: unknown ? { later: [null, { '\u0000': chance() }] } : { parts: { choice: pick(['tea', 'milk']) } },
      supersedes: unknown ? [] : heads.filter(() => chance() < 0.9).map((head) => head.id),
    })
    device.held.set(id, text)
    device.outbox.add(id)
    recorded.set(id, text)
  }
  const send = async (device: Device, harm: number) => {
    const ids = shuffled([...device.outbox], chance).slice(0, 1 + Math.floor(chance() * 8))
    if (chance() < harm) ids.push(...ids.slice(0, 2))
    const texts = ids.map((id) => device.held.get(id) ?? '')
    if (chance() < harm) return
    const response = answerOf(await store.push(session(device), { begin: [], entries: texts }))
    if (chance() < harm) return
    const sent = ids.map((id, n) => ({ id, hash: hashOf(texts[n] ?? '') }))
    afterAnswer(sent, response).forEach((state, n) => {
      const id = ids[n] ?? ''
      if (isNotReceived(state)) return
      device.outbox.delete(id)
      acknowledged.set(id, texts[n] ?? '')
    })
  }
  const pull = async (device: Device, harm: number) => {
    const limit = 1 + Math.floor(chance() * 5)
    const page = answerOf(await store.pull(session(device), { assessment: 'a1', after: device.cursor, limit }))
    if (page.result === 'restart') {
      device.cursor = null
      for (const [id, text] of device.held)
        if ((JSON.parse(text) as Entry).author.id === device.author.id) device.outbox.add(id)
    }
    if (page.result !== 'page' || chance() < harm) return page.result !== 'page'
    for (const { text } of shuffled(page.entries, chance)) {
      const { id } = JSON.parse(text) as Entry
      if ((device.held.get(id) ?? text) !== text) wrong.push(`${id} was altered`)
      device.held.set(id, text)
    }
    // A crash here: what was saved is pulled again.
    if (chance() >= harm) device.cursor = page.cursor
    return page.more
  }

  for (let step = 20 + Math.floor(chance() * 100); step > 0; step--) {
    const device = pick(devices)
    const what = chance()
    if (what < 0.4) record(device)
    else if (what < 0.7) await send(device, 0.3)
    else if (what < 0.98) await pull(device, 0.3)
    else await keeping.beginNewEpoch()
  }
  // All is healed: everything must finish.
  const pullToTheEnd = async () => {
    for (const device of devices) for (let page = 0; page < 1000 && (await pull(device, 0)); page++);
  }
  await pullToTheEnd()
  for (let round = 0; round < 200 && devices.some((device) => device.outbox.size > 0); round++) {
    for (const device of devices) if (device.outbox.size > 0) await send(device, 0)
  }
  await pullToTheEnd()
  for (const device of devices) {
    if (device.outbox.size > 0) wrong.push(`${device.author.id} has ${device.outbox.size} not received`)
    for (const [id, text] of acknowledged) if (device.held.get(id) !== text) wrong.push(`${id} is lost or altered`)
    for (const id of device.held.keys()) if (!recorded.has(id)) wrong.push(`${id} was invented`)
    if (device.held.size !== recorded.size)
      wrong.push(`${device.author.id} holds ${device.held.size} of ${recorded.size}`)
  }
  const shown = devices.map((device) => {
    const all = shuffled([...device.held.values()], chance).map((text) => JSON.parse(text) as Entry)
    const record = recordOf([...all, ...all.slice(0, 3)])
    return JSON.stringify(['TOY-01', 'TOY-02', 'TOY-03'].map((question) => record.heads({ question, subject: '-' })))
  })
  if (new Set(shown).size !== 1) wrong.push('people see different answers')
  opened.close()
  return wrong
}
