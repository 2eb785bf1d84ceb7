import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { EntryContent } from '../../../src/domain/compose.ts'
import type { Entry } from '../../../src/domain/entry.ts'
import NetworkPanel from '../../../src/ui/network/network-panel.tsx'
import { NetworkToggle } from '../../../src/ui/network/network-toggle.tsx'
import { WorkspaceProvider } from '../../../src/ui/workspace.ts'
import { aFamily, aLargeFamily } from '../../builders/a-family.ts'
import { hands, recorded } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, SAM } from '../harness/open-assessment.tsx'

const contentOf = (entries: readonly Entry[]): EntryContent[] =>
  entries.map(({ kind, slot, value, supersedes }) => ({ kind, slot, value, seen: supersedes }))
const jo = () => aFamily().child('kit', 'Kit').person('jo', 'Jo', { part: 'subject' }).home('jo', 'lives')

async function aPanel(family: ReturnType<typeof aFamily>, withPrivate = true) {
  const at = await anOpenAssessment(contentOf(family.assessment.entries()))
  const visit = vi.fn()
  at.show((workspace) =>
    inNav(
      <WorkspaceProvider value={{ ...workspace, withPrivate }}>
        <NetworkPanel />
      </WorkspaceProvider>,
      { visit },
    ),
  )
  return { at, visit, user: hands() }
}
const tableNamed = (name: string) => screen.getByRole('table', { name })
const rowOf = (table: string, name: RegExp) =>
  within(tableNamed(table)).getByRole('rowheader', { name }).closest('tr')?.textContent ?? ''
/** All that the table of people tells of one of them. */
const told = (name: RegExp) =>
  within(tableNamed('Everybody in a table')).getByRole('rowheader', { name }).closest('tbody')?.textContent ?? ''

describe('the network so far', () => {
  it('is drawn when it is asked for, and put away again', async () => {
    const at = await anOpenAssessment(contentOf(jo().assessment.entries()))
    at.show(() => inNav(<NetworkToggle />))
    const user = hands()
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Show the network so far' }))
    vi.useRealTimers()
    expect(
      await screen.findByRole('img', { name: /^A map of 1 person and 1 child/ }, { timeout: 10_000 }),
    ).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Hide the network', expanded: true }))
    expect(screen.queryByRole('img')).not.toBeInTheDocument()
  })

  it('has a table beside each picture, with the whole of every long name', async () => {
    await aPanel(aLargeFamily())
    expect(screen.getAllByRole('img').map((i) => i.getAttribute('aria-label'))).toEqual([
      expect.stringMatching(/^A map of 12 people and 5 children/),
      expect.stringMatching(/^The home in the middle, and 17 people and services/),
      expect.stringMatching(/^A time line of/),
    ])
    expect(told(/Wilhelmina Featherstonehaugh-Cholmondeley/)).toContain('Friend')
    expect(told(/^D \(/)).toContain('Accounts and evidence differ')
    expect(rowOf('Checks', /D$/)).toContain('Police')
    expect(within(tableNamed('Around the family')).getByText(/Church on the hill/)).toBeInTheDocument()
  })

  it('shows both accounts where people recorded different things', async () => {
    const { at } = await aPanel(jo())
    await at.receive(recorded(SAM, 'sam-1', { question: 'NET-03', subject: 'jo' }, { parts: { tie: 'does-not-come' } }))
    const row = told(/Jo/)
    expect(row).toContain('Lives here')
    expect(row).toContain('Does not come here')
    expect(row).toContain('Accounts and evidence differ')
  })

  it('calls “none found” what it is while nobody has checked', async () => {
    await aPanel(jo().says('NET-06', 'jo', { risk: ['none-found'] }))
    expect(told(/Jo/)).toContain('Says none; nobody has checked')
  })

  it('shows no risk while private answers are hidden', async () => {
    await aPanel(jo().says('NET-06', 'jo', { risk: ['violence'] }), false)
    expect(screen.queryByText(/Violence/)).not.toBeInTheDocument()
    expect(screen.queryByText(/^Known risk/)).toHaveTextContent(/are left out/)
  })

  it('says what is not recorded yet, and leads to the question', async () => {
    const { visit, user } = await aPanel(jo())
    await user.click(screen.getByRole('button', { name: /Whether Jo has a partner is not recorded yet/ }))
    expect(visit).toHaveBeenCalledWith('NET', { question: 'NET-19' })
  })

  it('says that nobody is recorded', async () => {
    await aPanel(aFamily())
    expect(screen.getByText('Nobody is recorded yet.')).toBeInTheDocument()
    expect(screen.getByRole('button', { name: /No child or unborn baby is recorded yet/ })).toBeInTheDocument()
  })
})
