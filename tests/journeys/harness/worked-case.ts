import { readCase } from '../../../src/app/cases/compact-case.ts'
import { entriesForCommand } from '../../../src/app/cases/run-case.ts'
import { workedCases } from '../../../src/app/cases/worked/all.ts'
import { localDay } from '../../../src/app/today.ts'
import { isBlank, type PartValue, readAnswer } from '../../../src/domain/answer.ts'
import type { Part } from '../../../src/domain/question.ts'
import { recordOf } from '../../../src/domain/record.ts'
import { labelOf } from '../../../src/domain/subjects.ts'
import { viewOf } from '../../../src/domain/view.ts'
import { packV1 } from '../../../src/guidance/whole.ts'
import { subjectIdInWords, subjectInWords } from '../../../src/report/subject-words.ts'
import { questionOf, type SpokenAnswer } from './practitioner.ts'

/** A worked case as the answers that a person gives at the screen, in the order of the steps. */
export function spokenCase(id: string): {
  answers: SpokenAnswer[]
  names: (part: Part, value: PartValue) => readonly string[]
} {
  const worked = workedCases.find((w) => w.case.id === id)
  const read = worked && readCase(worked.case)
  if (!read?.ok) throw new Error(`No worked case ${id}`)
  const { entries, contact } = entriesForCommand(read.case, localDay())
  const view = viewOf(recordOf(entries), packV1, localDay(), contact)
  const answers = entries.flatMap((e): SpokenAnswer[] => {
    const value = e.kind === 'answer' ? readAnswer(e.value) : null
    if (!value) return []
    const basis = e.basis ? { basis: e.basis.how } : {}
    const said = isBlank(value) ? { blank: value.blank, ...basis } : { parts: value.parts, ...basis }
    const question = questionOf(e.slot.question)
    if (question.collects) {
      const parent = e.slot.subject.split(':').slice(0, -1).join(':')
      const about = parent ? subjectIdInWords(view, parent) : ''
      const adult = question.id === 'NET-01' && !isBlank(value) && value.parts.part !== 'other'
      const asked = adult ? 'START-09' : question.id
      const adds = !isBlank(value)
      const blankAbout = adds ? about : subjectIdInWords(view, e.slot.subject)
      return [{ question: asked, adds, ...(blankAbout && { about: blankAbout }), ...said }]
    }
    const about = subjectInWords(view, { id: e.slot.subject, kind: question.per })
    return [{ question: question.id, ...(about && { about }), ...said }]
  })
  const order = packV1.steps.flatMap((s) => s.questions.map((q) => q.id))
  return {
    answers: answers.sort((a, b) => order.indexOf(a.question) - order.indexOf(b.question)),
    names: (_, value) => (value as readonly string[]).map((subject) => labelOf(view, subject)),
  }
}
