/** An idea that the practitioner may turn into an action of the plan; nothing is ever added by itself. */
export interface ActionIdea {
  id: string
  text: string
  for: 'child' | 'adult' | 'family'
  /** The tiers of need that it suits. */
  tiers: readonly (1 | 2 | 3 | 4)[]
  requirements: readonly string[]
}

export const ACTION_IDEAS: readonly ActionIdea[] = [
  {
    id: 'universal-help',
    text: 'Link with what every family has: health visitor, GP, family centre, nursery place',
    for: 'family',
    tiers: [1, 2, 3, 4],
    requirements: ['PROC-25', 'SSIA-37'],
  },
  {
    id: 'early-help',
    text: 'Offer an early help assessment, before birth where a baby is expected',
    for: 'family',
    tiers: [2],
    requirements: ['PROC-23', 'SSIA-37'],
  },
  {
    id: 'before-pregnancy',
    text: 'Offer advice before another pregnancy: food, folic acid, feeding, sexual health',
    for: 'adult',
    tiers: [1, 2, 3, 4],
    requirements: ['SSIA-11'],
  },
  {
    id: 'contraception',
    text: 'Offer contraception without pressure, in the drug and alcohol service if that is easier',
    for: 'adult',
    tiers: [1, 2, 3, 4],
    requirements: ['SSIA-47'],
  },
  {
    id: 'conflict-work',
    text: 'Work on rows between the parents as part of treatment; not where there is abuse',
    for: 'adult',
    tiers: [2, 3],
    requirements: ['PROC-16'],
  },
  {
    id: 'child-information',
    text: 'Tell the child, as suits their age, what is going on, that it is not their fault, and whom they can turn to',
    for: 'child',
    tiers: [1, 2, 3, 4],
    requirements: ['SSIA-34'],
  },
  {
    id: 'direct-work',
    text: 'Sessions for the child alone with a worker of their own',
    for: 'child',
    tiers: [2, 3, 4],
    requirements: ['SSIA-28'],
  },
  {
    id: 'childrens-group',
    text: 'A group where children meet and encourage others in the same position',
    for: 'child',
    tiers: [2, 3],
    requirements: ['PROC-11', 'SSIA-33'],
  },
  {
    id: 'resilience-work',
    text: 'Work with the child on understanding, coping and what they are good at',
    for: 'child',
    tiers: [2, 3, 4],
    requirements: ['SSIA-18', 'SSIA-73'],
  },
  {
    id: 'counselling',
    text: 'Counselling for an older child, a parent or the family',
    for: 'family',
    tiers: [2, 3, 4],
    requirements: ['SSIA-31'],
  },
  {
    id: 'help-for-relatives',
    text: 'Help for relatives: information, a break, advocacy, a group or helpline',
    for: 'family',
    tiers: [1, 2, 3, 4],
    requirements: ['SSIA-59'],
  },
  {
    id: 'home-visiting',
    text: 'Extra home visits by a trained visitor or a peer, with help for parenting',
    for: 'family',
    tiers: [2, 3],
    requirements: ['SSIA-50', 'SSIA-52'],
  },
  {
    id: 'whole-family-work',
    text: 'Whole-family work: adults and children together, early',
    for: 'family',
    tiers: [2, 3, 4],
    requirements: ['SSIA-18', 'SSIA-57', 'SSIA-63'],
  },
  {
    id: 'intensive-help',
    text: 'Intensive help at home from several services at once',
    for: 'family',
    tiers: [3, 4],
    requirements: ['SSIA-57', 'SSIA-37'],
  },
  {
    id: 'step-down',
    text: 'A plan for after intensive help ends, with a date to look again and a way back',
    for: 'family',
    tiers: [2, 3],
    requirements: ['SSIA-67'],
  },
  {
    id: 'residential-together',
    text: 'Ask about a residential place where parent and child stay together',
    for: 'family',
    tiers: [3, 4],
    requirements: ['WTPF-21', 'SSIA-68'],
  },
  {
    id: 'support-after-removal',
    text: 'Support for every parent, fathers too, when a child no longer lives with them',
    for: 'adult',
    tiers: [4],
    requirements: ['WTPF-19'],
  },
  {
    id: 'after-release',
    text: 'Arrange treatment, housing and contact with the children before a release from prison',
    for: 'adult',
    tiers: [2, 3, 4],
    requirements: ['SSIA-76'],
  },
]
