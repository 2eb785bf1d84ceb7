import type { PartValue } from '../../src/domain/answer.ts'
import type { Blank, GuidancePack } from '../../src/domain/question.ts'
import { packV1 } from '../../src/guidance/whole.ts'
import { anAssessment, type How } from './an-assessment.ts'

type Parts = Readonly<Record<string, PartValue>>

/** People and children of an invented family, by verbs; every verb adds what one practitioner would record. */
export function aFamily(pack: GuidancePack = packV1) {
  const made = anAssessment(pack)
  let things = 0
  const thing = (question: string, parent: string, parts: Parts, how?: How) =>
    made.answering(question, parts, { of: `${parent}:t${++things}`, ...how })
  const family = {
    child: (id: string, label: string, parts: Parts = {}) => {
      made.answering('START-05', { what: 'child', label, ...parts }, { of: id })
      return family
    },
    unborn: (id: string, label: string) => {
      made.answering('START-05', { what: 'unborn', label }, { of: id })
      return family
    },
    person: (id: string, label: string, parts: Parts = {}, how?: How) => {
      made.answering('NET-01', { label, part: 'other', ...parts }, { of: id, ...how })
      return family
    },
    relation: (id: string, relation: string) => family.says('NET-02', id, { relation }),
    home: (id: string, tie: string, parts: Parts = {}, how?: How) => family.says('NET-03', id, { tie, ...parts }, how),
    tieTo: (id: string, child: string, relation: string, parts: Parts = {}) => {
      thing('NET-17', id, { child: [child], relation, ...parts })
      return family
    },
    tie: (id: string, other: string, kind: string, parts: Parts = {}) => {
      thing('NET-18', id, { other: [other], kind, ...parts })
      return family
    },
    check: (id: string, parts: Parts = { agency: 'police' }) => {
      thing('NET-08', id, parts)
      return family
    },
    support: (id: string, parts: Parts) => {
      made.answering('NET-13', parts, { of: id })
      return family
    },
    service: (id: string, type: string, label?: string) => {
      made.answering('AGY-01', { type, ...(label && { label }) }, { of: id })
      return family
    },
    says: (question: string, id: string, parts: Parts, how?: How) => {
      made.answering(question, parts, { of: id, ...how })
      return family
    },
    leaves: (question: string, id: string, blank: Blank) => {
      made.leavingBlank(question, blank, { of: id })
      return family
    },
    contact: (id: string, on: string) => {
      made.meetingOn(id, on)
      return family
    },
    assessment: made,
    view: made.view,
  }
  return family
}

