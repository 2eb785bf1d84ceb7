import { render, screen, within } from '@testing-library/react'
import { describe, expect, it, vi } from 'vitest'
import type { InvitedAgency, KeptApart, ListedMember, MembersPorts } from '../../../src/ui/members/members-ports.ts'
import { MembersScreen } from '../../../src/ui/members/members-screen.tsx'
import { hands } from '../harness/a-person.ts'

const member = (over: Partial<ListedMember>): ListedMember => ({
  id: 'u-asha',
  name: 'Asha Rahman',
  role: 'Midwife',
  agency: 'Community midwifery',
  since: '1 June 2026, 10:00',
  owner: true,
  self: true,
  purpose: null,
  lawfulBasis: null,
  tookUp: false,
  ...over,
})
const SAM = member({
  id: 'u-sam',
  name: 'Sam Okoro',
  role: 'Drug worker',
  agency: 'Harbour service',
  owner: false,
  self: false,
  purpose: 'joint-assessment',
  lawfulBasis: 'public-task-care',
})
const KEPT: KeptApart = {
  id: 'q1',
  by: 'Sam Okoro',
  why: 'membership-ended',
  received: '2 June 2026, 10:00',
  what: 'Who lives here?',
  left: false,
}
const REFERENCE = '0123456789abcdef0011223344556677'
const KIM = { id: 'u-kim', name: 'Kim Lowe', role: 'Health visitor', agency: 'Health visiting' }

const HARBOUR: InvitedAgency = {
  id: 'harbour',
  name: 'Harbour service',
  since: '1 June 2026, 10:00',
  by: 'Asha Rahman',
  purpose: 'treatment-and-care',
  lawfulBasis: 'public-task-care',
  mayEnd: true,
  takenUpBy: [],
}
const VISITING = { id: 'visiting', name: 'Health visiting' }

async function aScreen(
  members: readonly ListedMember[],
  entries: readonly KeptApart[] = [],
  agencies: readonly InvitedAgency[] = [],
  copies = true,
) {
  const done = async () => ({ ok: true as const })
  const ports = {
    members: async () => ({ ok: true as const, members, agencies }),
    agencies: async () => ({ ok: true as const, agencies: [{ id: 'harbour', name: 'Harbour service' }, VISITING] }),
    inviteAgency: vi.fn(done),
    endAgency: vi.fn(done),
    looked: async () => ({
      ok: true as const,
      looks: [{ number: 2, who: 'Kim Lowe', what: 'broke-glass', at: '2 June 2026, 11:00', reason: 'On the ward' }],
    }),
    keptApart: async () => ({ ok: true as const, entries }),
    find: vi.fn(async () => ({ ok: true as const, person: KIM })),
    invite: vi.fn(done),
    end: vi.fn(done),
    handOver: vi.fn(done),
    leave: vi.fn(done),
    decide: vi.fn(done),
  } satisfies MembersPorts
  const onCopy = vi.fn(async (_: string) => copies)
  render(<MembersScreen ports={ports} reference={REFERENCE} onCopy={onCopy} news={0} onBack={() => {}} />)
  await screen.findByRole('region', { name: 'Members' })
  return { ports, onCopy, user: hands() }
}

