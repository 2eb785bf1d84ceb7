import { screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { hands, recorded } from '../harness/a-person.ts'
import { questionOf } from '../harness/asked.ts'
import { aCard } from '../harness/every-question.tsx'
import { SAM, settled } from '../harness/open-assessment.tsx'

const thing = { question: 'PRO-10', subject: 'thing' }
const press = (user: ReturnType<typeof hands>, name: string | RegExp) =>
  user.click(screen.getByRole('button', { name }))
const label = () => screen.getByRole('textbox', { name: questionOf('PRO-10').parts[0]?.label ?? '' })

describe('a thing in a list', () => {
  it('stays open when it could not be saved, so that nobody takes it for done', async () => {
    const at = await aCard(questionOf('PRO-10'))
    const user = hands()
    await press(user, 'Add a strength')
    await user.type(label(), 'Goes to every session')
    at.breakWrites('quota')
    await press(user, /^Done/)
    await settled()
    expect(screen.getByRole('alert')).toHaveTextContent(/^Not saved/)
    expect(label()).toHaveValue('Goes to every session')
    at.mend()
    await press(user, /^Done/)
    await settled()
    expect(
      at
        .view()
        .items('PRO-10')
        .map((i) => i.value),
    ).toEqual([{ parts: { label: 'Goes to every session' } }])
    expect(screen.queryByRole('button', { name: /^Done/ })).not.toBeInTheDocument()
  })

  it('leaves nothing behind when it is put away empty', async () => {
    const at = await aCard(questionOf('PRO-10'))
    const user = hands()
    await press(user, 'Add a strength')
    await press(user, /^Done/)
    await settled()
    expect(at.view().items('PRO-10')).toEqual([])
    expect(at.assessment.hasDrafts()).toBe(false)
  })

  it('is open again with what was typed when the browser died', async () => {
    const at = await aCard(questionOf('PRO-10'))
    const user = hands()
    await press(user, 'Add a strength')
    await user.type(label(), 'Goes to ev')
    await at.assessment.flush()
    at.breakWrites('unknown')
    at.shown.unmount()
    await settled()
    at.mend()
    const again = await at.reopened()
    again.show(() => at.element)
    expect(label()).toHaveValue('Goes to ev')
  })

  it('is not taken out without a reason', async () => {
    const at = await aCard(questionOf('PRO-10'))
    await at.receive(recorded(SAM, 'of-sam', thing, { parts: { label: 'Kay helps' } }))
    const user = hands()
    await press(user, /^Remove/)
    await press(user, /^Remove it/)
    expect(screen.getByText('Say why')).toBeInTheDocument()
    expect(at.view().items('PRO-10')).toHaveLength(1)
  })

  it('is still there when taking it out was not saved, and the reason too', async () => {
    const at = await aCard(questionOf('PRO-10'))
    await at.receive(recorded(SAM, 'of-sam', thing, { parts: { label: 'Kay helps' } }))
    const user = hands()
    await press(user, /^Remove/)
    const why = () => screen.getByRole('textbox', { name: /^Why is this removed/ })
    await user.type(why(), 'Kay moved away')
    at.breakWrites('quota')
    await press(user, /^Remove it/)
    await settled()
    expect(screen.getByText(/^Not saved\. This device is full/)).toBeInTheDocument()
    expect(why()).toHaveValue('Kay moved away')
    at.mend()
    await press(user, /^Remove it/)
    await settled()
    expect(at.view().items('PRO-10')).toEqual([])
  })

  it('is not taken out over a change that came in while the reason was typed', async () => {
    const at = await aCard(questionOf('PRO-10'))
    await at.receive(recorded(SAM, 'of-sam', thing, { parts: { label: 'Kay helps' } }))
    const user = hands()
    await press(user, /^Remove/)
    await user.type(screen.getByRole('textbox', { name: /^Why is this removed/ }), 'Kay')
    await at.receive(recorded(SAM, 'of-sam-2', thing, { parts: { label: 'Kay helps daily' } }, { seen: ['of-sam'] }))
    await press(user, /^Remove it/)
    await settled()
    expect(
      at
        .view()
        .record.heads(thing)
        .map(({ kind, supersedes }) => ({ kind, supersedes })),
    ).toEqual([
      { kind: 'answer', supersedes: ['of-sam'] },
      { kind: 'retract', supersedes: ['of-sam'] },
    ])
  })
})
