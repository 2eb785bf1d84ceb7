import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { answerTo } from '../../../src/domain/compose.ts'
import { ChildCards } from '../../../src/ui/steps/child-cards.tsx'
import { recorded } from '../harness/a-person.ts'
import { anOpenAssessment, LIN } from '../harness/open-assessment.tsx'

const child = (id: string, parts: Record<string, string>) =>
  answerTo({ question: 'START-05', subject: id }, { parts }, [])
const cards = () =>
  [...screen.getByRole('region', { name: 'The children' }).querySelectorAll('p')].map((p) => p.textContent)

describe('the cards of the children', () => {
  it('say so when no child is named yet', async () => {
    const at = await anOpenAssessment()
    at.show(() => <ChildCards />)
    expect(cards()).toEqual(['No child or unborn baby is named yet.'])
  })

  it('show each child by name and age, with what is not known said as not known', async () => {
    const at = await anOpenAssessment([
      child('wren', { label: 'Wren', what: 'child' }),
      child('baby', { label: 'Baby', what: 'unborn' }),
      answerTo({ question: 'CHD-01', subject: 'wren' }, { parts: { birth: { on: '2023-05-01' } } }, []),
    ])
    at.show(() => <ChildCards />)
    const shown = cards()
    expect(shown.map((text) => text?.replace(/\s+\d+ questions? about.*/, '').trim())).toEqual([
      'Wren 3 years When last seen: not recorded',
      'Baby Unborn baby',
    ])
  })

  it('change as soon as something is recorded', async () => {
    const at = await anOpenAssessment([child('wren', { label: 'Wren', what: 'child' })])
    at.show(() => <ChildCards />)
    expect(cards()[0]).toContain('When last seen: not recorded')
    await at.receive(recorded(LIN, 'seen', { question: 'CHD-03', subject: 'wren' }, { blank: 'not-known' }))
    expect(cards()[0]).toContain('When last seen: not recorded')
    const { contact } = at.assessment.current().view
    const seen = recorded(
      LIN,
      'seen-2',
      { question: 'CHD-03', subject: 'wren' },
      { parts: { seen: 'yes' } },
      { seen: ['seen'] },
    )
    await at.receive({ ...seen, contact })
    expect(cards()[0]).toContain('Seen at this contact')
  })
})
