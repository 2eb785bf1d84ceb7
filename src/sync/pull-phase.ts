import { entryHash } from './entry-hash.ts'
import { nextStep } from './faults.ts'
import { isGlassOpen } from './glass.ts'
import type { PulledEntry, PullResponse } from './protocol.ts'
import { enterEpoch, noteContact, type Round, type Stop, stopOf } from './round.ts'
import type { FollowedAssessment } from './sync-store.ts'
import { readEntryText } from './wire-entry.ts'

/** Pulls every assessment of this person's that has moved. `all`: also those that have not, for what else is told of them. */
export async function pullPhase(round: Round, wish: 'due' | 'all'): Promise<Stop | null> {
  const { store, transport, chance } = round.ports
  const memory = await store.memory()
  if (!memory.ok) return { stop: 'store', why: memory.reason }
  const reply = await transport.mine()
  const step = nextStep(reply.answer, { failures: round.failures, size: 1, chance: chance() })
  if (step.do !== 'apply' || !reply.body) return fault(round, step)
  round.failures = 0
  const { epoch, assessments } = reply.body
  if (epoch !== round.epoch) {
    const stop = await enterEpoch(round, epoch)
    if (stop) return stop
  }
  const heads = new Map(assessments.map(({ assessment, head }) => [assessment, head]))
  const known = new Set(memory.assessments.map(({ assessment }) => assessment))
  for (const assessment of heads.keys()) {
    if (known.has(assessment)) continue
    const kept = await store.follow(assessment, false)
    if (!kept.ok) return { stop: 'store', why: kept.reason }
  }
  const followed = await store.memory()
  if (!followed.ok) return { stop: 'store', why: followed.reason }
  const now = round.ports.now()
  const wanted = followed.assessments.flatMap((each): Wanted[] => {
    const head = heads.get(each.assessment)
    if (head === undefined && isGlassOpen(each, now)) return [{ each, by: 'glass' }]
    if (!isWanted(each, head, wish)) return []
    return [{ each, by: head === undefined ? 'nothing' : 'membership' }]
  })
  round.readsByGlass ||= wanted.some(({ by }) => by === 'glass')
  // A contact opens what was sealed: first what is no longer this person's is hidden.
  const [gone, read] = [true, false].map((is) => wanted.filter(({ by }) => (by === 'nothing') === is))
  const stop = (await pullEach(round, gone)) ?? (await noteContact(round, reply.body, memory))
  return stop ?? pullEach(round, read)
}

interface Wanted {
  each: FollowedAssessment
  by: ReadBy
}

async function pullEach(round: Round, wanted: readonly Wanted[] = []): Promise<Stop | null> {
  for (const { each, by } of wanted) {
    const stop = await pullAssessment(round, each, by)
    if (stop) return stop
  }
  return null
}

/** The time of a broken glass is over by this device's clock, with or without a server that could say so. */
export async function endGlasses(round: Round): Promise<Stop | null> {
  const { store, now } = round.ports
  const memory = await store.memory()
  if (!memory.ok) return { stop: 'store', why: memory.reason }
  for (const each of memory.assessments) {
    if (each.glassUntil === null || isGlassOpen(each, now())) continue
    const hidden = await store.hide(each.assessment, each.glassUntil)
    if (!hidden.ok) return { stop: 'store', why: hidden.reason }
  }
  return null
}

/**
 * One that is no longer among this person's is asked for once more, so that the server itself says so; also one of which a
 * page has come and was not kept to its end. What began here waits for its beginning to arrive.
 */
function isWanted(
  { began, standing, cursor, readThrough }: FollowedAssessment,
  head: number | undefined,
  wish: string,
): boolean {
  if (head === undefined) return standing === 'member' || (standing === 'unconfirmed' && !began)
  return wish === 'all' || standing !== 'member' || cursor === null || head !== readThrough
}

/**
 * What lets this person read it: the list names it; or a glass was broken here; or, as far as this device knows, nothing: then
 * a page comes for a glass that was broken elsewhere, and is none of this device's.
 */
type ReadBy = 'membership' | 'glass' | 'nothing'

async function pullAssessment(round: Round, followed: FollowedAssessment, by: ReadBy): Promise<Stop | null> {
  const { transport, chance } = round.ports
  const { assessment } = followed
  let reader: Reader = { ...followed, whole: true }
  for (;;) {
    const reply = await transport.pull({ assessment, after: reader.cursor })
    const step = nextStep(reply.answer, { failures: round.failures, size: 1, chance: chance() })
    if (step.do !== 'apply' || !reply.body) return fault(round, step)
    round.failures = 0
    const { body } = reply
    if (body.result === 'unknown-assessment' || (body.result === 'page' && by === 'nothing')) {
      return hide(round, followed)
    }
    if (body.result === 'restart' || body.epoch !== round.epoch) {
      return (await enterEpoch(round, body.epoch)) ?? { stop: 'overtaken' }
    }
    const next = await keep(round, reader, body, by === 'glass' ? 'glass' : 'membership')
    if ('stop' in next) return next
    if (!body.more || body.entries.length === 0) return null
    reader = next
  }
}

