import { render, screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import type { ListedDevice, Refusal } from '../../../src/ui/account/account-ports.ts'
import { PeopleScreen } from '../../../src/ui/account/people-screen.tsx'
import { hands } from '../harness/a-person.ts'

const PHONE: ListedDevice = {
  id: 'd-1',
  name: 'work phone',
  user: 'Tom Hill',
  lastSeen: '1 June 2026, 10:00',
  revoked: false,
}

async function aScreen({ revoked = { ok: true } as { ok: true } | Refusal } = {}) {
  let devices = [PHONE]
  const revoke = vi.fn(async (id: string) => {
    if (revoked.ok) devices = devices.map((d) => (d.id === id ? { ...d, revoked: true } : d))
    return revoked
  })
  const invite = vi.fn(async () => ({
    ok: true as const,
    link: 'https://linnet.example/invitation#t',
    until: '2 June 2026, 10:00',
  }))
  const onCopy = vi.fn(async (_: string) => true)
  const list = async () => ({ ok: true as const, devices })
  render(<PeopleScreen invite={invite} devices={list} revoke={revoke} onCopy={onCopy} onBack={() => {}} />)
  const user = hands()
  await screen.findByText(/work phone, Tom Hill/)
  return { user, invite, revoke, onCopy }
}

it('makes a link for somebody, which is shown once', async () => {
  const { user, invite, onCopy } = await aScreen()
  await user.type(screen.getByLabelText('Their work e-mail address'), 'lee@harbour.example')
  await user.type(screen.getByLabelText('Their role'), 'Team leader')
  await user.click(screen.getByRole('radio', { name: /is known as a supervisor/ }))
  await user.click(screen.getByRole('button', { name: 'Make a link' }))
  expect(invite.mock.calls).toEqual([[{ email: 'lee@harbour.example', role: 'Team leader', access: 'supervisor' }]])
  expect(await screen.findByText('https://linnet.example/invitation#t')).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await screen.findByText('The link is copied.')).toBeInTheDocument()
  expect(onCopy.mock.calls).toEqual([['https://linnet.example/invitation#t']])
})

it('revokes a device only after saying what that means', async () => {
  const { user, revoke } = await aScreen()
  await user.click(screen.getByRole('button', { name: 'Revoke work phone of Tom Hill' }))
  expect(revoke).not.toHaveBeenCalled()
  expect(screen.getByText(/Revoking is for good/)).toBeInTheDocument()
  await user.click(screen.getByRole('button', { name: 'Revoke this device' }))
  expect(revoke.mock.calls).toEqual([['d-1']])
  expect(await screen.findByText('Revoked')).toBeInTheDocument()
})

it('says when it was not revoked', async () => {
  const { user } = await aScreen({ revoked: { ok: false, problem: 'no-answer' } })
  await user.click(screen.getByRole('button', { name: 'Revoke work phone of Tom Hill' }))
  await user.click(screen.getByRole('button', { name: 'Revoke this device' }))
  expect(await screen.findByRole('alert')).toHaveTextContent('The server cannot be reached now')
  expect(screen.queryByText('Revoked')).toBeNull()
})
