import { describe, expect, it } from 'vitest'
import { networkOf } from '../../src/domain/network.ts'
import { networkChanges } from '../../src/domain/network-changes.ts'
import { recordOf } from '../../src/domain/record.ts'
import { viewOf } from '../../src/domain/view.ts'
import { aFamily } from '../builders/a-family.ts'
import { BO, RUTH, TODAY } from '../builders/an-assessment.ts'
import { toyGuidance } from '../builders/toy-guidance.ts'

const family = () => aFamily(toyGuidance)
const jo = () => family().child('kit', 'Kit').person('jo', 'Jo', { part: 'subject' })
const network = (made: ReturnType<typeof aFamily>) => networkOf(made.view())
const personIn = (made: ReturnType<typeof aFamily>, id: string) => {
  const found = network(made).people.find((p) => p.id === id)
  if (!found) throw new Error(`Nobody ${id}`)
  return found
}
const missing = (made: ReturnType<typeof aFamily>) => network(made).missing.map((m) => `${m.what} ${m.subject}`)

describe('who sleeps here', () => {
  it.each([
    ['lives', 'here'],
    ['stays', 'here'],
    ['visits', 'not-here'],
    ['used-to-live', 'not-here'],
    ['away', 'not-here'],
  ])('somebody who %s sleeps %s, as told', (tie, sleeps) => {
    expect(personIn(jo().home('jo', tie), 'jo').sleeps).toBe(sleeps)
  })

  it('is not recorded where nobody said, even if they were seen here', () => {
    expect(personIn(jo(), 'jo').sleeps).toBe('not-recorded')
    expect(personIn(jo().says('NET-03', 'jo', { evidence: ['seen-here'] }), 'jo').sleeps).toBe('not-recorded')
  })

  it('differs where it is said that they do not come, and they were seen, recorded or named by a child', () => {
    for (const shown of ['seen-here', 'in-record', 'child-named'])
      expect(personIn(jo().home('jo', 'does-not-come', { evidence: [shown] }), 'jo').sleeps).toBe('differs')
    expect(personIn(jo().home('jo', 'does-not-come', { evidence: ['nothing-else'] }), 'jo').sleeps).toBe('not-here')
  })

  it('does not differ where a visitor was seen visiting', () => {
    expect(personIn(jo().home('jo', 'visits', { evidence: ['seen-here'] }), 'jo').sleeps).toBe('not-here')
  })

  it('differs where two people recorded different things, and both accounts are kept', () => {
    const both = jo()
      .home('jo', 'lives', {}, { by: RUTH, seen: [] })
      .home('jo', 'does-not-come', {}, { by: BO, seen: [] })
    const found = personIn(both, 'jo')
    expect([found.sleeps, found.residence.map((r) => r.tie).sort()]).toEqual(['differs', ['does-not-come', 'lives']])
  })

  it('tells of a child by where they live, and of an unborn baby nothing', () => {
    const children = network(
      family()
        .child('a', 'A')
        .child('b', 'B')
        .unborn('c', 'C')
        .says('CHD-02', 'a', { lives: 'some-of-the-time' })
        .says('CHD-02', 'b', { lives: 'in-care' })
        .says('CHD-02', 'c', { lives: 'unborn' }),
    ).children
    expect(children.map((c) => [c.id, c.sleeps])).toEqual([
      ['a', 'here'],
      ['b', 'not-here'],
      ['c', 'not-recorded'],
    ])
  })
})

describe('“none found”', () => {
  const none = () => jo().says('NET-06', 'jo', { risk: ['none-found'] })
  const standing = (made: ReturnType<typeof aFamily>) => personIn(made, 'jo').risks.map((r) => r.standing)

  it('says no more than that somebody said so, while nobody has checked', () => {
    expect(standing(none())).toEqual(['none-unchecked'])
  })

  it('waits while a check has no answer', () => {
    expect(standing(none().check('jo'))).toEqual(['none-waiting'])
    expect(standing(none().check('jo', { agency: 'police', outcome: 'no-answer' }))).toEqual(['none-waiting'])
  })

  it('stands once a check has an answer', () => {
    expect(standing(none().check('jo', { agency: 'police', reply: 'Nothing held' }))).toEqual(['none-checked'])
    expect(standing(none().check('jo', { agency: 'gp', outcome: 'nothing-known' }))).toEqual(['none-checked'])
    expect(standing(none().check('jo', { agency: 'gp', 'replied-on': { on: '2026-02-01' } }))).toEqual(['none-checked'])
  })

  it('is not borne out by a check on somebody else, nor by one that was taken out', () => {
    expect(standing(none().person('lee', 'Lee').check('lee'))).toEqual(['none-unchecked'])
    const taken = none().says('NET-08', 'jo:x', { agency: 'police' })
    taken.assessment.retracting('NET-08', 'Wrong person', { of: 'jo:x' })
    expect(standing(taken)).toEqual(['none-unchecked'])
  })

  it('stands beside a risk that a colleague recorded', () => {
    const both = none().says('NET-06', 'jo', { risk: ['violence'] }, { by: BO, seen: [] })
    expect(standing(both).sort()).toEqual(['listed', 'none-unchecked'])
  })
})

