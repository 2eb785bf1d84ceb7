import { type Requirement, section } from './requirement.ts'

const S = 'ssia-2007'

export const ssia: readonly Requirement[] = [
  ...section(S, 'Parental problem substance misuse', [
    [
      'SSIA-01',
      'assessment',
      'must',
      'Use becomes a problem by what follows from it: body, mind, relationships, money, law',
    ],
    ['SSIA-02', 'recommendation', 'must', 'The effect depends on the family member, age, role and substance'],
    ['SSIA-03', 'factor', 'must', 'Health, relationships, money, work and social life all feel the effect'],
    ['SSIA-04', 'factor', 'must', 'Use goes with deprivation and with other things that limit parents'],
    [
      'SSIA-05',
      'factor',
      'must',
      'Effects on a child add up: growth, infections, missed care, feelings, behaviour, learning',
    ],
    ['SSIA-06', 'factor', 'must', 'Drink problems often come with violence at home and parents’ mental illness'],
    [
      'SSIA-07',
      'factor',
      'should',
      'One study tied cocaine in pregnancy to later trouble with parenting',
      'output:same-questions',
    ],
  ]),
  ...section(S, 'National context', [
    ['SSIA-08', 'recommendation', 'should', 'Wales sets seven aims from children’s rights', 'output:local-settings'],
  ]),
  ...section(S, 'National Service Framework', [
    [
      'SSIA-09',
      'recommendation',
      'should',
      'Services agree protocols that protect these children',
      'output:local-settings',
    ],
    ['SSIA-10', 'recommendation', 'must', 'Pregnant women who use get advice on treatment'],
    [
      'SSIA-11',
      'recommendation',
      'should',
      'Advice before pregnancy covers food, feeding and sexual health',
      'action:before-pregnancy',
    ],
  ]),
  ...section(S, 'Substance Misuse Strategy for Wales', [
    ['SSIA-12', 'recommendation', 'must', 'Assess what the children need, and protect them'],
  ]),
  ...section(S, 'Hidden Harm', [
    ['SSIA-13', 'factor', 'must', 'Children can be harmed at any age, from conception on'],
    ['SSIA-14', 'factor', 'must', 'Good treatment for a parent can greatly help the child'],
    ['SSIA-15', 'recommendation', 'must', 'Services that work together can take many practical steps'],
  ]),
  ...section(S, 'Hidden Harm progress report', [
    ['SSIA-16', 'recommendation', 'must', 'It takes somebody who leads and joins up the services'],
    ['SSIA-17', 'recommendation', 'should', 'Joint protocols make responses alike', 'output:local-settings'],
    [
      'SSIA-18',
      'recommendation',
      'should',
      'Provide help made for these families',
      'action:resilience-work',
      'action:whole-family-work',
    ],
    ['SSIA-19', 'recommendation', 'organisation', 'The workforce needs much training', 'output:practice-cases'],
    ['SSIA-20', 'recommendation', 'must', 'Deal with alcohol as well as drugs'],
  ]),
  ...section(S, 'Substance Misuse Treatment Frameworks', [
    ['SSIA-21', 'failing', 'must', 'Treatment looked at the person who used and not at the children'],
  ]),
  ...section(S, 'Local commissioning', [
    ['SSIA-22', 'recommendation', 'organisation', 'Separate budgets leave gaps and overlaps'],
  ]),
  ...section(S, 'Interventions (Tunnard review)', [
    ['SSIA-23', 'recommendation', 'must', 'Be clear what the child needs and what the parent needs, each apart'],
    [
      'SSIA-24',
      'recommendation',
      'must',
      'Make help easy to reach: practical, encouraging, less lonely, around other duties',
    ],
    ['SSIA-25', 'recommendation', 'must', 'Offer help to fathers as well as to mothers'],
    ['SSIA-26', 'recommendation', 'must', 'Support relatives and use their strengths; families may not cope alone'],
    ['SSIA-27', 'recommendation', 'must', 'Respond with sensitivity and skill'],
    [
      'SSIA-28',
      'recommendation',
      'must',
      'Work with children themselves on the strain they are under',
      'action:direct-work',
    ],
  ]),
  ...section(S, 'Children may require', [
    ['SSIA-29', 'recommendation', 'must', 'Find relatives or another family for continuity and a break'],
    ['SSIA-30', 'recommendation', 'must', 'Help at home with routines and limits'],
    ['SSIA-31', 'recommendation', 'should', 'Counselling for older children and for parents', 'action:counselling'],
    ['SSIA-32', 'recommendation', 'should', 'A befriender and ordinary activities at school age'],
    ['SSIA-33', 'recommendation', 'should', 'Groups for children whose parents are unwell', 'action:childrens-group'],
  ]),
  ...section(S, 'Interventions (Templeton review)', [
    [
      'SSIA-34',
      'recommendation',
      'should',
      'Children need facts, ways to cope and somebody to lean on',
      'action:child-information',
    ],
  ]),
  ...section(S, 'Interventions (Banwell review)', [
    ['SSIA-35', 'failing', 'organisation', 'Results and costs are seldom measured in the same way'],
  ]),
  ...section(S, 'Tiers of need and interventions', [
    ['SSIA-36', 'assessment', 'must', 'Need has four tiers: all, vulnerable, complex, acute'],
    ['SSIA-37', 'recommendation', 'must', 'Each tier has services of its own', 'output:action-ideas'],
    ['SSIA-38', 'recommendation', 'must', 'Good assessment decides; children do not all need the same'],
  ]),
  ...section(S, 'Maternity services', [
    ['SSIA-39', 'recommendation', 'must', 'Join up care in pregnancy and decide with the woman'],
    ['SSIA-40', 'recommendation', 'should', 'Staff need right knowledge and a right attitude', 'output:plain-wording'],
    ['SSIA-44', 'recommendation', 'should', 'A specialist or liaison midwife joins up care'],
  ]),
  ...section(S, 'Maternity services (Hidden Harm)', [
    ['SSIA-41', 'recommendation', 'must', 'Open, unjudging care with protocols for pregnancy and newborn withdrawal'],
    [
      'SSIA-42',
      'recommendation',
      'must',
      'Offer blood-borne virus tests; protect the babies of people who inject from hepatitis B',
    ],
    ['SSIA-43', 'recommendation', 'must', 'Maternity is linked with GPs, social work and addiction services'],
  ]),
  ...section(S, 'Primary health care', [
    ['SSIA-45', 'assessment', 'must', 'A child’s health care needs a GP and somebody able to take the child there'],
    ['SSIA-46', 'factor', 'must', 'Watch for newborn withdrawal, viruses, poor growth and accidents that repeat'],
    ['SSIA-50', 'recommendation', 'should', 'More home visits for families who need them', 'action:home-visiting'],
  ]),
  ...section(S, 'Primary health care (Hidden Harm)', [
    [
      'SSIA-47',
      'recommendation',
      'should',
      'Contraception is within reach, in drug services too',
      'action:contraception',
    ],
    ['SSIA-48', 'recommendation', 'should', 'Link GPs with social work, drug services, school health and CAMHS'],
  ]),
  ...section(S, 'Primary care clinic example', [
    ['SSIA-49', 'assessment', 'must', 'Check each child in the same way, and more often until things are right'],
  ]),
  ...section(S, 'Specialist Home Visiting Programmes', [
    ['SSIA-51', 'recommendation', 'should', 'Parenting skills within longer programmes help parent and child'],
    [
      'SSIA-52',
      'recommendation',
      'should',
      'Trained visitors, peers among them, help people take part',
      'action:home-visiting',
    ],
  ]),
  ...section(S, 'Early years education and schools', [
    ['SSIA-53', 'assessment', 'must', 'School may be the one safe and ordered place; know who is responsible there'],
    ['SSIA-54', 'recommendation', 'should', 'Schools need clear rules on what is told to whom'],
  ]),
  ...section(S, 'Services specific to children in need', [
    ['SSIA-55', 'assessment', 'must', 'Begin with the child’s needs, the parents’ capacity, family and surroundings'],
    ['SSIA-56', 'recommendation', 'must', 'Care away from home comes last'],
    [
      'SSIA-57',
      'recommendation',
      'must',
      'Offer a range: parents, relatives, children, joint and intensive work',
      'action:whole-family-work',
      'action:intensive-help',
    ],
    ['SSIA-58', 'recommendation', 'must', 'Pair those who know child protection with those who know substances'],
  ]),
  ...section(S, 'Methods and aims table', [
    ['SSIA-59', 'recommendation', 'should', 'Relatives too can be helped, in many ways', 'action:help-for-relatives'],
  ]),
  ...section(S, 'East Ayrshire project', [
    ['SSIA-60', 'factor', 'must', 'Young carers here stay hidden, and need breaks and friends'],
    ['SSIA-61', 'factor', 'should', 'Children may lose home, school or a parent'],
    ['SSIA-62', 'factor', 'must', 'Some children are in great distress: self-harm, voices, withdrawal from others'],
  ]),
  ...section(S, 'Family Alcohol Service', [
    ['SSIA-63', 'recommendation', 'should', 'Early work with adult and child together', 'action:whole-family-work'],
  ]),
  ...section(S, 'Breaking the Cycle', [
    ['SSIA-64', 'recommendation', 'must', 'Assess the family in depth, with one person over the plan'],
  ]),
  ...section(S, 'Substance Misusing Parents project', [
    ['SSIA-65', 'recommendation', 'must', 'Quick assessment with tests, visits and sharing leads to better decisions'],
  ]),
  ...section(S, 'Option 2', [
    [
      'SSIA-66',
      'recommendation',
      'must',
      'Find strengths and risks with the family, and make a short safety plan openly',
    ],
  ]),
  ...section(S, 'Option 2 evaluation', [
    [
      'SSIA-67',
      'factor',
      'must',
      'After short intensive help families can slip back',
      'trigger:RT-08',
      'action:step-down',
    ],
  ]),
  ...section(S, 'Aberlour', [
    [
      'SSIA-68',
      'recommendation',
      'should',
      'Residential treatment together with the children',
      'action:residential-together',
    ],
    ['SSIA-69', 'recommendation', 'should', 'Help women whose children live elsewhere to think ahead'],
  ]),
  ...section(S, 'Paediatric and CAMH services', [
    [
      'SSIA-70',
      'recommendation',
      'must',
      'Ask about parents’ use when neglect, abuse, injury or poisoning is suspected',
    ],
    ['SSIA-71', 'recommendation', 'should', 'Child mental health services always ask about parents’ use'],
  ]),
  ...section(S, 'NCH initiative', [
    ['SSIA-72', 'recommendation', 'should', 'Use shared tools for young people’s own use'],
  ]),
  ...section(S, 'NSPCC Tilbury; Barnardo’s SMART', [
    ['SSIA-73', 'recommendation', 'should', 'Help children to understand and to cope', 'action:resilience-work'],
  ]),
  ...section(S, 'Barnardo’s SMART', [
    [
      'SSIA-74',
      'recommendation',
      'must',
      'Review about every six weeks with the family, and speak about safety at home',
    ],
  ]),
  ...section(S, 'Police, courts and prisons', [
    ['SSIA-75', 'recommendation', 'should', 'Justice services think of children, pregnancy and visits'],
    ['SSIA-76', 'recommendation', 'should', 'Arrange help for after release', 'trigger:RT-12', 'action:after-release'],
  ]),
  ...section(S, 'Conclusion', [
    [
      'SSIA-77',
      'recommendation',
      'organisation',
      'Plan together; many adults in treatment are parents',
      'output:aggregate',
    ],
    [
      'SSIA-78',
      'recommendation',
      'organisation',
      'Provide a range, from help for all to specialist',
      'output:aggregate',
    ],
    ['SSIA-79', 'recommendation', 'organisation', 'Keep up with the evidence', 'output:dated-guidance'],
  ]),
]
