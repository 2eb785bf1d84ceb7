import { describe, expect, it } from 'vitest'
import { findingsOf } from '../../../src/domain/finding.ts'
import { rules } from '../../../src/guidance/whole.ts'
import { aFamily } from '../../builders/a-family.ts'

const jo = () => aFamily().child('kit', 'Kit').person('jo', 'Jo', { part: 'subject' }).person('lee', 'Lee')
const raised = (family: ReturnType<typeof aFamily>) => findingsOf(rules, family.view()).map((f) => f.rule.id)
const aboutWhom = (family: ReturnType<typeof aFamily>, id: string) =>
  findingsOf(rules, family.view())
    .filter((f) => f.rule.id === id)
    .flatMap((f) => f.evidence.map((e) => e.subject))

describe('what is said of the household, beside what the network holds', () => {
  const nobodyElse = () => jo().says('NET-16', '-', { says: 'no-one-else' })
  const change = (change: string, id: string) => (family: ReturnType<typeof aFamily>) =>
    family.says('NET-10', id, { listed: ['lee'], change })

  it('asks who is here when nobody else is said to be, and a change tells of somebody who came', () => {
    expect(raised(change('moved-in', 'x1')(nobodyElse()))).toContain('RC-11')
    expect(raised(nobodyElse())).not.toContain('RC-11')
  })

  it('does not ask where the same person is told to have left', () => {
    expect(raised(change('moved-out', 'x2')(change('moved-in', 'x1')(nobodyElse())))).not.toContain('RC-11')
  })
})

describe('a relationship that is said to be over', () => {
  const over = () => jo().tie('jo', 'lee', 'former-partner')

  it('is asked about when the former partner was seen here, and no visits are told of', () => {
    const seen = over().says('NET-03', 'lee', { evidence: ['seen-here'] })
    expect(aboutWhom(seen, 'RC-12')).toEqual(['lee'])
  })

  it('is not asked about where the former partner openly visits', () => {
    expect(raised(over().home('lee', 'visits', { evidence: ['seen-here'] }))).not.toContain('RC-12')
    expect(raised(over())).not.toContain('RC-12')
  })

  it('is asked about when somebody else calls them a partner still', () => {
    expect(aboutWhom(over().tie('lee', 'jo', 'on-and-off'), 'RC-12')).toEqual(['lee'])
  })

  it('is asked about once where the same person is also said not to come here', () => {
    const both = over().home('lee', 'does-not-come', { evidence: ['child-named'] })
    expect(aboutWhom(both, 'RC-12')).toEqual(['lee'])
  })
})

describe('use by somebody else at home', () => {
  const none = () => jo().says('NET-15', '-', { says: 'none' }).home('lee', 'stays')

  it('is asked about when a substance service knows something of them', () => {
    const known = none().check('lee', { agency: 'substance-service', outcome: 'something-known' })
    expect(aboutWhom(known, 'RC-13')).toEqual(['lee'])
  })

  it('is not asked about when that service knows nothing, or another one knows something', () => {
    expect(raised(none().check('lee', { agency: 'substance-service', outcome: 'nothing-known' }))).not.toContain(
      'RC-13',
    )
    expect(raised(none().check('lee', { agency: 'housing', outcome: 'something-known' }))).not.toContain('RC-13')
  })
})

describe('plenty of family support', () => {
  const plenty = () => jo().says('PRO-06', '-', { says: 'plenty' }).relation('lee', 'grandparent')

  it('is asked about when the tie to a relative is a strain, or the one for tonight has not agreed', () => {
    expect(raised(plenty().support('n', { person: ['lee'], tie: 'stressful' }))).toContain('RC-22')
    expect(raised(plenty().says('NET-14', '-', { who: 'Lee', agreed: 'no' }))).toContain('RC-22')
  })

  it('is not asked about when the strain is with somebody who is no relative', () => {
    const friend = jo().says('PRO-06', '-', { says: 'plenty' }).relation('lee', 'friend')
    expect(raised(friend.support('n', { person: ['lee'], tie: 'stressful' }))).not.toContain('RC-22')
    expect(raised(plenty().support('n', { person: ['lee'], tie: 'strong' }))).not.toContain('RC-22')
  })
})

describe('another parent or partner', () => {
  it('counts as recorded and met by a tie to one child, or to the adult', () => {
    const met = (family: ReturnType<typeof aFamily>) => family.says('NET-09', 'lee', { met: 'met' })
    expect(raised(met(jo().tieTo('lee', 'kit', 'parent')))).not.toContain('OB-06')
    expect(raised(met(jo().tie('jo', 'lee', 'partner')))).not.toContain('OB-06')
    expect(raised(met(jo().tie('jo', 'lee', 'friend')))).toContain('OB-06')
    expect(raised(jo().tie('jo', 'lee', 'partner'))).toContain('OB-06')
  })
})

describe('relatives who do most of the care', () => {
  const judged = () => jo().tieTo('lee', 'kit', 'grandparent').says('ANA-01', 'kit', { 'capacity-judged': 'adequate' })

  it('are asked about when they have the child more nights than not', () => {
    expect(raised(judged().says('NET-04', 'lee', { care: 'overnight', nights: 4 }))).toContain('OB-13')
    expect(raised(judged().says('NET-04', 'lee', { care: 'overnight', nights: 3 }))).not.toContain('OB-13')
  })
})

describe('a person who is a known risk', () => {
  const known = () => jo().says('NET-06', 'lee', { risk: ['sexual-harm'] })

  it('prompts a look at tier 4 when they care for the child, wherever that is', () => {
    expect(aboutWhom(known().says('NET-04', 'lee', { care: 'day' }), 'LN4-3')).toEqual(['lee'])
    expect(raised(known().says('NET-04', 'lee', { care: 'never-alone' }))).not.toContain('LN4-3')
  })
})
