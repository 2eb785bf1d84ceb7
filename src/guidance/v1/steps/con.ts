import type { Step } from '../../../domain/question.ts'
import { amountQuestions } from './con-amount.ts'
import { auditQuestions } from './con-audit.ts'
import { meaningQuestions } from './con-meaning.ts'
import { patternQuestions } from './con-pattern.ts'
import { whenQuestions } from './con-when.ts'

export const con: Step = {
  id: 'CON',
  name: 'Consumption picture',
  group: 'Adults',
  completion: [
    {
      question: 'CON-16',
      parts: [{ id: 'impact' }],
      says: 'what this use means for each child is not written yet',
    },
  ],
  questions: [...amountQuestions, ...auditQuestions, ...whenQuestions, ...patternQuestions, ...meaningQuestions],
}
