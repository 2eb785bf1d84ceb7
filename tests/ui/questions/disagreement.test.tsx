import { screen, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { AnswerValue } from '../../../src/domain/answer.ts'
import { claimsOf } from '../../../src/domain/claims.ts'
import { hands, recorded, removed, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'
import { ASHA, LIN, SAM, settled } from '../harness/open-assessment.tsx'

const question = questionOf('NET-15')
const slot = { question: 'NET-15', subject: '-' }
const nobody: AnswerValue = { parts: { says: 'none' } }
const somebody: AnswerValue = { parts: { says: 'yes' } }

const sams = recorded(SAM, 'of-sam', slot, nobody, { basis: { how: 'said', by: 'Kay' } })
const lins = recorded(LIN, 'of-lin', slot, somebody, { basis: { how: 'record' } })

async function aDisagreement() {
  const at = await aCard(question)
  await at.receive(sams, lins)
  return at
}
const choices = () => within(screen.getByRole('group', { name: 'Which stands now?' })).getAllByRole('radio')
/** The answers among the choices, by the entry that holds each. */
const answers = () =>
  choices().flatMap((c) => ((c as HTMLInputElement).value === '+' ? [] : [(c as HTMLInputElement).value]))
const settle = () => screen.getByRole('button', { name: 'Record this choice' })

describe('two people who recorded different things', () => {
  it('are both shown, with who, which agency and how it is known; nothing is chosen', async () => {
    await aDisagreement()
    expect(choices().map((c) => (c as HTMLInputElement).labels?.[0]?.textContent)).toEqual([
      'Yes, somebody does on record. Lin Brandt, Health visitor, Public health, 1 Nov 2026, 09:00',
      'Nobody else uses said to the practitioner: Kay. Sam Okoro, Drug and alcohol worker, Harbour service, 1 Nov 2026, 09:00',
      'Keep both as a difference between sources',
    ])
    expect(choices().map((c) => (c as HTMLInputElement).checked)).toEqual([false, false, false])
    expect(screen.queryByRole('group', { name: question.text })).not.toBeInTheDocument()
  })

  it('are settled by a choice and a reason; the entry supersedes both and is known as the chosen one was', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(settle())
    expect(screen.getByText('Choose which stands')).toBeInTheDocument()
    await user.click(screen.getByRole('radio', { name: /^Nobody else uses/ }))
    await user.click(settle())
    expect(screen.getByText('Say why')).toBeInTheDocument()
    expect(await at.entriesIn(slot)).toHaveLength(2)

    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Kay showed me the letter')
    await user.click(settle())
    await settled()
    const made = (await at.entriesIn(slot)).filter((e) => e.kind === 'resolve')
    expect(made.map(({ value, supersedes, basis }) => ({ value, supersedes, basis }))).toEqual([
      {
        value: { answer: nobody, why: 'Kay showed me the letter' },
        supersedes: ['of-lin', 'of-sam'],
        basis: { how: 'said', by: 'Kay' },
      },
    ])
    expect(screen.getByRole('radio', { name: 'Nobody else uses' })).toBeChecked()
    await user.click(screen.getByText(/^People had recorded different answers here/))
    expect(screen.getByText(/by Asha Rahman.*because Kay showed me the letter$/)).toBeInTheDocument()
    expect(screen.getAllByRole('listitem').map((was) => was.textContent?.split(',')[0])).toEqual([
      'Yes',
      'Nobody else uses said to the practitioner: Kay. Sam Okoro',
    ])
    expect((await at.entriesIn(slot)).map((e) => e.id)).toEqual(expect.arrayContaining(['of-sam', 'of-lin']))
  })

  it('are not settled over an answer that came in after the choice was begun', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(screen.getByRole('radio', { name: /^Nobody else uses/ }))
    await at.receive(recorded(LIN, 'of-lin-later', slot, { blank: 'not-known' }))
    expect(screen.getByText(/came in after you began to choose/)).toBeInTheDocument()
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'The letter')
    await user.click(settle())
    await settled()
    const heads = at.view().record.heads(slot)
    expect(heads.map((h) => [h.kind, h.supersedes])).toEqual([
      ['answer', []],
      ['resolve', ['of-lin', 'of-sam']],
    ])
  })

  it('can be settled for the one who took the answer back', async () => {
    const at = await aCard(question)
    await at.receive(sams, removed(LIN, 'taken-back', slot, 'Wrong family', ['of-sam']))
    await at.receive(recorded(SAM, 'of-sam-2', slot, somebody, { seen: ['of-sam'] }))
    const user = hands()
    await user.click(screen.getByRole('radio', { name: /^Removed: Wrong family/ }))
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'It was the neighbour')
    await user.click(settle())
    await settled()
    expect(
      at
        .view()
        .record.heads(slot)
        .map(({ kind, value, supersedes }) => ({ kind, value, supersedes })),
    ).toEqual([{ kind: 'retract', value: { why: 'It was the neighbour' }, supersedes: ['of-sam-2', 'taken-back'] }])
  })

  it('stay as they are when the choice cannot be saved, and the reason typed stays too', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(screen.getByRole('radio', { name: /^Nobody else uses/ }))
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'The letter')
    at.breakWrites('quota')
    await user.click(settle())
    await settled()
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved. This device is full.')
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('The letter')
    at.mend()
    await user.click(settle())
    await settled()
    expect(
      at
        .view()
        .record.heads(slot)
        .map((h) => h.kind),
    ).toEqual(['resolve'])
  })

  it('keeps the reason that was being typed when the browser died', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(screen.getByRole('radio', { name: /^Nobody else uses/ }))
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'The let')
    await at.assessment.flush()
    at.shown.unmount()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(screen.getByRole('radio', { name: /^Nobody else uses/ })).toBeChecked()
    expect(screen.getByRole('textbox', { name: 'Why' })).toHaveValue('The let')
  })
})

