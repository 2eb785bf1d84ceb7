import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import type { EntryContent } from '../../../src/domain/compose.ts'
import { slotInWords } from '../../../src/report/slot-words.ts'
import { QuestionCard } from '../../../src/ui/questions/question-card.tsx'
import { hands, recorded, removed, tapBeside } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { anOpenAssessment, SAM } from '../harness/open-assessment.tsx'

const said = (question: string, subject: string, parts: Record<string, unknown>): EntryContent => ({
  kind: 'answer',
  slot: { question, subject },
  value: { parts },
  seen: [],
})
const LEE = said('NET-01', 'lee', { label: 'Lee', part: 'other' })
const KIT = said('NET-01', 'kit', { label: 'Kit', part: 'other' })
const CHECK = said('NET-08', 'lee:check-1', { agency: 'police' })
const slot = { question: 'NET-06', subject: 'lee' }

async function aCard(content: readonly EntryContent[]) {
  const at = await anOpenAssessment(content)
  const subject = at.assessment
    .current()
    .view.subjects('person')
    .filter((s) => s.id === 'lee')
  at.show(() => <QuestionCard question={questionOf('NET-06')} subjects={subject} />)
  return { at, user: hands() }
}
const none = () => screen.getByRole('checkbox', { name: 'None found after a check' })

describe('“none found”', () => {
  it('cannot be chosen while nobody has checked, and says why', async () => {
    const { at, user } = await aCard([LEE])
    expect(none()).toBeDisabled()
    expect(none()).toHaveAccessibleDescription(/can be chosen once a check on this person is recorded/)
    await user.click(none())
    await tapBeside(user)
    expect(await at.entriesIn(slot)).toEqual([])
  })

  it('keeps nothing else on the card from being saved', async () => {
    const { at, user } = await aCard([LEE])
    await user.click(screen.getByRole('checkbox', { name: 'Dealing' }))
    await tapBeside(user)
    expect((await at.entriesIn(slot)).map((e) => e.value)).toEqual([{ parts: { risk: ['dealing'] } }])
  })

  it('is not opened by a check on somebody else', async () => {
    await aCard([LEE, KIT, said('NET-08', 'kit:check-1', { agency: 'police' })])
    expect(none()).toBeDisabled()
  })

  it('can be chosen once a check on this person is recorded, at once when a colleague sends it', async () => {
    const { at, user } = await aCard([LEE])
    await at.receive(recorded(SAM, 'sam-1', CHECK.slot, { parts: { agency: 'police' } }))
    expect(none()).toBeEnabled()
    expect(none()).not.toHaveAccessibleDescription()
    await user.click(none())
    await tapBeside(user)
    expect((await at.entriesIn(slot)).map((e) => e.value)).toEqual([{ parts: { risk: ['none-found'] } }])
  })

  it('is told as what somebody says where it stands and the check was taken out, and can be taken back', async () => {
    const { at, user } = await aCard([LEE, CHECK, said('NET-06', 'lee', { risk: ['none-found'] })])
    const words = () => slotInWords(at.assessment.current().view, slot).flatMap((a) => a.lines)
    expect(words()).toEqual(['None found after a check'])
    const [check] = await at.entriesIn(CHECK.slot)
    await at.receive(removed(SAM, 'sam-2', CHECK.slot, 'Wrong person', [check?.id ?? '']))
    expect(words()).toEqual(['Says none; nobody has checked'])
    expect(none()).toBeChecked()
    await user.click(none())
    expect(none()).not.toBeChecked()
    expect(none()).toBeDisabled()
  })
})