describe('ties', () => {
  it('are to each child by themselves, and else as for the whole family', () => {
    const made = jo()
      .child('ash', 'Ash')
      .person('col', 'Col')
      .relation('col', 'step-parent')
      .tieTo('col', 'kit', 'parent', { responsibility: 'no' })
    expect(network(made).childTies).toEqual([
      { person: 'col', child: 'kit', relations: ['parent'], responsibility: ['no'], isGeneral: false },
      { person: 'col', child: 'ash', relations: ['step-parent'], responsibility: [], isGeneral: true },
    ])
  })

  it('keep both when two people recorded different ones', () => {
    const made = jo()
      .tieTo('jo', 'kit', 'parent', { responsibility: 'yes' })
      .tieTo('jo', 'kit', 'grandparent', { responsibility: 'not-known' })
    expect(network(made).childTies).toEqual([
      {
        person: 'jo',
        child: 'kit',
        relations: ['grandparent', 'parent'],
        responsibility: ['not-known', 'yes'],
        isGeneral: false,
      },
    ])
  })

  it('make whoever is pregnant the parent of the one unborn baby', () => {
    const made = family()
      .unborn('baby', 'Baby')
      .person('jo', 'Jo', { part: 'subject' })
      .says('PRE-01', 'jo', { status: 'pregnant' })
    expect(network(made).childTies.map((t) => [t.person, t.child, t.relations])).toEqual([['jo', 'baby', ['parent']]])
  })

  it('read parental responsibility from the child too', () => {
    const made = jo().says('CHD-01', 'kit', { name: 'Kit', responsibility: ['jo'] })
    expect(network(made).childTies).toEqual([
      { person: 'jo', child: 'kit', relations: [], responsibility: ['yes'], isGeneral: true },
    ])
  })

  it('join partners once, whichever of the two it was recorded with, and keep who ended it', () => {
    const made = jo()
      .person('lee', 'Lee')
      .tie('lee', 'jo', 'former-partner', { ended: { on: '2024' }, 'ended-by': 'the-other' })
      .tie('jo', 'lee', 'former-partner')
    expect(network(made).couples).toEqual([
      { pair: ['jo', 'lee'], kinds: ['former-partner'], ended: { on: '2024' }, endedBy: ['jo'] },
    ])
  })

  it('keep both where one calls it over and the other does not', () => {
    const made = jo().person('lee', 'Lee').tie('jo', 'lee', 'former-partner').tie('lee', 'jo', 'partner')
    expect(network(made).couples.map((c) => c.kinds)).toEqual([['partner', 'former-partner']])
  })

  it('make two parents of a child a pair of which nothing is known', () => {
    const made = jo().person('lee', 'Lee').tieTo('jo', 'kit', 'parent').tieTo('lee', 'kit', 'parent')
    expect(network(made).couples).toEqual([{ pair: ['jo', 'lee'], kinds: [], endedBy: [] }])
  })

  it('join the partner of a parent only where it is plain which parent', () => {
    const partner = (made: ReturnType<typeof aFamily>) => made.person('lee', 'Lee').relation('lee', 'partner-of-parent')
    expect(network(partner(jo())).couples.map((c) => [c.pair, c.kinds])).toEqual([[['jo', 'lee'], ['partner']]])
    const two = jo().person('col', 'Col', { part: 'subject' })
    expect(network(partner(two)).couples).toEqual([])
  })

  it('of a person to themselves, or to somebody who was taken out, are none', () => {
    const made = jo().person('lee', 'Lee').tie('jo', 'jo', 'partner').tie('jo', 'lee', 'partner')
    made.assessment.retracting('NET-01', 'Entered twice', { of: 'lee' })
    expect(network(made).couples).toEqual([])
  })
})

describe('support and strain', () => {
  it('gathers what is said of one tie, from whichever end, with the way the help goes', () => {
    const made = jo()
      .person('lee', 'Lee')
      .tie('jo', 'lee', 'friend', { tie: 'strong', direction: 'to' })
      .tie('lee', 'jo', 'friend', { tie: 'stressful', direction: 'from' })
    expect(network(made).supports).toEqual([
      { ends: ['jo', 'lee'], qualities: ['stressful', 'strong'].sort(), helps: ['to-first'], words: '' },
    ])
  })

  it('keeps a group that stands in words alone', () => {
    expect(network(jo().support('n1', { who: 'Church', tie: 'weak' })).supports).toEqual([
      { ends: ['home', 'free:n1'], qualities: ['weak'], helps: [], words: 'Church' },
    ])
  })
})

