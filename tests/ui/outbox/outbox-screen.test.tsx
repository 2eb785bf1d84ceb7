import { render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { LineState, OutboxAssessment } from '../../../src/ui/outbox/outbox-lines.ts'
import { OutboxScreen } from '../../../src/ui/outbox/outbox-screen.tsx'
import { outboxWords } from '../../../src/ui/outbox/words.ts'
import { hands } from '../harness/a-person.ts'

const line = (id: string, state: LineState) => ({ id, what: `Question ${id}`, when: '1 June 2026, 10:00', state })
const KIT: OutboxAssessment = {
  id: 'a1',
  name: 'Kit',
  reading: 'open',
  lines: [
    line('1', { is: 'on-this-device', why: 'captive-portal' }),
    line('2', { is: 'sending' }),
    line('3', { is: 'held-back', why: 'signed-out' }),
  ],
}

function aScreen(over: Partial<Parameters<typeof OutboxScreen>[0]> = {}) {
  const acts = { onSignIn: vi.fn(), onSend: vi.fn(), onOpen: vi.fn(), onBack: vi.fn() }
  const listed = { assessments: [KIT], unreadable: 0 }
  render(
    <OutboxScreen
      connected
      contact={undefined}
      listed={listed}
      sending={false}
      stopped={undefined}
      signedOut={false}
      {...acts}
      {...over}
    />,
  )
  return acts
}

describe('what is not sent', () => {
  it('says of each entry where it is and what to do, under the family that it is about', () => {
    aScreen()
    const items = within(screen.getByRole('region', { name: 'Kit' })).getAllByRole('listitem')
    expect(items.map((item) => item.textContent)).toEqual([
      'Question 1, 1 June 2026, 10:00On this device. This network shows a page of its own. Open that page and sign in to the network; then it is sent.',
      'Question 2, 1 June 2026, 10:00Sending.',
      'Question 3, 1 June 2026, 10:00Held back. You are signed out. Sign in again, and it is sent.',
    ])
  })

  it('says that all was received only where the server has said so', () => {
    aScreen({ listed: { assessments: [], unreadable: 0 }, contact: '1 June 2026, 10:05' })
    expect(screen.getByText(outboxWords.none)).toBeInTheDocument()
  })

  it('never says so of what cannot be opened, nor on a device that is not connected', () => {
    aScreen({ listed: { assessments: [], unreadable: 2 } })
    aScreen({ listed: { assessments: [], unreadable: 0 }, connected: false })
    aScreen({ listed: 'failed' })
    expect(screen.queryByText(outboxWords.none)).toBeNull()
    expect(screen.getByText('2 things cannot be opened, and so cannot be sent. They are kept.')).toBeInTheDocument()
  })

  it('says why nothing gets through just now', () => {
    aScreen({ stopped: 'no-answer' })
    expect(screen.getByText(/^The server cannot be reached; it is sent when there is a network/)).toBeInTheDocument()
  })

  it('says that nothing goes until somebody signs in again, and leads there', async () => {
    const { onSignIn } = aScreen({ signedOut: true })
    expect(screen.getByText(/You are signed out. Recording goes on/)).toBeInTheDocument()
    await hands().click(screen.getByRole('button', { name: 'Sign in again' }))
    expect(onSignIn).toHaveBeenCalledOnce()
  })

  it('sends again when somebody asks, and opens the family', async () => {
    const { onSend, onOpen } = aScreen()
    const user = hands()
    await user.click(screen.getByRole('button', { name: 'Send now' }))
    await user.click(screen.getByRole('button', { name: 'Kit' }))
    expect([onSend.mock.calls.length, onOpen.mock.calls]).toEqual([1, [['a1']]])
  })
})

describe('what was recorded in a record of others', () => {
  it('is said to be sent once the owner invites, while it is open and when it is closed', async () => {
    const closed = { ...KIT, id: 'a2', name: '', reading: 'closed' as const }
    const acts = aScreen({ listed: { assessments: [{ ...KIT, reading: 'emergency' }, closed], unreadable: 0 } })
    expect(screen.getByRole('region', { name: 'Kit' })).toHaveTextContent(
      'You opened this record in an emergency. What you record in it is sent when its owner invites you.',
    )
    const region = screen.getByRole('region', { name: 'An assessment that is not shared with you now' })
    expect(region).toHaveTextContent('It is sent when the owner of the record invites you.')
    expect(within(region).queryByRole('button')).toBeNull()
    expect(acts.onOpen).not.toHaveBeenCalled()
  })
})
