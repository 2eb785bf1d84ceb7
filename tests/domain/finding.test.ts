import { describe, expect, it } from 'vitest'
import { type Evidence, findingsOf, isAnswered, type Rule, raisedIds } from '../../src/domain/finding.ts'
import { anAssessment } from '../builders/an-assessment.ts'

const rule = (id: string, check: Rule['check']): Rule => ({
  id,
  family: 'contradiction',
  when: 'In the test',
  prompt: 'What is behind this?',
  topics: [],
  requirements: [],
  check,
})
const slot = (question: string, subject = '-') => ({ question, subject })
const about = (subject: string, ...questions: string[]): Evidence => ({
  subject,
  because: questions.map((q) => slot(q, subject)),
})
const view = anAssessment().view()
const told = (...rules: Rule[]) => findingsOf(rules, view).map((f) => [f.rule.id, f.evidence])

describe('what the rules raise', () => {
  it('comes in the order of the rules, without those that are silent', () => {
    const raises = (id: string) => rule(id, () => [about('-', 'TOY-01')])
    expect(
      told(
        raises('B'),
        rule('SILENT', () => []),
        raises('A'),
      ),
    ).toEqual([
      ['B', [about('-', 'TOY-01')]],
      ['A', [about('-', 'TOY-01')]],
    ])
  })

  it('is known to the rules that come after, and not to those before', () => {
    const heard: Record<string, string[]> = {}
    const listens = (id: string) =>
      rule(id, (_, raised) => {
        heard[id] = [...raised]
        return [about('-')]
      })
    const findings = findingsOf([listens('A'), rule('SILENT', () => []), listens('B'), listens('C')], view)
    expect(heard).toEqual({ A: [], B: ['A'], C: ['A', 'B'] })
    expect(raisedIds(findings)).toEqual(new Set(['A', 'B', 'C']))
  })

  it('names each answer once for each subject', () => {
    const evidence = [about('kim', 'TOY-01'), about('lee', 'TOY-01'), about('kim', 'TOY-01', 'TOY-02')]
    expect(told(rule('A', () => evidence))).toEqual([['A', [about('kim', 'TOY-01', 'TOY-02'), about('lee', 'TOY-01')]]])
  })
})

describe('whether somebody has looked at it', () => {
  it('is so for the rule and the subject that they responded to, and for no other', () => {
    const looked = anAssessment().responding('A', 'Spoke with the nursery', { of: 'kim' }).view()
    expect(isAnswered(looked, 'A', about('kim', 'TOY-01'))).toBe(true)
    expect(isAnswered(looked, 'A', about('lee', 'TOY-01'))).toBe(false)
    expect(isAnswered(looked, 'B', about('kim', 'TOY-01'))).toBe(false)
  })

  it.each([null, {}, { words: '' }, { words: '  \n' }, { words: 7 }])('is not so for a response of %j', (value) => {
    const looked = anAssessment().recording('response', 'A', value).view()
    expect(isAnswered(looked, 'A', about('-', 'TOY-01'))).toBe(false)
  })

  it('is so for the answers that had raised it, and no longer when another answer raises it', () => {
    const value = { words: 'Locked away before I left', because: [slot('TOY-01', 'kim')] }
    const looked = anAssessment().recording('response', 'A', value, { of: 'kim' }).view()
    expect(isAnswered(looked, 'A', about('kim', 'TOY-01'))).toBe(true)
    expect(isAnswered(looked, 'A', about('kim', 'TOY-01', 'TOY-02'))).toBe(false)
  })

  it('is not so because of an answer in the same place', () => {
    expect(isAnswered(anAssessment().answering('A', { words: 'Fine' }).view(), 'A', about('-', 'TOY-01'))).toBe(false)
  })
})
