import { describe, expect, it } from 'vitest'
import { aFamily, aLargeFamily } from '../builders/a-family.ts'
import { reportOf, sectionOf } from './report-builders.ts'

const TITLE = 'The network so far'
const report = (family: ReturnType<typeof aFamily>) => reportOf(family.assessment.entries(), { contact: 'c1' })

describe('the network on paper', () => {
  it('is left out where nobody is recorded', async () => {
    expect(sectionOf(await report(aFamily()), TITLE)).toBe('')
  })

  it('has the three pictures, each with words for somebody who does not see it', async () => {
    const figures = (await report(aLargeFamily())).blocks.flatMap((b) => (b.kind === 'figure' ? [b.alt] : []))
    expect(figures.slice(0, 3).map((alt) => alt.split(',')[0])).toEqual([
      'A map of 12 people and 5 children',
      'The home in the middle',
      'A time line of 4 people',
    ])
  })

  it('tells the whole of a name, a risk that nobody checked, a check that waits and what is not recorded', async () => {
    const text = sectionOf(await report(aLargeFamily()), TITLE)
    for (const words of [
      'Wilhelmina Featherstonehaugh-Cholmondeley (25 to 64)',
      'Says none; nobody has checked',
      'Police: no answer is recorded',
      'Former partner of D, ended 2019 by Jo Field',
      'Accounts and evidence differ. Used to live here, since 2016, until 2019, what shows it: They were seen here',
      'Whether Col had a partner before is not recorded yet.',
    ])
      expect(text).toContain(words)
  })
})
