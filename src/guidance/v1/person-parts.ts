import type { Part } from '../../domain/question.ts'

/** One person, in the same form wherever people are added: at the start and in the household step. */
export const PERSON_PARTS: readonly Part[] = [
  {
    id: 'label',
    label: 'Name, initials or what they are called in the family',
    kind: 'text',
  },
  {
    id: 'part',
    label: 'Their part in this assessment',
    hint: 'Ask about fathers and partners too, whether or not they live here.',
    kind: 'single',
    options: [
      { id: 'subject', label: 'A parent or carer that this assessment is about' },
      { id: 'carer', label: 'Another adult who cares for the child' },
      { id: 'other', label: 'Somebody else' },
    ],
  },
  {
    id: 'age',
    label: 'Age',
    kind: 'single',
    optional: true,
    options: [
      { id: 'under-16', label: 'Under 16' },
      { id: '16-17', label: '16 or 17' },
      { id: '18-24', label: '18 to 24' },
      { id: '25-64', label: '25 to 64' },
      { id: '65-plus', label: '65 or over' },
    ],
  },
  {
    id: 'shape',
    label: 'Shape on the family map',
    hint: 'Whichever they would choose. Left open, a rounded shape is drawn that says nothing about them.',
    kind: 'single',
    optional: true,
    options: [
      { id: 'neutral', label: 'Rounded shape' },
      { id: 'circle', label: 'Circle' },
      { id: 'square', label: 'Square' },
    ],
  },
]