describe('two answers that are kept as a difference between sources', () => {
  const keepBoth = () => screen.getByRole('radio', { name: 'Keep both as a difference between sources' })
  async function kept() {
    const at = await aDisagreement()
    const user = hands()
    await user.click(keepBoth())
    await user.click(settle())
    expect(screen.getByText('Say why')).toBeInTheDocument()
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'Kay and the record differ')
    await user.click(settle())
    await settled()
    return { at, user }
  }

  it('make one claim with what each source says, in one step with the settlement', async () => {
    const { at } = await kept()
    expect(claimsOf(at.view()).map((c) => [c.status, c.findings.map((f) => f.source).sort()])).toEqual([
      ['differs', ['other', 'record']],
    ])
    const [head, more] = at.view().record.heads(slot)
    expect([head?.kind, head?.supersedes, more]).toEqual(['resolve', ['of-lin', 'of-sam'], undefined])
    expect(
      at
        .view()
        .standing(slot.question, slot.subject)
        .map((a) => a.entry.id),
    ).toEqual(['of-lin', 'of-sam'])
  })

  it('both stay on the screen with who recorded them and why they were kept; a new answer can take their place', async () => {
    const { at, user } = await kept()
    const [lin, sam] = screen.getAllByRole('listitem')
    expect(lin).toHaveTextContent(/^Yes, somebody does on record\. Lin Brandt/)
    expect(sam).toHaveTextContent(/^Nobody else uses said to the practitioner: Kay\. Sam Okoro/)
    expect(
      screen.getByText(/^Kept as a difference between sources by Asha Rahman.*because Kay and the record differ$/),
    ).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'Record a new answer in their place' }))
    // They stay in sight while the new one is being made.
    expect(screen.getAllByRole('listitem')).toHaveLength(2)
    await user.click(screen.getByRole('radio', { name: 'Nobody else uses' }))
    await tapBeside(user)
    expect(
      at
        .view()
        .standing(slot.question, slot.subject)
        .map((a) => a.value),
    ).toEqual([nobody])
  })

  it('are kept all or not at all where the device is full', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(keepBoth())
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'They differ')
    at.breakWrites('quota')
    await user.click(settle())
    await settled()
    expect(screen.getByRole('alert')).toHaveTextContent('Not saved. This device is full.')
    expect([claimsOf(at.view()), at.view().record.heads(slot).length]).toEqual([[], 2])
    at.mend()
    await user.click(settle())
    await settled()
    expect(claimsOf(at.view())).toHaveLength(1)
  })

  it('leave out what came in after the choice was begun: it stays beside them', async () => {
    const at = await aDisagreement()
    const user = hands()
    await user.click(keepBoth())
    await at.receive(recorded(SAM, 'of-sam-later', slot, { parts: { says: 'yes' } }, { seen: ['of-sam'] }))
    await user.type(screen.getByRole('textbox', { name: 'Why' }), 'They differ')
    await user.click(settle())
    await settled()
    const heads = at.view().record.heads(slot)
    expect(heads.map((h) => h.kind).sort()).toEqual(['answer', 'resolve'])
    expect(heads.find((h) => h.kind === 'resolve')?.supersedes).toEqual(['of-lin', 'of-sam'])
    expect(answers()).toHaveLength(2)
  })

  it('are not offered for a private question', async () => {
    const priv = questionOf('NET-06')
    const at = await aCard(priv)
    const of = { question: 'NET-06', subject: at.slot.subject }
    await at.receive(
      recorded(SAM, 'of-sam', of, { parts: { risk: ['violence'] } }),
      recorded(LIN, 'of-lin', of, { blank: 'not-asked' }),
      recorded({ ...SAM, id: 'kim' }, 'of-kim', of, { parts: { risk: ['not-known'] } }),
    )
    expect(choices()).toHaveLength(3)
    expect(screen.getByText(/private question is not made into a claim/)).toBeInTheDocument()
  })
})

