import { describe, expect, it } from 'vitest'
import { readCase } from '../../../src/app/cases/compact-case.ts'
import { entriesForCommand, runCase } from '../../../src/app/cases/run-case.ts'
import { workedCases } from '../../../src/app/cases/worked/all.ts'
import { readAnswer } from '../../../src/domain/answer.ts'
import { valueSchema } from '../../../src/domain/value-schema.ts'
import { packV1 } from '../../../src/guidance/whole.ts'

const questions = new Map(packV1.steps.flatMap((s) => s.questions.map((q) => [q.id, q] as const)))

describe.each(workedCases.map((w) => [w.case.id, w] as const))('the case %s', (id, worked) => {
  it('is a case in the compact form', () => {
    expect(readCase(worked.case)).toMatchObject({ ok: true })
  })

  it('raises exactly what it must, and nothing else', () => {
    expect(runCase(worked.case)).toEqual({ id, ...worked.raises })
  })

  it('is made of answers that the questions take', () => {
    const wrong = entriesForCommand(worked.case)
      .entries.filter((e) => e.kind === 'answer')
      .filter((e) => {
        const question = questions.get(e.slot.question)
        return !question || readAnswer(e.value) === null || !valueSchema(question).safeParse(e.value).success
      })
      .map((e) => [e.slot.question, e.value])
    expect(wrong).toEqual([])
  })
})

describe('reading a case', () => {
  it('refuses an unknown field by its name, at any depth', () => {
    expect(readCase({ id: 'X', hair: 'red', children: [{ id: 'a', shoes: 4 }] })).toEqual({
      ok: false,
      problems: ['unknown field: children[0].shoes', 'unknown field: hair'],
    })
  })

  it('says which words a field takes', () => {
    expect(readCase({ id: 'X', consent: 'perhaps' })).toEqual({
      ok: false,
      problems: ['consent: is not usable; it takes all, some, none, not_able'],
    })
  })
})
