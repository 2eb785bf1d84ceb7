import { describe, expect, it } from 'vitest'
import { membersClient } from '../../../src/app/members/members-client.ts'
import type { EntryContent } from '../../../src/domain/compose.ts'
import { MEMBERS_SLOT } from '../../../src/domain/membership.ts'

const HARBOUR = { id: 'harbour', name: 'Harbour service' }
const VISITING = { id: 'visiting', name: 'Health visiting' }
const person = (id: string, name: string) => ({ id, name, role: 'Midwife', agency: VISITING })
const grounds = { purpose: 'joint-assessment', lawfulBasis: 'public-task-care' } as const
const member = (user: string, takenUpFor: string | null = null) => ({
  user,
  since: '2026-03-02T09:00:00.000Z',
  invitedBy: 'asha',
  ...grounds,
  takenUpFor,
})

function aClient(user = 'asha') {
  const saved: EntryContent[] = []
  const known: Record<string, string[]> = { harbour: ['i1', 'e1'], sam: ['s1', 's2'] }
  const body = {
    owner: 'asha',
    members: [member('asha'), member('sam', 'harbour'), member('kim'), member('ana', 'harbour')],
    agencies: [{ agency: 'harbour', since: '2026-03-02T09:00:00.000Z', invitedBy: 'kim', ...grounds }],
    named: [HARBOUR],
    withoutEffect: [],
    people: [
      person('asha', 'Asha Rahman'),
      person('sam', 'Sam Okoro'),
      person('kim', 'Kim Lowe'),
      person('ana', 'Ana Rey'),
    ],
  }
  const client = membersClient({
    assessment: 'a1',
    user,
    ask: (async (path: string) =>
      path === '/api/agencies' ? { ok: true, body: { agencies: [HARBOUR] } } : { ok: true, body }) as never,
    save: async (content) => {
      saved.push(content)
      return { ok: true }
    },
    known: ({ subject }) => known[subject] ?? [],
    describe: () => '',
    send: () => {},
  })
  return { client, saved }
}

describe('agencies that are invited', () => {
  it.each([
    ['asha', true],
    ['kim', true],
    ['sam', false],
  ])('are listed with who has taken the record up; %s may end it: %s', async (user, mayEnd) => {
    const listed = await aClient(user).client.members()
    expect(listed.ok && listed.agencies).toMatchObject([
      { ...HARBOUR, by: 'Kim Lowe', ...grounds, mayEnd, takenUpBy: ['Sam Okoro', 'Ana Rey'] },
    ])
    expect(listed.ok && listed.members.map(({ name, tookUp }) => [name, tookUp])).toEqual([
      ['Asha Rahman', false],
      ['Sam Okoro', true],
      ['Kim Lowe', false],
      ['Ana Rey', true],
    ])
  })

  it('are chosen from those of the service', async () => {
    expect(await aClient().client.agencies()).toEqual({ ok: true, agencies: [HARBOUR] })
  })

  it('are invited and ended by entries that name all that is known of them', async () => {
    const { client, saved } = aClient()
    await client.inviteAgency({ agency: HARBOUR, ...grounds, note: '' })
    await client.endAgency(HARBOUR, 'not needed')
    const slot = { question: MEMBERS_SLOT, subject: 'harbour' }
    const seen = ['i1', 'e1']
    expect(saved).toEqual([
      { kind: 'membership', slot, value: { act: 'invite-agency', agency: HARBOUR, ...grounds }, seen },
      { kind: 'membership', slot, value: { act: 'end', agency: HARBOUR, reason: 'not needed' }, seen },
    ])
  })
})

it('an invitation names the ending that it undoes, so that somebody can come back', async () => {
  const { client, saved } = aClient()
  const sam = { id: 'sam', name: 'Sam Okoro', role: 'Drug worker', agency: 'Harbour service' }
  await client.invite({ person: sam, ...grounds, note: '' })
  expect(saved[0]?.seen).toEqual(['s1', 's2'])
})