describe('who may see an assessment', () => {
  it('lists the members with why they came and what that rests on, and who looked', async () => {
    await aScreen([member({}), SAM])
    const listed = within(screen.getByRole('region', { name: 'Members' })).getAllByRole('listitem')
    expect(listed.map((li) => li.textContent)).toEqual([
      'Asha Rahman, Midwife, Community midwifery (owner of the record) (you)Since 1 June 2026, 10:00',
      'Sam Okoro, Drug worker, Harbour serviceSince 1 June 2026, 10:00. To assess together what this family needs. Our public task: health care or social care for this familyHand the record over to Sam OkoroEnd the membership of Sam Okoro',
    ])
    expect(within(screen.getByRole('region', { name: 'Who looked' })).getByRole('listitem')).toHaveTextContent(
      '2 June 2026, 11:00: Kim Lowe opened it in an emergency, without being a member. Their reason: On the ward',
    )
  })

  it('invites nobody before it is said why and on what that rests, and chooses neither beforehand', async () => {
    const { ports, user } = await aScreen([member({})])
    await user.type(screen.getByLabelText('Their work e-mail address'), 'kim@visiting.example')
    await user.click(screen.getByRole('button', { name: 'Find' }))
    await screen.findByText('Kim Lowe, Health visitor, Health visiting')
    expect(screen.queryAllByRole('radio', { checked: true })).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Invite Kim Lowe' }))
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'Choose why they are invitedChoose what the sharing rests on',
    )
    expect(ports.invite).not.toHaveBeenCalled()
    await user.click(screen.getByRole('radio', { name: /To take over this family/ }))
    await user.click(screen.getByRole('radio', { name: /A life is in danger/ }))
    await user.click(screen.getByRole('button', { name: 'Invite Kim Lowe' }))
    await screen.findByText(/The invitation is recorded/)
    expect(ports.invite.mock.calls).toEqual([
      [{ person: KIM, purpose: 'change-of-worker', lawfulBasis: 'vital-interests', note: '' }],
    ])
  })

  it('ends a membership only with a reason', async () => {
    const { ports, user } = await aScreen([member({}), SAM])
    await user.click(screen.getByRole('button', { name: 'End the membership of Sam Okoro' }))
    await user.click(screen.getByRole('button', { name: 'End it' }))
    expect(screen.getByLabelText('Why?')).toBeInvalid()
    expect(ports.end).not.toHaveBeenCalled()
    await user.type(screen.getByLabelText('Why?'), 'Has left the agency')
    await user.click(screen.getByRole('button', { name: 'End it' }))
    await screen.findByText(/It is recorded/)
    expect(ports.end.mock.calls).toEqual([[SAM, 'Has left the agency']])
  })

  it('lets a member leave after saying what that means, and neither end nor hand over', async () => {
    const { ports, user } = await aScreen([member({ self: false }), { ...SAM, self: true }])
    expect(screen.queryByRole('button', { name: /^(End the|Hand the)/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Leave this assessment' }))
    expect(ports.leave).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Yes, leave it' }))
    await screen.findByText(/That you leave is recorded/)
    expect(ports.leave).toHaveBeenCalledOnce()
  })

  it('shows the reference of the record in groups of four, says what it is for, and copies it', async () => {
    const { onCopy, user } = await aScreen([member({})])
    const region = screen.getByRole('region', { name: 'Reference of this record' })
    expect(region).toHaveTextContent('0123 4567 89ab cdef 0011 2233 4455 6677')
    expect(region).toHaveTextContent('must read the record in an emergency')
    await user.click(within(region).getByRole('button', { name: 'Copy the reference' }))
    expect(await within(region).findByText('The reference is copied.')).toBeInTheDocument()
    expect(onCopy.mock.calls).toEqual([[REFERENCE]])
  })

  it('says what to do when the reference cannot be copied', async () => {
    const { user } = await aScreen([member({})], [], [], false)
    await user.click(screen.getByRole('button', { name: 'Copy the reference' }))
    expect(await screen.findByText(/Select it and copy it by hand/)).toBeInTheDocument()
  })

  it.each([
    [[], 'not taken up yet'],
    [['Sam Okoro'], 'taken up by Sam Okoro'],
    [['Sam Okoro', 'Ana Rey'], 'taken up by Sam Okoro. Ana Rey took it up as well'],
  ])('lists an agency that is invited, and who has taken it up: %o', async (takenUpBy, said) => {
    await aScreen([member({}), { ...SAM, tookUp: true }], [], [{ ...HARBOUR, takenUpBy }])
    const [listed] = within(screen.getByRole('region', { name: 'Invited agencies' })).getAllByRole('listitem')
    expect(listed).toHaveTextContent(`Invited: Harbour service, ${said}`)
    expect(listed).toHaveTextContent('Asha Rahman invited it. Since 1 June 2026, 10:00. To treat or care for somebody')
    expect(screen.getByText(/Took it up for their agency/)).toBeInTheDocument()
  })

  it('invites an agency that is not invited yet, and only when it is said which, why, and on what that rests', async () => {
    const { ports, user } = await aScreen([member({})], [], [HARBOUR])
    await user.click(screen.getByRole('button', { name: 'Choose an agency' }))
    const section = within(screen.getByRole('region', { name: 'Invite an agency' }))
    await section.findByRole('radio', { name: 'Health visiting' })
    expect(section.queryByRole('radio', { name: 'Harbour service' })).toBeNull()
    expect(section.queryAllByRole('radio', { checked: true })).toEqual([])
    await user.click(section.getByRole('button', { name: 'Invite the agency' }))
    expect(await section.findByRole('alert')).toHaveTextContent(
      'Choose which agencyChoose why they are invitedChoose what the sharing rests on',
    )
    expect(ports.inviteAgency).not.toHaveBeenCalled()
    await user.click(section.getByRole('radio', { name: 'Health visiting' }))
    await user.click(section.getByRole('radio', { name: /To take over this family/ }))
    await user.click(section.getByRole('radio', { name: /A life is in danger/ }))
    await user.click(section.getByRole('button', { name: 'Invite Health visiting' }))
    await section.findByText(/The invitation is recorded/)
    expect(ports.inviteAgency.mock.calls).toEqual([
      [{ agency: VISITING, purpose: 'change-of-worker', lawfulBasis: 'vital-interests', note: '' }],
    ])
  })

  it('ends the invitation of an agency only with a reason, and only where the practitioner may', async () => {
    const { ports, user } = await aScreen([member({})], [], [HARBOUR, { ...HARBOUR, ...VISITING, mayEnd: false }])
    expect(screen.queryByRole('button', { name: 'End the invitation of Health visiting' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'End the invitation of Harbour service' }))
    expect(screen.getByText(/Whoever has taken it up stays a member/)).toBeInTheDocument()
    await user.click(screen.getByRole('button', { name: 'End the invitation' }))
    expect(ports.endAgency).not.toHaveBeenCalled()
    await user.type(screen.getByLabelText('Why?'), 'A colleague does it')
    await user.click(screen.getByRole('button', { name: 'End the invitation' }))
    await screen.findByText(/It is recorded/)
    expect(ports.endAgency.mock.calls).toEqual([[HARBOUR, 'A colleague does it']])
  })

  it('takes in what was kept apart only with a reason', async () => {
    const { ports, user } = await aScreen([member({}), SAM], [KEPT])
    const apart = screen.getByRole('region', { name: 'Kept apart' })
    expect(apart).toHaveTextContent('Who lives here?Sam Okoro, 2 June 2026, 10:00: after the membership had ended')
    await user.click(within(apart).getByRole('button', { name: 'Take it into the record' }))
    await user.type(screen.getByLabelText('Why?'), 'It was seen before')
    await user.click(within(apart).getByRole('button', { name: 'Take it into the record' }))
    await vi.waitFor(() => expect(ports.decide.mock.calls).toEqual([['q1', 'take-in', 'It was seen before']]))
  })
})