/**
 * Only when the list of now, of the epoch that is known, does not name it either: that answer says nothing of its epoch, and
 * may be of a server that was restored a moment ago and is still to hear of the record.
 */
async function hide(round: Round, { assessment, glassUntil }: FollowedAssessment): Promise<Stop | null> {
  const { store, transport, chance } = round.ports
  const reply = await transport.mine()
  const step = nextStep(reply.answer, { failures: round.failures, size: 1, chance: chance() })
  if (step.do !== 'apply' || !reply.body) return fault(round, step)
  if (reply.body.epoch !== round.epoch) return (await enterEpoch(round, reply.body.epoch)) ?? { stop: 'overtaken' }
  if (reply.body.assessments.some((each) => each.assessment === assessment)) return null
  const hidden = await store.hide(assessment, glassUntil)
  return hidden.ok ? null : { stop: 'store', why: hidden.reason }
}

/** `whole`: everything so far was taken in, so that the cursor may be kept. What follows is taken in all the same. */
interface Reader extends FollowedAssessment {
  whole: boolean
}

async function keep(
  round: Round,
  reader: Reader,
  page: Extract<PullResponse, { result: 'page' }>,
  by: 'membership' | 'glass',
): Promise<Reader | Stop> {
  const { assessment } = reader
  const { good, damaged } = await checked(assessment, page.entries)
  const taken = await takeIn(round, good)
  if ('stop' in taken) return taken
  const gap = page.entries.some(({ seq }, n) => seq !== reader.readThrough + n + 1)
  if (damaged > 0) round.events.problem(assessment, 'damaged')
  if (taken.conflicts.size > 0) round.events.problem(assessment, 'conflict')
  if (gap) round.events.problem(assessment, 'gap')
  const whole = reader.whole && damaged === 0 && taken.conflicts.size === 0 && !gap
  const readThrough = page.entries.at(-1)?.seq ?? reader.readThrough
  const { durableThrough } = page
  const receipts = good
    .filter(({ id }) => !taken.conflicts.has(id))
    .map(({ id, seq, receivedAt, voucher }) => ({ id, seq, at: receivedAt, voucher: voucher ?? null }))
  const kept = await round.ports.store.keepPage(round.epoch, {
    assessment,
    by,
    cursor: whole ? page.cursor : null,
    readThrough,
    durableThrough,
    receipts,
    erasedTimes: reader.erased?.times ?? 0,
  })
  if (!kept.ok) return kept.reason === 'overtaken' ? { stop: 'overtaken' } : { stop: 'store', why: kept.reason }
  const isNew = by === 'membership' && reader.standing !== 'member'
  if (isNew && reader.standing === 'hidden') round.held.admitted(assessment)
  // What is here already may be new to the server: after a restore it may be what others wait for.
  if (receipts.length > 0) round.held.stirred(assessment)
  if (receipts.length > 0 || isNew) round.progress = true
  if (taken.added.length > 0) round.events.arrived(assessment, taken.added)
  for (const { id, at, seq } of receipts) round.events.stateOf([id], { is: 'received', at, seq })
  return { ...reader, standing: isNew ? 'member' : reader.standing, cursor: page.cursor, readThrough, whole }
}

type Checked = PulledEntry & { id: string }

/** Only what is the very text that the server hashed, and is an entry of this assessment. */
async function checked(
  assessment: string,
  entries: readonly PulledEntry[],
): Promise<{ good: Checked[]; damaged: number }> {
  const good: Checked[] = []
  for (const entry of entries) {
    const read = readEntryText(entry.text)
    const fits = read.ok && read.envelope.assessment === assessment && (await entryHash(entry.text)) === entry.hash
    if (fits) good.push({ ...entry, id: read.envelope.id })
  }
  return { good, damaged: entries.length - good.length }
}

async function takeIn(
  round: Round,
  entries: readonly Checked[],
): Promise<{ added: string[]; conflicts: Set<string> } | Stop> {
  const { store } = round.ports
  const conflicts = new Set<string>()
  for (;;) {
    const rest = entries.filter(({ id }) => !conflicts.has(id))
    const result = await store.takeIn(
      rest.map(({ text }) => text),
      rest.map(({ voucher }) => voucher ?? null),
    )
    if (result.ok) return { added: result.added, conflicts }
    if (result.reason !== 'conflict') return { stop: 'store', why: result.reason }
    for (const id of result.ids) conflicts.add(id)
  }
}

function fault(round: Round, step: ReturnType<typeof nextStep>): Stop {
  if (step.do === 'apply') return { stop: 'retry', why: 'not-understood', afterMs: 1000 }
  if (step.do !== 'sign-in') round.failures++
  return stopOf(step)
}
