import { describe, expect, it } from 'vitest'
import { caseOf, reportOf, sectionOf } from './report-builders.ts'

describe('safer sleep in the report', () => {
  it('says what is outstanding, of each adult what is recorded, and where the baby slept', async () => {
    const { entries, contact } = caseOf('FX-C')
    const words = sectionOf(await reportOf(entries, { contact }), 'Safer sleep')
    expect(words).toContain('Pat: no safer-sleep message given yet')
    expect(words).toContain('Adult Beth Sam Pat')
    expect(words).toContain('Drowsy medicine Not answered yet Not answered yet Yes')
    expect(words).toContain('The night before this contact Sofa')
    expect(words).toContain('Wren Born before 37 weeks; Birth weight 2.5 kg or less')
  })

  it('is left out where no baby is asked about', async () => {
    const { entries, contact } = caseOf('FX-B')
    expect(sectionOf(await reportOf(entries, { contact }), 'Safer sleep')).toBe('')
  })
})
