import { render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import { Offers } from '../../../src/ui/members/offers.tsx'
import type { Offer, TakenUp } from '../../../src/ui/members/offers-ports.ts'
import { hands } from '../harness/a-person.ts'

const OFFER: Offer = {
  assessment: 'a1',
  invitation: 'i1',
  by: 'Asha Rahman, Midwife, Community midwifery',
  purpose: 'To treat or care for somebody in this family',
  at: '2 June 2026, 10:00',
  takenUpBy: [],
}

function shown(offers: readonly Offer[], taken: TakenUp = { ok: true, isWaiting: false, alsoBy: [] }) {
  const onTakeUp = vi.fn(async (_: Offer) => taken)
  const { rerender } = render(<Offers offers={offers} onTakeUp={onTakeUp} />)
  return { onTakeUp, next: (after: readonly Offer[]) => rerender(<Offers offers={after} onTakeUp={onTakeUp} />) }
}
const takeUp = async () => {
  await hands().click(screen.getByRole('button', { name: /^Take it up/ }))
  await hands().click(screen.getByRole('button', { name: 'Yes, take it up' }))
}

describe('what is offered to the practitioner’s agency', () => {
  it('is nothing on the screen when nothing is', () => {
    shown([])
    expect(screen.queryByRole('region')).toBeNull()
  })

  it('says who offers it, for what, since when, and who has taken it up already', () => {
    shown([{ ...OFFER, takenUpBy: ['Ana Rey'] }])
    const item = within(screen.getByRole('region', { name: 'Offered to your agency' })).getByRole('listitem')
    expect(item).toHaveTextContent('Asha Rahman, Midwife, Community midwifery, offers a record to your agency.')
    expect(item).toHaveTextContent('Since 2 June 2026, 10:00. To treat or care for somebody in this family')
    expect(item).toHaveTextContent('Ana Rey has taken it up already.')
  })

  it('is taken up only after it was said what that means', async () => {
    const { onTakeUp, next } = shown([OFFER], { ok: true, isWaiting: false, alsoBy: ['Ana Rey'] })
    await hands().click(screen.getByRole('button', { name: /^Take it up/ }))
    expect(screen.getByText(/Your name is recorded in the record and its audit; you will see all of it/)).toBeVisible()
    await hands().click(screen.getByRole('button', { name: 'Cancel' }))
    expect(onTakeUp).not.toHaveBeenCalled()
    await takeUp()
    expect(onTakeUp.mock.calls).toEqual([[OFFER]])
    next([])
    await vi.waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'You have taken it up. It is in your list. Ana Rey took it up as well.',
      ),
    )
  })

  it('says when it waits on this device', async () => {
    shown([OFFER], { ok: true, isWaiting: true })
    await takeUp()
    await screen.findByText(/It is recorded on this device that you take it up/)
  })

  it.each([
    ['no-answer', 'The server cannot be reached now, and nothing was taken up.'],
    ['signed-out', 'You are signed out, and nothing was taken up.'],
    ['not-offered', 'It is not offered to your agency any more.'],
  ] as const)('says what to do when nothing came of it: %s', async (problem, said) => {
    shown([OFFER], { ok: false, problem })
    await takeUp()
    expect(await screen.findByRole('alert')).toHaveTextContent(said)
  })
})
