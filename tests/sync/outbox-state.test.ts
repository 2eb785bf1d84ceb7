import { describe, expect, test } from 'vitest'
import { afterAnswer, afterFault, afterNewEpoch, isNotReceived, type OutboxState } from '../../src/sync/outbox-state.ts'
import { type PushResult, pushResponseSchema } from '../../src/sync/protocol.ts'

const OURS = 'a'.repeat(64)
const THEIRS = 'b'.repeat(64)
const at = '2026-03-02T09:00:00.000Z'
const after = (result: PushResult): OutboxState | undefined => {
  const response = { epoch: 'ep', results: [result] }
  expect(pushResponseSchema.safeParse(response).success).toBe(true)
  return afterAnswer([{ id: 'e1', hash: OURS }], response)[0]
}

describe('an entry in the outbox', () => {
  test.each<[PushResult, OutboxState]>([
    [
      { result: 'stored', id: 'e1', seq: 7, hash: OURS, receivedAt: at },
      { is: 'received', at, seq: 7 },
    ],
    [
      { result: 'duplicate', id: 'e1', seq: 7, hash: OURS, receivedAt: at },
      { is: 'received', at, seq: 7 },
    ],
    [
      { result: 'stored', id: 'e1', seq: 7, hash: THEIRS, receivedAt: at },
      { is: 'held-back', why: 'hash-differs', again: 'person' },
    ],
    [
      { result: 'missing-parent', id: 'e1', missing: ['e0'] },
      { is: 'held-back', why: 'missing-parent', again: 'after-pull' },
    ],
    [
      { result: 'quarantined', id: 'e1', hash: OURS, why: 'device-revoked' },
      { is: 'held-back', why: 'quarantined-device-revoked', again: 'person' },
    ],
    [
      { result: 'quarantined', id: 'e1', hash: THEIRS, why: 'membership-ended' },
      { is: 'held-back', why: 'hash-differs', again: 'person' },
    ],
    [
      { result: 'unknown-assessment', id: 'e1' },
      { is: 'held-back', why: 'unknown-assessment', again: 'later' },
    ],
    [
      { result: 'conflict', id: 'e1' },
      { is: 'held-back', why: 'conflict', again: 'person' },
    ],
    [
      { result: 'invalid', id: null, why: 'not-json' },
      { is: 'held-back', why: 'not-json', again: 'person' },
    ],
    [
      { result: 'stored', id: 'e2', seq: 7, hash: OURS, receivedAt: at },
      { is: 'on-this-device', why: 'not-understood' },
    ],
  ])('after %o', (result, state) => {
    expect(after(result)).toEqual(state)
  })

  test('counts as not sent when the answer has fewer results than entries', () => {
    const batch = ['e1', 'e2'].map((id) => ({ id, hash: OURS }))
    const results: PushResult[] = [{ result: 'stored', id: 'e1', seq: 1, hash: OURS, receivedAt: at }]
    const notUnderstood = { is: 'on-this-device', why: 'not-understood' }
    expect(afterAnswer(batch, { epoch: 'ep', results })).toEqual([notUnderstood, notUnderstood])
  })

  test('is never received after a fault, nor after a restore', () => {
    const faults = [
      afterFault({ do: 'retry', why: 'half-answer', afterMs: 1 }),
      afterFault({ do: 'sign-in' }),
      afterFault({ do: 'pull-first', afterMs: 1 }),
      afterFault({ do: 'split' }),
      afterFault({ do: 'hold-back', why: 'not-allowed', afterMs: 1 }),
      afterNewEpoch(),
    ]
    expect(faults.every(isNotReceived)).toBe(true)
    expect(faults).toEqual([
      { is: 'on-this-device', why: 'half-answer' },
      { is: 'held-back', why: 'signed-out', again: 'sign-in' },
      { is: 'on-this-device', why: null },
      { is: 'on-this-device', why: null },
      { is: 'held-back', why: 'not-allowed', again: 'later' },
      { is: 'on-this-device', why: null },
    ])
  })
})
