import { entryHash } from './entry-hash.ts'
import { nextStep } from './faults.ts'
import { afterAnswer, afterFault, type OutboxState } from './outbox-state.ts'
import type { PushResponse } from './protocol.ts'
import { halvesOf, inBatches } from './push-batches.ts'
import { enterEpoch, type Round, type Stop } from './round.ts'
import type { FollowedAssessment, SettledState, Unsent } from './sync-store.ts'

/** Sends what waits, lowest number first. `wish`: `due` leaves out what is held back for some time yet. */
export async function pushPhase(round: Round, wish: 'due' | 'all'): Promise<Stop | null> {
  const { store } = round.ports
  const unsent = await store.unsent()
  if (!unsent.ok) return { stop: 'store', why: unsent.reason }
  const memory = await store.memory()
  if (!memory.ok) return { stop: 'store', why: memory.reason }
  const isRead = ({ cursor, standing }: FollowedAssessment) => cursor !== null && standing !== 'hidden'
  const read = new Set(memory.assessments.flatMap((each) => (isRead(each) ? [each.assessment] : [])))
  // Of colleagues only what is still lacking once the server has been read, by a member: it has most of it by itself.
  const mayGo = (entry: Unsent) => entry.own || read.has(entry.assessment)
  const due = unsent.entries.filter((entry) => mayGo(entry) && (wish === 'all' || round.held.isDue(entry)))
  for (const batch of inBatches(due)) {
    const stop = await sendBatch(round, batch)
    if (stop) return stop
  }
  return null
}

async function sendBatch(round: Round, wanted: readonly Unsent[]): Promise<Stop | null> {
  const { store, transport } = round.ports
  const handed = await store.markHandedOver(wanted.map(({ id }) => id))
  if (!handed.ok) return { stop: 'store', why: handed.reason }
  const mayGo = new Set(handed.ids)
  const batch = wanted.filter(({ id }) => mayGo.has(id))
  if (batch.length === 0) return null
  const begin = await begunHere(round, batch)
  if (!begin.ok) return { stop: 'store', why: begin.reason }
  tell(round, batch, { is: 'sending' })
  const reply = await transport.push({
    begin: begin.ids,
    entries: batch.map(({ text }) => text),
    ...(batch.some(({ voucher }) => voucher !== null) && { vouchers: batch.map(({ voucher }) => voucher) }),
  })
  const attempt = { failures: round.failures, size: batch.length, chance: round.ports.chance() }
  const step = nextStep(reply.answer, attempt)
  if (step.do === 'apply') {
    round.failures = 0
    return reply.body ? applyAnswer(round, batch, reply.body) : { stop: 'retry', why: 'not-understood', afterMs: 1000 }
  }
  const state = afterFault(step)
  tell(round, batch, state)
  switch (step.do) {
    case 'split':
      return sendHalves(round, batch)
    case 'hold-back':
      for (const entry of batch) round.held.hold(entry, state, step.afterMs)
      return settle(
        round,
        batch.map((entry) => ({ entry, state })),
      )
    case 'sign-in':
      return { stop: 'signed-out' }
    case 'pull-first':
      round.failures++
      return { stop: 'retry', why: 'pull-first', afterMs: step.afterMs }
    case 'retry':
      round.failures++
      return { stop: 'retry', why: step.why, afterMs: step.afterMs }
  }
}

async function sendHalves(round: Round, batch: readonly Unsent[]): Promise<Stop | null> {
  const [first, second] = halvesOf(batch)
  return (await sendBatch(round, first)) ?? sendBatch(round, second)
}

/** Named with each push until the server has shown a page of it: naming one that is there changes nothing. */
async function begunHere(round: Round, batch: readonly Unsent[]) {
  const memory = await round.ports.store.memory()
  if (!memory.ok) return memory
  const known = new Map(memory.assessments.map((each) => [each.assessment, each]))
  const ids = [...new Set(batch.map(({ assessment }) => assessment))].filter((id) => {
    const followed = known.get(id)
    return !followed || (followed.began && followed.standing === 'unconfirmed')
  })
  return { ok: true as const, ids }
}

async function applyAnswer(round: Round, batch: readonly Unsent[], response: PushResponse): Promise<Stop | null> {
  if (response.epoch !== round.epoch) {
    const stop = await enterEpoch(round, response.epoch)
    if (stop) return stop
  }
  const sent = await Promise.all(batch.map(async ({ id, text }) => ({ id, hash: await entryHash(text) })))
  const states = afterAnswer(sent, response)
  const answered = batch.flatMap((entry, n) => {
    const state = states[n]
    return state ? [{ entry, state }] : []
  })
  const stop = await settle(round, answered)
  if (stop) return stop
  for (const { entry, state } of answered) {
    round.held.hold(entry, state)
    tell(round, [entry], state)
  }
  const received = answered.filter(({ state }) => state.is === 'received')
  for (const assessment of new Set(received.map(({ entry }) => entry.assessment))) round.held.stirred(assessment)
  if (received.length > 0) round.progress = true
  return null
}

async function settle(round: Round, answered: readonly { entry: Unsent; state: OutboxState }[]): Promise<Stop | null> {
  const settled = answered.flatMap(({ entry: { id }, state }): { id: string; state: SettledState }[] =>
    state.is === 'received' || state.is === 'held-back' ? [{ id, state }] : [],
  )
  if (settled.length === 0) return null
  const kept = await round.ports.store.settle(round.epoch, settled)
  if (kept.ok) return null
  return kept.reason === 'overtaken' ? { stop: 'overtaken' } : { stop: 'store', why: kept.reason }
}

const tell = (round: Round, batch: readonly Unsent[], state: OutboxState): void =>
  round.events.stateOf(
    batch.map(({ id }) => id),
    state,
  )
