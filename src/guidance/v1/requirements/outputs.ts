/** What the product gives besides questions and rules. Requirements name these as `output:<id>`. */
export const OUTPUTS = {
  'action-ideas': 'Ideas for actions, each marked with the tiers of need that it suits',
  aggregate: 'Counts for those who plan services, with small numbers withheld and no free text',
  'child-card': 'The child’s card, shown at the top of every step',
  'combined-record': 'One record to which practitioners of several services add, each under their own name',
  'dated-guidance': 'Guidance that carries a version, kept with every answer and printed on every export',
  'local-settings': 'Numbers that a service sets for itself',
  'practice-cases': 'Invented families for practice and training',
  'same-questions': 'The same questions, in the same words, for every adult and every substance',
  summary: 'The assessment as a document for another service, child first, with what is not known',
  'use-over-time': 'Earlier answers about use beside today’s',
  'plain-wording': 'A check of every text against words that shame',
} as const
