import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { type Notice, Notices } from '../../../src/ui/members/notices.tsx'
import { hands } from '../harness/a-person.ts'

const NOTICE: Notice = {
  id: 'n1',
  assessment: 'a1',
  name: 'Kit',
  who: 'Kim Lowe, Health visitor, Health visiting',
  reason: 'The baby was brought to the ward tonight',
  at: '2 June 2026, 22:00',
  until: '3 June 2026, 02:00',
}

function shown(notices: readonly Notice[], works = true) {
  const acts = { onSeen: vi.fn(async (_: string) => works), onOpen: vi.fn() }
  render(<Notices notices={notices} {...acts} />)
  return acts
}

it('tells the owner who broke the glass, when, for how long and why', async () => {
  const { onOpen } = shown([NOTICE])
  const region = screen.getByRole('region', { name: 'A record of yours was opened in an emergency' })
  expect(region).toHaveTextContent(
    'KitKim Lowe, Health visitor, Health visiting, opened it on 2 June 2026, 22:00, without being a member. It is open to them for reading until 3 June 2026, 02:00.',
  )
  expect(region).toHaveTextContent('Their reason: The baby was brought to the ward tonight')
  await hands().click(screen.getByRole('button', { name: 'Who looked, and who may see it' }))
  expect(onOpen.mock.calls).toEqual([['a1']])
})

it('stays, and says so, when the server did not hear that it was seen', async () => {
  const { onSeen } = shown([NOTICE], false)
  await hands().click(screen.getByRole('button', { name: 'I have seen this' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The server could not do it just now')
  expect(onSeen.mock.calls).toEqual([['n1']])
})

it('is not there when there is nothing to tell', () => {
  shown([])
  expect(screen.queryByRole('region')).toBeNull()
})