describe('an answer that comes in while the field is in use', () => {
  const other = questionOf('NET-16')
  const otherSlot = { question: 'NET-16', subject: '-' }
  const theirs = recorded(LIN, 'of-lin', otherSlot, { parts: { says: 'others' } })

  it('leaves the field as it is, says that both are kept, and is never superseded by it', async () => {
    const at = await aCard(other)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await at.receive(theirs)
    expect(
      screen.getByText('A colleague of Public health (Health visitor) answered this a moment ago. Both are kept.'),
    ).toBeInTheDocument()
    expect(screen.getByRole('radio', { name: 'Another adult' })).toBeChecked()
    expect(screen.getByRole('radio', { name: 'Another adult' })).toHaveFocus()
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(otherSlot)
        .map(({ value, supersedes }) => ({ value, supersedes })),
    ).toEqual([
      { value: { parts: { says: 'others' } }, supersedes: [] },
      { value: { parts: { record: 'other-adult' } }, supersedes: [] },
    ])
    expect(answers()).toHaveLength(2)
  })

  it('was not on screen when the edit began, so that typing on supersedes only what was', async () => {
    const at = await aCard(other)
    await at.receive(recorded(SAM, 'of-sam', otherSlot, { parts: { says: 'no-one-else' } }))
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await at.receive(recorded(LIN, 'of-lin', otherSlot, { parts: { says: 'others' } }, { seen: ['of-sam'] }))
    await user.click(screen.getByRole('radio', { name: 'Not checked yet' }))
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(otherSlot)
        .map(({ value, supersedes }) => ({ value, supersedes })),
    ).toEqual([
      { value: { parts: { says: 'others' } }, supersedes: ['of-sam'] },
      { value: { parts: { says: 'no-one-else', record: 'not-checked' } }, supersedes: ['of-sam'] },
    ])
  })

  it('leaves the field under the cursor even when two come in that disagree', async () => {
    const at = await aCard(other)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await at.receive(theirs, recorded(SAM, 'of-sam', otherSlot, { parts: { says: 'no-one-else' } }))
    expect(screen.getByRole('radio', { name: 'Another adult' })).toHaveFocus()
    expect(answers()).toHaveLength(2)
    await tapBeside(user)
    expect(answers()).toHaveLength(3)
  })

  it('leaves a field alone that has the focus, though nothing was typed yet', async () => {
    const words = questionOf('NET-11')
    const at = await aCard(words)
    const inWords = { question: 'NET-11', subject: '-' }
    await at.receive(recorded(SAM, 'of-sam', inWords, { parts: { what: 'They split up' } }))
    const user = hands()
    const field = screen.getByRole('textbox', { name: 'In their words' })
    await user.click(field)
    await at.receive(recorded(LIN, 'of-lin', inWords, { parts: { what: 'He moved back in' } }, { seen: ['of-sam'] }))
    expect(field).toHaveValue('They split up')
    expect(field).toHaveFocus()
    expect(
      screen.getByText('A colleague of Public health (Health visitor) answered this a moment ago. Both are kept.'),
    ).toBeInTheDocument()
    await user.type(field, ' in May')
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(inWords)
        .map(({ value, supersedes }) => ({ value, supersedes })),
    ).toEqual([
      { value: { parts: { what: 'He moved back in' } }, supersedes: ['of-sam'] },
      { value: { parts: { what: 'They split up in May' } }, supersedes: ['of-sam'] },
    ])
  })

  it('is shown once the focus has left a field in which nothing was typed', async () => {
    const words = questionOf('NET-11')
    const at = await aCard(words)
    const inWords = { question: 'NET-11', subject: '-' }
    await at.receive(recorded(SAM, 'of-sam', inWords, { parts: { what: 'They split up' } }))
    const user = hands()
    await user.click(screen.getByRole('textbox', { name: 'In their words' }))
    await at.receive(recorded(LIN, 'of-lin', inWords, { parts: { what: 'He moved back in' } }, { seen: ['of-sam'] }))
    await tapBeside(user)
    expect(screen.getByRole('textbox', { name: 'In their words' })).toHaveValue('He moved back in')
    expect(screen.queryByText(/answered this a moment ago/)).not.toBeInTheDocument()
    expect(
      at
        .view()
        .record.heads(inWords)
        .map((h) => h.id),
    ).toEqual(['of-lin'])
  })

  it('is told as their own where the same practitioner recorded it elsewhere', async () => {
    const at = await aCard(other)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await at.receive(recorded(ASHA, 'elsewhere', otherSlot, { parts: { says: 'others' } }))
    expect(screen.getByText('You answered this elsewhere a moment ago. Both are kept.')).toBeInTheDocument()
  })

  it('comes into a form that nobody is editing', async () => {
    const at = await aCard(other)
    await at.receive(theirs)
    expect(screen.getByRole('radio', { name: 'Yes, others' })).toBeChecked()
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('is seen by the next edit', async () => {
    const at = await aCard(other)
    await at.receive(theirs)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await tapBeside(user)
    expect(
      at
        .view()
        .record.heads(otherSlot)
        .map(({ value, supersedes }) => ({ value, supersedes })),
    ).toEqual([{ value: { parts: { says: 'others', record: 'other-adult' } }, supersedes: ['of-lin'] }])
  })

  it('is shown though an own answer was saved just before it', async () => {
    const at = await aCard(other)
    const user = hands()
    await user.click(screen.getByRole('radio', { name: 'Another adult' }))
    await tapBeside(user)
    const [own] = at.view().record.heads(otherSlot)
    await at.receive(recorded(LIN, 'after', otherSlot, { parts: { says: 'others' } }, { seen: [own?.id ?? ''] }))
    expect(screen.getByRole('radio', { name: 'Yes, others' })).toBeChecked()
  })
})

describe('a list about which people disagree', () => {
  it('shows both accounts of one thing', async () => {
    const at = await aCard(questionOf('PRO-10'))
    const thing = { question: 'PRO-10', subject: 'thing' }
    await at.receive(
      recorded(SAM, 'of-sam', thing, { parts: { label: 'Goes to every session' } }),
      recorded(LIN, 'of-lin', thing, { parts: { label: 'Goes to some sessions' } }),
    )
    expect(answers()).toEqual(['of-lin', 'of-sam'])
  })

  it('shows both accounts of why it is empty', async () => {
    const at = await aCard(questionOf('PRO-10'))
    await at.receive(
      recorded(SAM, 'of-sam', { question: 'PRO-10', subject: '-' }, { blank: 'not-known' }),
      recorded(LIN, 'of-lin', { question: 'PRO-10', subject: '-' }, { blank: 'not-asked' }),
    )
    expect(answers()).toEqual(['of-lin', 'of-sam'])
  })
})
