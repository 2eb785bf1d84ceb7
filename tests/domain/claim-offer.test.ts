import { describe, expect, it } from 'vitest'
import { claimOffers } from '../../src/domain/claim-offer.ts'
import { readOrigin } from '../../src/domain/claim-origin.ts'
import type { ClaimRaiser, GuidancePack } from '../../src/domain/question.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { type AnAssessment, anAssessment, BO, TODAY } from '../builders/an-assessment.ts'
import { aCollection, aPack, aQuestion, aStep } from '../builders/toy-guidance.ts'

const raiser = (over: Partial<ClaimRaiser> = {}): ClaimRaiser => ({
  question: 'TOY-01',
  part: 'choice',
  is: ['tea'],
  topic: 'K-USE',
  polarity: 'says-yes',
  says: 'tea is taken',
  ...over,
})
const number = { id: 'days', kind: 'number', min: 0, max: 28 } as const
const pack = (...claimRaisers: ClaimRaiser[]): GuidancePack => ({
  ...aPack(
    aStep(
      'TOY',
      aQuestion('TOY-01', { basis: 'ask' }),
      aQuestion('TOY-02', { private: true }),
      aQuestion('TOY-03', { parts: [number] }),
      aQuestion('TOY-04', { per: 'child' }),
      aCollection('TRI-08', 'claim'),
      aCollection('START-05', 'child'),
    ),
  ),
  claimRaisers,
})
const made = (...raisers: ClaimRaiser[]) => anAssessment(pack(...raisers))
const offered = (a: AnAssessment) => claimOffers(a.view()).map((o) => o.origin)
describe('what answers claim', () => {
  it('is offered for the option that makes it, and for no other', () => {
    const drinks = (choice: string) => made(raiser()).answering('TOY-01', { choice })
    expect(offered(drinks('tea'))).toEqual(['TOY-01|-|choice|tea'])
    expect(offered(drinks('milk'))).toEqual([])
    expect(offered(made(raiser()))).toEqual([])
  })

  it('is offered from a number and from a blank that says there is none', () => {
    const days = made(raiser({ question: 'TOY-03', part: 'days', is: undefined } as never)).answering('TOY-03', {
      days: 5,
    })
    expect(offered(days)).toEqual(['TOY-03|-|days|5'])
    const none = {
      question: 'TOY-01',
      blank: 'asked-none',
      topic: 'K-PREV',
      polarity: 'says-no',
      says: 'none',
    } as const
    expect(offered(made(none).leavingBlank('TOY-01', 'asked-none'))).toEqual(['TOY-01|-||asked-none'])
    expect(offered(made(none).leavingBlank('TOY-01', 'not-asked'))).toEqual([])
  })

  it('is not offered again once it is written down, nor after it was taken out with a reason', () => {
    const written = made(raiser())
      .answering('TOY-01', { choice: 'tea' })
      .answering('TRI-08', { label: 'Says tea', 'raised-by': 'TOY-01|-|choice|tea' }, { of: 'one' })
    expect(offered(written)).toEqual([])
    expect(offered(written.retracting('TRI-08', 'Of no weight', { of: 'one' }))).toEqual([])
  })

  it('is offered anew when the answer comes to claim something else', () => {
    const changed = made(raiser({ is: ['tea', 'milk'] }))
      .answering('TOY-01', { choice: 'tea' })
      .answering('TRI-08', { 'raised-by': 'TOY-01|-|choice|tea' }, { of: 'one' })
      .answering('TOY-01', { choice: 'milk' })
    expect(offered(changed)).toEqual(['TOY-01|-|choice|milk'])
  })

  it('is all that people claimed where they differ', () => {
    const both = made(raiser({ is: ['tea', 'milk'] }))
      .answering('TOY-01', { choice: 'tea' })
      .answering('TOY-01', { choice: 'milk' }, { by: BO, seen: [] })
    expect(offered(both)).toEqual(['TOY-01|-|choice|tea', 'TOY-01|-|choice|milk'])
  })

  it('is never offered from a private answer, nor about somebody who is no longer in the assessment', () => {
    expect(offered(made(raiser({ question: 'TOY-02' })).answering('TOY-02', { choice: 'tea' }))).toEqual([])
    const child = made(raiser({ question: 'TOY-04' }))
      .answering('START-05', { label: 'Kim' }, { of: 'kim' })
      .answering('TOY-04', { choice: 'tea' }, { of: 'kim' })
    expect(offered(child)).toEqual(['TOY-04|kim|choice|tea'])
    expect(offered(child.retracting('START-05', 'Added by mistake', { of: 'kim' }))).toEqual([])
  })

  it('is what somebody said, not what was seen or is on record, unless the part is worded as what they say', () => {
    const known = (how: 'said' | 'record', ...raisers: ClaimRaiser[]) => {
      const a = made(...raisers).answering('TOY-01', { choice: 'tea' })
      const entries = a.entries().map((e) => ({ ...e, basis: { how } }))
      return claimOffers(viewOf(recordOf(entries), pack(...raisers), TODAY, 'c1')).map((o) => o.origin)
    }
    expect(known('said', raiser())).toEqual(['TOY-01|-|choice|tea'])
    expect(known('record', raiser())).toEqual([])
    expect(known('record', raiser({ asTold: true }))).toEqual(['TOY-01|-|choice|tea'])
  })

  it('names the slot that it came from', () => {
    expect(readOrigin('TOY-04|kim:tea|choice|tea')).toEqual({ question: 'TOY-04', subject: 'kim:tea' })
  })
})
