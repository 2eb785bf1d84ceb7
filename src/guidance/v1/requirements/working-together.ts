import { type Requirement, section } from './requirement.ts'

const S = 'working-together'

export const workingTogether: readonly Requirement[] = [
  ...section(S, 'Working together', [
    [
      'WTPF-01',
      'recommendation',
      'must',
      'Each child should grow up safe, settled and loved, and some families need help with that',
    ],
    ['WTPF-02', 'recommendation', 'must', 'Every service, those for adults alone too, is clear about its role'],
    ['WTPF-03', 'recommendation', 'must', 'Safety grows from what protects a child as well as from less harm'],
    [
      'WTPF-04',
      'recommendation',
      'must',
      'Support for children; treatment, and parenting help where needed, for adults',
    ],
  ]),
  ...section(S, 'Protective factors', [
    ['WTPF-05', 'factor', 'must', 'A steady family life and time together protect'],
    ['WTPF-06', 'factor', 'must', 'One parent without a drug or alcohol problem protects'],
    ['WTPF-07', 'factor', 'must', 'A parent who is receiving treatment protects'],
    ['WTPF-08', 'factor', 'must', 'A close bond with a caring adult protects'],
    ['WTPF-09', 'factor', 'should', 'Being part of a community protects'],
    ['WTPF-10', 'factor', 'must', 'People to turn to protect'],
    ['WTPF-11', 'factor', 'must', 'Going to school regularly protects'],
  ]),
  ...section(S, 'Mothers and female carers', [
    ['WTPF-12', 'factor', 'must', 'Shame, and fear of losing the child, keep people from help'],
    ['WTPF-13', 'factor', 'must', 'Losing children to care deepens trauma, use, low mood and thoughts of suicide'],
    ['WTPF-14', 'recommendation', 'must', 'Mothers are judged more harshly than fathers', 'output:same-questions'],
    [
      'WTPF-15',
      'factor',
      'must',
      'Pregnant women in treatment tend to have better care and health even if they still use',
    ],
  ]),
  ...section(S, 'Fathers and male carers', [
    ['WTPF-16', 'failing', 'must', 'Fathers and male carers are left out'],
    ['WTPF-17', 'factor', 'must', 'Trauma, mental health and relationships lie behind fathers’ use too'],
    ['WTPF-18', 'recommendation', 'must', 'Encourage fathers to be involved in good ways'],
    [
      'WTPF-19',
      'recommendation',
      'should',
      'Think of fathers too when a child is removed',
      'action:support-after-removal',
    ],
  ]),
  ...section(S, 'What works?', [
    [
      'WTPF-20',
      'recommendation',
      'must',
      'Treatment with help for parenting and family does more than treatment alone',
    ],
    [
      'WTPF-23',
      'recommendation',
      'organisation',
      'National treatment data can show what helps parents',
      'output:aggregate',
    ],
  ]),
  ...section(S, 'What happens on the ground?', [
    [
      'WTPF-22',
      'failing',
      'must',
      'Use was poorly understood, treatment staff did not ask about children, little was shared',
    ],
  ]),
  ...section(S, 'To consider', [
    [
      'WTPF-21',
      'recommendation',
      'should',
      'Use places where mother and baby stay together',
      'action:residential-together',
    ],
    [
      'WTPF-24',
      'recommendation',
      'organisation',
      'Each kind of service sits in the other’s forums',
      'output:aggregate',
    ],
    ['WTPF-25', 'recommendation', 'must', 'More parents and carers should be referred into treatment'],
  ]),
]