describe('what is not recorded yet', () => {
  it('begins with the children', () => {
    expect(missing(family())).toEqual(['child -'])
  })

  it('names each child without two parents, and what is not known of each parent', () => {
    expect(missing(jo())).toEqual([
      'both-parents kit',
      'relation jo',
      'residence jo',
      'care jo',
      'partner-asked jo',
      'partner-before-asked jo',
    ])
  })

  it('is settled by an honest blank too', () => {
    const made = jo()
      .person('lee', 'Kit’s father, not known')
      .tieTo('jo', 'kit', 'parent')
      .tieTo('lee', 'kit', 'parent')
    for (const id of ['jo', 'lee'])
      made.leaves('NET-03', id, 'not-known').leaves('NET-04', id, 'not-known').leaves('NET-19', id, 'not-asked')
    expect(missing(made)).toEqual([])
  })

  it('names a partner, and a last partner, who is told of and not on the list', () => {
    const told = jo().says('NET-19', 'jo', { now: 'yes', before: 'yes' })
    expect(missing(told).filter((m) => m.startsWith('partner'))).toEqual(['partner jo', 'partner-before jo'])
    const listed = told.person('a', 'A').person('b', 'B').tie('jo', 'a', 'partner').tie('b', 'jo', 'former-partner')
    expect(missing(listed).filter((m) => m.startsWith('partner'))).toEqual([])
    expect(
      missing(jo().says('NET-19', 'jo', { now: 'no', before: 'no' })).filter((m) => m.startsWith('partner')),
    ).toEqual([])
  })

  it('asks with whom a child stays elsewhere', () => {
    expect(missing(jo().says('CHD-02', 'kit', { lives: 'relative' }))).toContain('child-elsewhere kit')
    const known = jo()
      .person('gran', 'Gran')
      .says('CHD-02', 'kit', { lives: 'relative', with: ['gran'] })
    expect(missing(known)).not.toContain('child-elsewhere kit')
  })
})

describe('changes', () => {
  const changes = (made: ReturnType<typeof aFamily>, contact = 'c1') => networkChanges(made.view(contact))
  const visits = () => jo().contact('c1', '2026-01-10').contact('c2', '2026-02-10')

  it('are what a later contact recorded over an earlier one, not the edits of one contact', () => {
    const made = visits()
      .home('jo', 'visits', {}, { contact: 'c1' })
      .home('jo', 'lives', {}, { contact: 'c1' })
      .home('jo', 'stays', {}, { contact: 'c2' })
      .home('jo', 'used-to-live', {}, { contact: 'c2' })
    expect(changes(made).recorded.map((c) => [c.contact, c.before, c.after])).toEqual([
      ['c2', ['lives'], ['used-to-live']],
    ])
  })

  it('do not depend on the clock of a device', () => {
    const at = (first: string, second: string) =>
      changes(
        visits()
          .home('jo', 'lives', {}, { contact: 'c1', at: first })
          .home('jo', 'away', {}, { contact: 'c2', at: second }),
      ).recorded.map((c) => [c.contact, c.before, c.after])
    expect(at('2026-01-10T09:00:00.000Z', '2026-02-10T09:00:00.000Z')).toEqual(
      at('2031-01-01T09:00:00.000Z', '2001-01-01T09:00:00.000Z'),
    )
  })

  it('tell who is new since the first contact, and who was taken out, and call nobody new at the first', () => {
    const made = visits().person('lee', 'Lee', {}, { contact: 'c2' })
    made.assessment.retracting('NET-01', 'Somebody else', { of: 'jo', contact: 'c2' })
    expect(changes(made).recorded.map((c) => [c.person, c.isNew, c.isRemoved])).toEqual([
      ['jo', false, true],
      ['lee', true, false],
    ])
  })

  it('keep every account of when somebody was here', () => {
    const made = jo()
      .home('jo', 'lives', { from: { on: '2024' } }, { by: RUTH, seen: [] })
      .home('jo', 'used-to-live', { from: { on: '2023' }, to: { on: '2025' } }, { by: BO, seen: [] })
    expect(changes(made).presences.map((p) => [p.tie, p.from, p.to])).toEqual([
      ['lives', { on: '2024' }, undefined],
      ['used-to-live', { on: '2023' }, { on: '2025' }],
    ])
  })
})

describe('the same record', () => {
  it('gives the same network in whatever order its entries came', () => {
    const entries = jo()
      .person('lee', 'Lee')
      .tie('jo', 'lee', 'partner')
      .tieTo('lee', 'kit', 'parent')
      .home('jo', 'lives')
      .assessment.entries()
    const from = (list: typeof entries) => networkOf(viewOf(recordOf(list), toyGuidance, TODAY, 'c1'))
    expect(from([...entries].reverse())).toEqual(from(entries))
  })
})
