import type { Step } from '../../../domain/question.ts'
import { netNetwork } from './net-network.ts'
import { netPeople } from './net-people.ts'
import { netTies } from './net-ties.ts'

export const net: Step = {
  id: 'NET',
  name: 'Household and network',
  group: 'Home and people',
  questions: [...netPeople, ...netTies, ...netNetwork],
}
