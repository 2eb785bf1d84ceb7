import { screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { PartValue } from '../../../src/domain/answer.ts'
import { answerTo, type EntryContent } from '../../../src/domain/compose.ts'
import { ClaimsPanel } from '../../../src/ui/claims/claims-panel.tsx'
import { hands } from '../harness/a-person.ts'
import { inNav } from '../harness/nav.tsx'
import { anOpenAssessment, settled } from '../harness/open-assessment.tsx'

const given = (question: string, subject: string, parts: Record<string, PartValue>): EntryContent =>
  answerTo({ question, subject }, { parts }, [], { how: 'said', by: 'Ana' })
const ana = given('NET-01', 'ana', { label: 'Ana', part: 'subject' })
const claim = (id: string, label: string) => given('TRI-08', id, { label })
const finding = (id: string, source: string, word: string, more: Record<string, PartValue> = {}) =>
  given('TRI-02', id, { source, finding: word, ...more })

async function aPanel(...content: EntryContent[]) {
  const at = await anOpenAssessment([ana, ...content])
  const visit = vi.fn()
  at.show(() => inNav(<ClaimsPanel />, { visit }))
  return { at, visit, user: hands() }
}
const cell = (name: string | RegExp) => screen.getByRole('button', { name })
const grid = () => screen.getByRole('table', { name: 'Claims and what each source says' })

describe('what was said and could be checked', () => {
  const used = given('CON-01', 'ana:cannabis', { status: 'longer-ago' })

  it('is written down by one tap, in words and with what it came from, and is then offered no more', async () => {
    const { at, user } = await aPanel(used)
    expect(screen.queryByRole('table')).not.toBeInTheDocument()
    await user.click(screen.getByText('1 thing that was said could be checked'))
    const statement = 'Says that Ana has not used cannabis in the last 12 months'
    await user.click(cell(`Write this down as a claim to check ${statement}`))
    await settled()
    const { view } = at.assessment.current()
    expect(view.items('TRI-08').map((a) => [a.value, a.entry.basis])).toEqual([
      [
        {
          parts: {
            label: statement,
            topic: 'K-USE',
            about: ['ana'],
            substance: 'cannabis',
            polarity: 'says-no',
            'stated-by': 'Ana',
            'stated-on': { on: '2026-11-01' },
            'raised-by': 'CON-01|ana:cannabis|status|longer-ago',
          },
        },
        { how: 'said', by: 'Ana' },
      ],
    ])
    expect(screen.queryByText(/could be checked/)).not.toBeInTheDocument()
    expect(within(grid()).getByRole('rowheader', { name: new RegExp(`^${statement}`) })).toBeInTheDocument()
  })

  it('is offered again, with a word of what went wrong, when it could not be saved', async () => {
    const { at, user } = await aPanel(used)
    await user.click(screen.getByText('1 thing that was said could be checked'))
    at.failNextWrite('quota')
    await user.click(cell(/^Write this down as a claim to check/))
    await settled()
    expect(screen.getByRole('alert')).toHaveTextContent('The claim was not saved.')
    expect(cell(/^Write this down as a claim to check/)).toBeInTheDocument()
  })
})

describe('the grid', () => {
  it('has a word in every cell, the child’s column among them, and the claims that differ first', async () => {
    await aPanel(
      claim('a', 'Says none since May'),
      finding('a:1', 'adult', 'agrees'),
      claim('b', 'Says a cot is used'),
      finding('b:1', 'child', 'contradicts'),
      finding('b:2', 'record', 'not-sought'),
    )
    const rows = within(grid())
      .getAllByRole('row')
      .map((row) =>
        within(row)
          .queryAllByRole('button')
          .map((b) => b.firstChild?.textContent),
      )
    expect(rows.filter((r) => r.length === 8)).toEqual([
      [
        'Nothing recorded',
        'Nothing recorded',
        'Nothing recorded',
        'Not sought yet',
        'Nothing recorded',
        'Nothing recorded',
        'Contradicts',
        'Nothing recorded',
      ],
      ['Agrees', ...Array.from({ length: 7 }, () => 'Nothing recorded')],
    ])
    expect(
      within(grid())
        .getAllByRole('columnheader')
        .map((h) => h.textContent),
    ).toContain('Child')
    expect(screen.getByText('Not borne out: a child contradicts it.')).toBeInTheDocument()
    expect(screen.getByText('It rests on the word of the adult alone.')).toBeInTheDocument()
  })

  it('records what a source says by two taps, and the rest in the form that opens', async () => {
    const { at, user } = await aPanel(claim('a', 'Says none since May'))
    await user.click(cell('Nothing recorded Agency record: Says none since May'))
    const editor = screen.getByRole('group', { name: 'Agency record: Says none since May' })
    expect(editor).toHaveFocus()
    expect(at.assessment.current().view.items('TRI-02', 'a')).toEqual([])
    await user.click(within(editor).getByRole('button', { name: 'Contradicts' }))
    await settled()
    expect(
      at.assessment
        .current()
        .view.items('TRI-02', 'a')
        .map((f) => f.value),
    ).toEqual([{ parts: { source: 'record', finding: 'contradicts' } }])
    expect(within(grid()).getByRole('rowheader', { name: 'Says none since MayDiffers' })).toBeInTheDocument()
    expect(within(editor).getByRole('radio', { name: 'Contradicts' })).toBeChecked()
    await user.click(within(editor).getByRole('button', { name: 'Done' }))
    await settled()
    expect(editor).not.toBeInTheDocument()
    expect(screen.getByText('Differs (1)')).toBeInTheDocument()
    expect(cell('Contradicts Agency record: Says none since May')).toHaveFocus()
  })

  it('makes nothing when a cell is opened and closed again', async () => {
    const { at, user } = await aPanel(claim('a', 'Says none since May'))
    await user.click(cell('Nothing recorded Child: Says none since May'))
    await user.click(cell('Close'))
    await settled()
    expect(at.assessment.current().view.items('TRI-02', 'a')).toEqual([])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('says what a difference still needs, in the order to take it, each a way there', async () => {
    const { visit, user } = await aPanel(
      claim('a', 'Says none since May'),
      finding('a:1', 'record', 'contradicts'),
      given('TRI-04', 'a', { other: 'A mistake in the record' }),
    )
    const needed = within(screen.getByRole('list')).getAllByRole('listitem')
    expect(needed.map((li) => li.textContent)).toEqual([
      'Think of other explanations: done',
      'Say whether you put it to the adult',
      'Write what you now think, and what it means for the child',
    ])
    await user.click(cell('Say whether you put it to the adult'))
    expect(visit).toHaveBeenCalledExactlyOnceWith('TRI', { question: 'TRI-05' })
  })

  it('says when the evidence is old, and why a test does not count', async () => {
    await aPanel(
      given('TRI-08', 'a', { label: 'Says none', topic: 'K-USE', polarity: 'says-no' }),
      finding('a:1', 'adult', 'agrees'),
      finding('a:2', 'test', 'agrees', { on: { on: '2026-09-01' } }),
    )
    expect(screen.getByText('Self-report only (1)')).toBeInTheDocument()
    expect(screen.getByText(/^Needs refreshing: .* more than 28 days old\.$/)).toBeInTheDocument()
    expect(
      screen.getByText(
        'A negative test here does not count as evidence of no use: it is not linked to a recorded test.',
      ),
    ).toBeInTheDocument()
  })

  it('stays short with thirty claims: only what most needs a look stands open', async () => {
    const claims = Array.from({ length: 30 }, (_, i) => claim(`c${i}`, `Claim ${i}`))
    const { user } = await aPanel(...claims, finding('c7:1', 'record', 'contradicts'))
    expect(
      within(grid())
        .getAllByRole('rowheader')
        .map((h) => h.textContent),
    ).toEqual(['Differs (1)', 'Claim 7Differs', 'Unknown (29)'])
    await user.click(cell('Unknown (29)'))
    expect(within(grid()).getAllByRole('rowheader')).toHaveLength(32)
  })
})

describe('whose a sign is', () => {
  it('is asked before anybody is blamed, and a person with a reason settles it', async () => {
    const { at, user } = await aPanel(
      given('START-04', 'contact-1', { safe: 'yes' }),
      {
        kind: 'contact',
        slot: { question: 'CONTACT', subject: 'contact-1' },
        value: { startedOn: '2026-11-02' },
        seen: [],
      },
      given('NET-01', 'lee', { label: 'Lee', part: 'carer' }),
      given('CON-01', 'ana:cannabis', { status: 'never' }),
      given('CON-01', 'lee:cannabis', { status: 'now' }),
      given('TRI-01', 'sign', { sign: 'smell-cannabis' }),
    )
    const raised = () => at.assessment.current().raised
    await settled()
    expect([...raised()]).toContain('RC-35')
    await user.click(cell('Say whose it is Smell of cannabis'))
    await user.click(screen.getByRole('checkbox', { name: 'Lee' }))
    await user.type(screen.getByRole('textbox', { name: 'Why you think it is theirs' }), 'It was in his coat')
    await user.click(cell('Done'))
    await settled()
    expect(raised().has('RC-35')).toBe(false)
    expect(raised().has('RC-01')).toBe(false)
    expect(screen.queryByText('Whose is it?')).not.toBeInTheDocument()
  })
})
