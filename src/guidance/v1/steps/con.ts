import type { Step } from '../../../domain/question.ts'
import { amountQuestions } from './con-amount.ts'
import { meaningQuestions } from './con-meaning.ts'
import { patternQuestions } from './con-pattern.ts'

export const con: Step = {
  id: 'CON',
  name: 'Consumption picture',
  group: 'Adults',
  questions: [...amountQuestions, ...patternQuestions, ...meaningQuestions],
}
