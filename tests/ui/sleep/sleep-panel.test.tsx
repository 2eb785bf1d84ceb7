import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { answerTo } from '../../../src/domain/compose.ts'
import { FamilySheetScreen } from '../../../src/ui/sleep/family-sheet-screen.tsx'
import { SleepPanel } from '../../../src/ui/sleep/sleep-panel.tsx'
import type { AssessmentNav } from '../../../src/ui/steps/assessment-nav.ts'
import { hands, recorded } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, LIN } from '../harness/open-assessment.tsx'

const said = (question: string, subject: string, parts: Record<string, unknown>) =>
  answerTo({ question, subject }, { parts } as never, [])
const family = () =>
  anOpenAssessment([
    said('START-05', 'wren', { label: 'Wren', what: 'child' }),
    said('CHD-01', 'wren', { birth: { on: '2026-10-20' } }),
    said('NET-01', 'sam', { label: 'Sam', part: 'subject' }),
    said('NET-01', 'pat', { label: 'Pat', part: 'carer' }),
    said('NET-04', 'sam', { care: 'main' }),
    said('SLP-05', 'sam', { factors: { smokes: 'yes' } }),
    said('SLP-02', 'cot', { place: 'own-cot', home: 'Flat 2' }),
  ])
const table = (name: string) => screen.getByRole('table', { name })
const row = (of: string, name: string) => within(within(table(of)).getByRole('row', { name: new RegExp(`^${name}`) }))

describe('tonight, at a glance', () => {
  it('has a row for each adult and each place, and each word leads to its question about them', async () => {
    const at = await family()
    const visit = vi.fn<AssessmentNav['visit']>()
    at.show(() => inNav(<SleepPanel />, { visit }))
    const user = hands()
    await user.click(row('Who settles the baby', 'Sam').getByRole('button', { name: /Yes, Sam: Smokes/ }))
    expect(visit).toHaveBeenLastCalledWith('SLP', { question: 'SLP-05', subject: 'sam' })
    await user.click(
      row('Where the baby sleeps', 'Own cot or Moses basket, Flat 2').getByRole('button', { name: /Clear$/ }),
    )
    expect(visit).toHaveBeenLastCalledWith('SLP', { question: 'SLP-03', subject: 'cot' })
    await user.click(row('Who settles the baby', 'Sam').getByRole('button', { name: /Care$/ }))
    expect(visit).toHaveBeenLastCalledWith('NET', { question: 'NET-04', subject: 'sam' })
  })

  it('says of whom nobody knows yet what care they give, and what is outstanding', async () => {
    const at = await family()
    at.show(() => inNav(<SleepPanel />))
    expect(screen.getByText('What care is given is not recorded for: Pat.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: 'Sam: no safer-sleep message given yet' })).toBeInTheDocument()
  })

  it('shows every account where people recorded different things, and picks none', async () => {
    const at = await family()
    at.show(() => inNav(<SleepPanel />))
    await at.receive(
      recorded(LIN, 'other', { question: 'SLP-05', subject: 'sam' }, { parts: { factors: { smokes: 'no' } } }),
    )
    const cell = row('Who settles the baby', 'Sam').getByRole('button', { name: /Smokes$/ })
    expect(cell.textContent).toMatch(/^People recorded different things: (Yes \/ No|No \/ Yes)/)
  })

  it('gives the message for what is recorded of each adult', async () => {
    const at = await family()
    at.show(() => inNav(<SleepPanel />))
    expect(screen.getByText(/^You smoke, so not in your bed/)).toBeInTheDocument()
    expect(screen.queryByText(/^You use drugs/)).not.toBeInTheDocument()
  })
})

describe('the family sheet on the screen', () => {
  it('chooses nothing beforehand, and names an adult only once they are said to agree', async () => {
    const at = await family()
    at.show(() => inNav(<FamilySheetScreen make={async () => ({ ok: false })} />))
    expect(screen.queryByRole('checkbox', { checked: true })).not.toBeInTheDocument()
    expect(screen.queryByText(/Sam smokes/)).not.toBeInTheDocument()
    await hands().click(screen.getByRole('checkbox', { name: 'Sam agrees to be named: smokes' }))
    expect(screen.getByText(/^Sam smokes, even if only outside/)).toBeInTheDocument()
  })

  it('hides the choices while it is shown to the family', async () => {
    const at = await family()
    at.show(() => inNav(<FamilySheetScreen make={async () => ({ ok: false })} />))
    await hands().click(screen.getByRole('button', { name: 'Show it to the family' }))
    expect(screen.queryByText(/agrees to be named/)).not.toBeInTheDocument()
    expect(screen.getByRole('heading', { name: 'Sleep plan for Wren' })).toBeInTheDocument()
  })

  it('says that nothing was lost when the PDF could not be made', async () => {
    const at = await family()
    at.show(() => inNav(<FamilySheetScreen make={async () => ({ ok: false })} />))
    await hands().click(screen.getByRole('button', { name: 'Make the PDF' }))
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was lost')
  })
})