/** Twelve people, four children and an unborn baby, eight services: three generations, a step-family and a lodger. */
export const aLargeFamily = () =>
  aFamily()
    .contact('c1', '2026-01-12')
    .unborn('c-baby', 'Baby')
    .child('c-ash', 'Ash')
    .says('CHD-01', 'c-ash', { name: 'Ash', birth: { on: '2017-05-02' } })
    .child('c-mia', 'Mia')
    .says('CHD-01', 'c-mia', { name: 'Mia', birth: { on: '2022-11-20' } })
    .child('c-noor', 'Noor-Elisabeth')
    .says('CHD-01', 'c-noor', { name: 'Noor', birth: { on: '2014-02-20' } })
    .child('c-tom', 'Tom')
    .says('CHD-02', 'c-ash', { lives: 'all-the-time' })
    .says('CHD-02', 'c-mia', { lives: 'all-the-time' })
    .says('CHD-02', 'c-noor', { lives: 'relative', with: ['p-gran'] })
    .person('p-jo', 'Jo Field', { part: 'subject', age: '25-64', shape: 'circle' })
    .person('p-col', 'Col', { part: 'carer', age: '25-64', shape: 'square' })
    .person('p-ray', 'Man called “Ray”, says he is called Raymond something', { part: 'other', age: '25-64' })
    .person('p-gran', 'Grandmother Field', { part: 'carer', age: '65-plus', shape: 'circle' })
    .person('p-gramp', 'Grandfather Field', { age: '65-plus', shape: 'square' })
    .person('p-nan', 'Nan', { part: 'carer', age: '25-64', shape: 'circle' })
    .person('p-sis', 'Auntie Bea', { age: '25-64', shape: 'circle' })
    .person('p-lodger', 'Sam', { age: '18-24' })
    .person('p-friend', 'Wilhelmina Featherstonehaugh-Cholmondeley', { age: '25-64' })
    .person('p-neigh', 'Mrs Okonkwo next door', { age: '65-plus', shape: 'circle' })
    .person('p-ex', 'D', { age: '25-64', shape: 'square' })
    .person('p-bro', 'Kit', { age: '16-17', shape: 'square' })
    .tieTo('p-jo', 'c-baby', 'parent', { responsibility: 'yes' })
    .tieTo('p-jo', 'c-ash', 'parent', { responsibility: 'yes' })
    .tieTo('p-jo', 'c-mia', 'parent')
    .tieTo('p-jo', 'c-noor', 'parent')
    .tieTo('p-col', 'c-baby', 'parent')
    .tieTo('p-col', 'c-mia', 'parent', { responsibility: 'no' })
    .tieTo('p-col', 'c-ash', 'step-parent')
    .tieTo('p-ex', 'c-ash', 'parent', { responsibility: 'yes' })
    .tieTo('p-ray', 'c-noor', 'parent', { responsibility: 'not-known' })
    .tie('p-jo', 'p-col', 'on-and-off', { tie: 'stressful', direction: 'from' })
    .tie('p-jo', 'p-ex', 'former-partner', { ended: { on: '2019' }, 'ended-by': 'this-person' })
    .tie('p-jo', 'p-gran', 'parent', { tie: 'strong', direction: 'to' })
    .tie('p-jo', 'p-gramp', 'parent')
    .tie('p-col', 'p-nan', 'parent')
    .tie('p-sis', 'p-gran', 'parent')
    .tie('p-sis', 'p-gramp', 'parent')
    .tie('p-gran', 'p-gramp', 'partner')
    .relation('p-lodger', 'lodger')
    .relation('p-friend', 'friend')
    .relation('p-neigh', 'neighbour')
    .relation('p-bro', 'sibling')
    .home('p-jo', 'lives', { from: { on: '2018-03', about: true } })
    .home('p-col', 'stays', { nights: 4, from: { on: '2025-06' } })
    .home('p-lodger', 'lives', { from: { on: '2026-02-01' } })
    .home('p-bro', 'lives')
    .home('p-ex', 'used-to-live', { from: { on: '2016' }, to: { on: '2019' }, evidence: ['seen-here'] })
    .home('p-gran', 'visits', { visits: 3 })
    .home('p-friend', 'visits')
    .says('NET-04', 'p-gran', { care: 'overnight', nights: 2 })
    .says('NET-05', 'p-col', { use: 'current-problem' })
    .says('NET-05', 'p-ex', { use: 'suspected' })
    .says('NET-05', 'p-jo', { use: 'past' })
    .says('NET-06', 'p-col', { risk: ['none-found'] })
    .says('NET-06', 'p-ex', { risk: ['violence'] })
    .check('p-ex', { agency: 'police', checker: 'Asha', 'asked-on': { on: '2026-01-14' } })
    .service('s-mw', 'midwife', 'Community midwives, Harbour team')
    .service('s-gp', 'gp', 'The Old Mill surgery')
    .service('s-hv', 'health-visitor')
    .service('s-sub', 'substance-service', 'Harbour drug and alcohol recovery service (north)')
    .service('s-sch', 'nursery-school', 'St Aidan’s')
    .service('s-csc', 'childrens-social-care')
    .service('s-hou', 'housing')
    .service('s-vol', 'voluntary', 'Home-Start')
    .support('n-1', { service: ['s-mw'], tie: 'strong', direction: 'to' })
    .support('n-2', { service: ['s-hou'], tie: 'stressful' })
    .support('n-3', { service: ['s-sub'], tie: 'weak', direction: 'both' })
    .support('n-4', { person: ['p-friend'], tie: 'stressful', direction: 'from' })
    .support('n-5', { who: 'Church on the hill', tie: 'strong', direction: 'both' })
    .support('n-6', { person: ['p-neigh'], tie: 'weak', direction: 'to' })
