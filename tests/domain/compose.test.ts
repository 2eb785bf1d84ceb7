import { expect, it } from 'vitest'
import { answerTo, compose, type Recorder, retractOf } from '../../src/domain/compose.ts'
import { entrySchema } from '../../src/domain/entry.ts'
import { RUTH } from '../builders/an-assessment.ts'

const slot = { question: 'TOY-01', subject: 'kim' }
const recorder = (): Recorder => {
  let seq = 6
  return {
    assessment: 'a1',
    contact: 'c1',
    author: RUTH,
    device: 'd1',
    guidancePack: 'toy/1',
    newId: () => `id-${seq + 1}`,
    nextSeq: () => ++seq,
    now: () => '2026-03-02T09:00:00.000Z',
  }
}
const envelope = {
  assessment: 'a1',
  contact: 'c1',
  slot,
  author: RUTH,
  device: 'd1',
  guidancePack: 'toy/1',
  recordedAt: '2026-03-02T09:00:00.000Z',
}

it('makes an entry of an answer, superseding what was seen and nothing else', () => {
  const seen = ['e1', 'e2']
  const entry = compose(recorder(), answerTo(slot, { parts: { choice: 'tea' } }, seen, { how: 'said', by: 'ann' }))
  seen.push('e3')
  expect(entry).toEqual({
    ...envelope,
    id: 'id-7',
    kind: 'answer',
    value: { parts: { choice: 'tea' } },
    basis: { how: 'said', by: 'ann' },
    supersedes: ['e1', 'e2'],
    deviceSeq: 7,
  })
  expect(entrySchema.safeParse(entry).success).toBe(true)
})

it('makes an entry of a removal, without members that are not there', () => {
  const entry = compose(recorder(), retractOf(slot, 'Entered for the wrong child', ['e1']))
  expect(Object.keys(entry)).not.toContain('basis')
  expect(Object.keys(entry)).not.toContain('observedOn')
  expect(entry).toEqual({
    ...envelope,
    id: 'id-7',
    kind: 'retract',
    value: { why: 'Entered for the wrong child' },
    supersedes: ['e1'],
    deviceSeq: 7,
  })
})

it('keeps the day on which something was observed, and counts on', () => {
  const by = recorder()
  const content = { kind: 'note', slot, value: {}, seen: [], observedOn: '2026-02-28' }
  expect([compose(by, content), compose(by, content)].map((e) => [e.deviceSeq, e.observedOn])).toEqual([
    [7, '2026-02-28'],
    [8, '2026-02-28'],
  ])
})
