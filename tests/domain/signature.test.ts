import { describe, expect, it } from 'vitest'
import type { Entry } from '../../src/domain/entry.ts'
import { recordOf } from '../../src/domain/record.ts'
import { signaturesOf, signedText } from '../../src/domain/signature.ts'
import { anAssessment, BO } from '../builders/an-assessment.ts'
import { seeded, shuffled } from '../builders/seeded.ts'

const written = () =>
  anAssessment()
    .answering('TOY-01', { choice: 'tea', words: 'Dún na nGall' })
    .answering('TOY-01', { choice: 'milk' }, { by: BO, seen: [] })
    .recording('hologram', 'TOY-02', { b: 1, a: [2] })
const signed = (fingerprint: string) => ({ fingerprint, blanks: 3 })

describe('the text that a sign-off stands by', () => {
  it.each([1, 2, 3, 4])('does not depend on order or doubles (seed %i)', (seed) => {
    const entries = written().entries()
    const mixed = shuffled([...entries, ...structuredClone(entries)], seeded(seed))
    expect(signedText(recordOf(mixed))).toBe(signedText(recordOf(entries)))
  })

  it('does not depend on the order of the fields', () => {
    const turned = written()
      .entries()
      .map((e) => Object.fromEntries(Object.entries(e).reverse()) as unknown as Entry)
    expect(signedText(recordOf(turned))).toBe(signedText(written().record()))
  })

  it('is another when anything was recorded, even what cannot be shown', () => {
    const before = signedText(written().record())
    expect(signedText(written().responding('RULE-1', 'Looked at').record())).not.toBe(before)
    expect(signedText(written().recording('hologram', 'TOY-03', 1).record())).not.toBe(before)
  })

  it('is the same after a sign-off', () => {
    const after = written().recording('sign-off', 'SIGN-OFF', signed('abc'))
    expect(signedText(after.record())).toBe(signedText(written().record()))
  })
})

describe('a sign-off', () => {
  it('stands while nothing else was recorded, and is stale after', () => {
    const made = written()
      .recording('sign-off', 'SIGN-OFF', signed('old'), { at: '2026-03-01T09:00:00.000Z' })
      .recording('sign-off', 'SIGN-OFF', signed('new'), { at: '2026-03-02T09:00:00.000Z', by: BO })
    const [first, second] = made.entries().slice(-2)
    expect(signaturesOf(made.record(), 'new')).toEqual([
      { entry: first, value: signed('old'), stands: false },
      { entry: second, value: signed('new'), stands: true },
    ])
  })

  it('that cannot be read never stands and hides no other', () => {
    const made = written().recording('sign-off', 'SIGN-OFF', null).recording('sign-off', 'SIGN-OFF', signed('new'))
    expect(signaturesOf(made.record(), 'new').map((s) => [s.entry.id, s.stands])).toEqual([['e5', true]])
  })
})
