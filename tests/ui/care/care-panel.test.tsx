import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { answerTo } from '../../../src/domain/compose.ts'
import { CarePanel } from '../../../src/ui/care/care-panel.tsx'
import type { AssessmentNav } from '../../../src/ui/steps/assessment-nav.ts'
import { hands } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment } from '../harness/open-assessment.tsx'

const said = (question: string, subject: string, parts: Record<string, unknown>) =>
  answerTo({ question, subject }, { parts } as never, [])
const people = [
  said('START-05', 'mia', { label: 'Mia', what: 'child' }),
  said('NET-01', 'col', { label: 'Col', part: 'subject' }),
]

describe('care of each child, at a glance', () => {
  it('shows the day as a picture with a table beside it, and what follows leads to its answers', async () => {
    const at = await anOpenAssessment([
      ...people,
      said('CAP-14', 'mia:a', { from: '18:00', to: '20:00', who: ['col'], affected: 'yes' }),
    ])
    const visit = vi.fn<AssessmentNav['visit']>()
    at.show(() => inNav(<CarePanel />, { visit }))
    expect(screen.getByRole('img', { name: /for Mia\. 1: 18:00 to 20:00, Col, all affected\./ })).toBeInTheDocument()
    const table = screen.getByRole('table', { name: 'A day of this child: Mia' })
    expect(within(table).getByRole('row', { name: /^1\. 18:00 to 20:00/ })).toBeInTheDocument()
    await hands().click(screen.getByRole('button', { name: '18:00 to 20:00, All affected' }))
    expect(visit).toHaveBeenLastCalledWith('CAP', { question: 'CAP-14', subject: 'mia' })
  })

  it('has one table of tasks for each child, with what nobody answered said so', async () => {
    const at = await anOpenAssessment([...people, said('CAP-02', 'col:mia', { tasks: { feeds: 'always' } })])
    at.show(() => inNav(<CarePanel />))
    const table = screen.getByRole('table', { name: 'Who really does it: Mia' })
    expect(within(table).getByRole('row', { name: /^Feeds Always/ })).toBeInTheDocument()
    expect(within(table).getByRole('row', { name: /^Bedtime Not answered yet/ })).toBeInTheDocument()
    expect(screen.getByText(/That is not evidence that all is covered/)).toBeInTheDocument()
  })
})
