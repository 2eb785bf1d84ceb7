import { describe, expect, it } from 'vitest'
import { packV1, TOPICS } from '../../src/guidance/whole.ts'
import { forbiddenWords } from './pack-lints.ts'

const raisers = packV1.claimRaisers ?? []
const questions = new Map(packV1.steps.flatMap((s) => s.questions.map((q) => [q.id, q] as const)))
const named = (r: (typeof raisers)[number]) => `${r.question}.${r.part ?? r.blank}`
const placesIn = (says: string) => [...says.matchAll(/\{(\w+)\}/g)].map(([, place = '']) => place)
const FITS: Record<string, readonly string[]> = {
  who: ['adult', 'person', 'use', 'adult-child'],
  child: ['child', 'adult-child'],
  substance: ['use'],
}

describe('the answers that make a claim', () => {
  it('are answers that a question takes', () => {
    const broken = raisers.filter((r) => {
      const question = questions.get(r.question)
      if (r.blank) return !question?.blanks.includes(r.blank)
      const part = question?.parts.find((p) => p.id === r.part)
      if (!r.is) return part?.kind !== 'number'
      return !part || !('options' in part) || r.is.some((o) => !part.options.some((option) => option.id === o))
    })
    expect(broken.map(named)).toEqual([])
  })

  it('are no private answers: a claim stands in a list that is open on the screen', () => {
    expect(raisers.filter((r) => questions.get(r.question)?.private).map(named)).toEqual([])
  })

  it('have a topic, and say whom they are about only where the question does', () => {
    expect(raisers.filter((r) => !TOPICS.some((t) => t.id === r.topic)).map(named)).toEqual([])
    const misplaced = raisers.filter((r) =>
      placesIn(r.says).some((place) => FITS[place] && !FITS[place].includes(questions.get(r.question)?.per ?? '')),
    )
    expect(misplaced.map(named)).toEqual([])
    expect(forbiddenWords(raisers.map((r) => r.says))).toEqual([])
  })

  it('are worrying ones as well as reassuring ones, about every topic but the one whose questions are private', () => {
    const topics = new Set(raisers.map((r) => r.topic))
    expect(TOPICS.map((t) => t.id).filter((id) => !topics.has(id))).toEqual(['K-DA'])
    for (const polarity of ['says-yes', 'says-no', 'amount']) {
      expect(raisers.some((r) => r.polarity === polarity)).toBe(true)
    }
  })

  it('make no claim twice', () => {
    const made = raisers.flatMap((r) => (r.is ?? ['']).map((o) => `${named(r)}=${o}`))
    expect(made.filter((m, i) => made.indexOf(m) < i)).toEqual([])
  })
})
