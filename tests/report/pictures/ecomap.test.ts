import { describe, expect, it } from 'vitest'
import { networkOf } from '../../../src/domain/network.ts'
import type { Figure } from '../../../src/report/pdf/blocks.ts'
import { ecomap, ecomapLayout, styleOf } from '../../../src/report/pictures/ecomap.ts'
import { aFamily, aLargeFamily } from '../../builders/a-family.ts'
import { wordsIn } from './drawn.ts'

type Family = ReturnType<typeof aFamily>
const nodes = (family: Family) => ecomapLayout(networkOf(family.view())).nodes
const styles = (family: Family) => nodes(family).map((n) => [n.id, styleOf(n.supports)])
const arrows = (figure: Figure) =>
  figure.shapes.filter((s) => s.shape === 'poly' && s.closed && s.points.length === 3).length
const home = () => aFamily().child('kit', 'Kit').person('jo', 'Jo').home('jo', 'lives')

describe('a map of ties', () => {
  it('has the home in the middle circle, with those who sleep there, and everybody else around', () => {
    const family = home().person('gran', 'Gran').home('gran', 'visits').service('s1', 'gp')
    const figure = ecomap(family.view())
    expect(nodes(family).map((n) => n.id)).toEqual(['gran', 's1'])
    expect(wordsIn(figure).slice(0, 3)).toEqual(['This home', 'Kit', 'Jo'])
    expect(wordsIn(figure)).toEqual(expect.arrayContaining(['Gran', 'GP']))
  })

  it('draws a strong tie thick, a weak one broken, a stressful one as a zigzag and an unknown one dotted', () => {
    const family = home()
    for (const [id, tie] of [
      ['s1', 'strong'],
      ['s2', 'weak'],
      ['s3', 'stressful'],
    ] as const)
      family.service(id, 'gp').support(`n${id}`, { service: [id], tie })
    family.service('s4', 'police')
    expect(styles(family)).toEqual([
      ['s1', 'thick'],
      ['s2', 'broken'],
      ['s3', 'zigzag'],
      ['s4', 'dotted'],
    ])
  })

  it('draws a tie of which people recorded different things as an unknown one', () => {
    const family = home()
      .service('s1', 'gp')
      .support('n1', { service: ['s1'], tie: 'strong' })
      .support('n2', { service: ['s1'], tie: 'weak' })
    expect(styles(family)).toEqual([['s1', 'dotted']])
  })

  it.each([
    ['to', 1],
    ['from', 1],
    ['both', 2],
  ])('has arrows for the way of the help: %s', (direction, heads) => {
    const figure = ecomap(
      home()
        .service('s1', 'gp')
        .support('n1', { service: ['s1'], tie: 'strong', direction })
        .view(),
    )
    // One more stands in the key.
    expect(arrows(figure)).toBe(heads + 1)
  })

  it('counts a tie to one who lives here as a tie to the home', () => {
    const family = home().person('gran', 'Gran').tie('jo', 'gran', 'parent', { tie: 'strong', direction: 'to' })
    expect(styles(family)).toEqual([['gran', 'thick']])
    const tie = nodes(family)[0]?.supports[0]
    // Gran is Jo's parent and helps Jo: the help comes into the home, which is the first end.
    expect([tie?.ends[0], tie?.helps]).toEqual(['jo', ['to-first']])
  })

  it('has a group that is told in words alone', () => {
    expect(wordsIn(ecomap(home().support('n1', { who: 'Church', tie: 'strong' }).view()))).toContain('Church')
  })

  it('says that nobody recorded who sleeps here', () => {
    expect(wordsIn(ecomap(aFamily().child('kit', 'Kit').view())).join(' ')).toContain('Who sleeps here is not recorded')
  })

  it('names everybody of a large home', () => {
    const said = wordsIn(ecomap(aLargeFamily().view()))
    expect(said).toEqual(expect.arrayContaining(['Baby', 'Ash', 'Mia', 'Tom', 'Jo Field', 'Col', 'Sam', 'Kit']))
    expect(said.filter((t) => /more$/.test(t))).toEqual([])
  })

  it('counts the rest where more live than a home can be thought to hold', () => {
    const crowd = Array.from({ length: 20 }, (_, i) => `p${i}`)
    const family = crowd.reduce((f, id) => f.person(id, `Guest ${id}`).home(id, 'lives'), aFamily())
    expect(wordsIn(ecomap(family.view()))).toContain('and 5 more')
  })
})
