import { type Requirement, section } from './requirement.ts'

const S = 'all-babies-count'

export const allBabiesCount: readonly Requirement[] = [
  ...section(S, 'Summary of Key Points', [
    [
      'ABC-01',
      'factor',
      'organisation',
      'Very many babies live with a parent who drinks hazardously or uses',
      'output:aggregate',
    ],
    ['ABC-02', 'recommendation', 'must', 'Harm from use in pregnancy can be prevented or made less', 'help:PRE-09'],
    ['ABC-03', 'factor', 'must', 'Babies are neglected, abused or killed more often than older children'],
    ['ABC-04', 'recommendation', 'must', 'In pregnancy and the first year parents are open to help'],
    ['ABC-05', 'recommendation', 'must', 'Help should build sensitive care and a secure bond'],
    ['ABC-06', 'recommendation', 'must', 'Join treatment with work on bonding, relationships and parenting'],
  ]),
  ...section(S, 'What success looks like 1', [
    ['ABC-07', 'recommendation', 'organisation', 'Local policy puts children and babies first', 'output:aggregate'],
  ]),
  ...section(S, 'What success looks like 2', [
    ['ABC-08', 'recommendation', 'organisation', 'Measure the quality of parenting and of being together'],
  ]),
  ...section(S, 'What success looks like 3', [
    [
      'ABC-09',
      'recommendation',
      'organisation',
      'Count parents, their treatment and their children’s ages',
      'output:aggregate',
    ],
  ]),
  ...section(S, 'What success looks like 4', [
    ['ABC-10', 'recommendation', 'organisation', 'Balance services for all, for some and for few', 'output:aggregate'],
  ]),
  ...section(S, 'What success looks like 5', [
    [
      'ABC-11',
      'recommendation',
      'must',
      'Offer proven parenting programmes to all parents with problem use and their babies',
    ],
  ]),
  ...section(S, 'What success looks like 6', [
    ['ABC-12', 'recommendation', 'must', 'Deal with the use and with what it does to care, at this child’s stage'],
  ]),
  ...section(S, 'What success looks like 7', [
    [
      'ABC-13',
      'recommendation',
      'organisation',
      'Local needs assessments know how many children, how old',
      'output:aggregate',
    ],
  ]),
  ...section(S, 'What success looks like 8', [
    ['ABC-14', 'recommendation', 'organisation', 'Those who plan services fill gaps and watch what is new'],
  ]),
  ...section(S, 'What success looks like 9', [
    ['ABC-15', 'recommendation', 'organisation', 'Agree locally how to measure parenting, bonding and recovery'],
  ]),
  ...section(S, 'What success looks like 10', [
    [
      'ABC-16',
      'recommendation',
      'should',
      'Everyone is trained to recognise and assess, above all around birth',
      'output:practice-cases',
    ],
  ]),
  ...section(S, 'What success looks like 11', [
    ['ABC-17', 'recommendation', 'organisation', 'Core staff can deliver structured help'],
  ]),
  ...section(S, 'What success looks like 12', [
    ['ABC-18', 'recommendation', 'must', 'Everyone can reach a specialist'],
  ]),
]
