import type { Option } from '../../domain/question.ts'

/** What a claim can be about. Claims, rules and questions all name these. */
export const TOPICS: readonly Option[] = [
  { id: 'K-USE', label: 'Using now, or not using' },
  { id: 'K-AMT', label: 'How much and how often' },
  { id: 'K-PREG', label: 'Use during the pregnancy' },
  { id: 'K-TX', label: 'Taking part in treatment' },
  { id: 'K-RX', label: 'Prescribed medicine' },
  { id: 'K-HH', label: 'Who lives, stays or visits here' },
  { id: 'K-DA', label: 'Safety in relationships' },
  { id: 'K-CARE', label: 'Care of the child, and who is watching' },
  { id: 'K-SLEEP', label: 'Where and how the baby sleeps' },
  { id: 'K-STORE', label: 'Where substances and equipment are kept' },
  { id: 'K-SUP', label: 'Help from family and others' },
  { id: 'K-ANC', label: 'Health appointments for parent or child' },
  { id: 'K-PREV', label: 'Earlier children and earlier involvement' },
  { id: 'K-MON', label: 'Money' },
  { id: 'K-MH', label: 'Mental health' },
]

/** For what may bear on a claim about anything. */
export const ALL_TOPICS: readonly string[] = TOPICS.map((t) => t.id)
