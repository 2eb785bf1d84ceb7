import { describe, expect, test } from 'vitest'
import {
  decideMembership,
  type MembershipAct,
  type MembershipValue,
  type MembersState,
  readMembership,
  type WithoutEffect,
} from '../../src/domain/membership.ts'

const named = (id: string) => ({ id, name: `${id} service` })
const invite = (id: string): MembershipValue => ({
  act: 'invite-agency',
  agency: named(id),
  purpose: 'joint-assessment',
  lawfulBasis: 'public-task-care',
})
const end = (id: string): MembershipValue => ({ act: 'end', agency: named(id), reason: 'not needed any more' })
const takeUp = (id: string, invitation = 'i1'): MembershipValue => ({ act: 'take-up', agency: named(id), invitation })
const person = (id: string): MembershipValue => ({
  act: 'invite',
  user: { id, name: id, role: 'midwife', agency: 'Northgate' },
  purpose: 'joint-assessment',
  lawfulBasis: 'public-task-care',
})

/** Ruth owns it; Bo and Cleo are members, and Fay was one. Sam and Kim are nobody here. */
const begun: MembersState = {
  owner: 'ruth',
  people: new Map([
    ['ruth', { member: true, by: null }],
    ['bo', { member: true, by: 'e1' }],
    ['cleo', { member: true, by: 'e2' }],
    ['fay', { member: false, by: 'e3' }],
  ]),
  agencies: new Map(),
}
const AGENCY_OF: Record<string, string> = {
  ruth: 'north',
  bo: 'north',
  cleo: 'harbour',
  fay: 'harbour',
  sam: 'harbour',
  ana: 'harbour',
  kim: 'visiting',
}
let entries = 100
const by = (actor: string, subject: string, value: MembershipValue, over: Partial<MembershipAct> = {}) => ({
  entry: `e${++entries}`,
  supersedes: [],
  actor,
  agency: AGENCY_OF[actor] ?? null,
  subject,
  value,
  ...over,
})
const having = (...acts: MembershipAct[]) =>
  acts.reduce(
    ({ state, whys }, act) => {
      const decided = decideMembership(state, act)
      return { state: decided.after, whys: [...whys, decided.why] }
    },
    { state: begun, whys: [] as (WithoutEffect | null)[] },
  )
const isMember = (state: MembersState, user: string) => state.people.get(user)?.member ?? false
const harbourInvited = by('bo', 'harbour', invite('harbour'), { entry: 'i1' })

describe('an invited agency', () => {
  test('makes nobody a member by itself', () => {
    const { state, whys } = having(harbourInvited)
    expect(whys).toEqual([null])
    expect(state.people).toEqual(begun.people)
    expect(state.agencies.get('harbour')).toEqual({ open: true, by: 'i1', invitedBy: 'bo' })
  })

  test('is taken up by one of its people, or by several, each of whom is a member then', () => {
    const { state, whys } = having(
      harbourInvited,
      by('sam', 'sam', takeUp('harbour')),
      by('ana', 'ana', takeUp('harbour')),
    )
    expect(whys).toEqual([null, null, null])
    expect([isMember(state, 'sam'), isMember(state, 'ana'), isMember(state, 'kim')]).toEqual([true, true, false])
    expect(state.agencies.get('harbour')?.open).toBe(true)
  })

  test('is invited by members alone, and once', () => {
    expect(having(by('sam', 'harbour', invite('harbour'))).whys).toEqual(['not-a-member'])
    expect(having(by('fay', 'harbour', invite('harbour'))).whys).toEqual(['not-a-member'])
    expect(having(harbourInvited, by('ruth', 'harbour', invite('harbour'))).whys).toEqual([null, 'already-invited'])
    expect(having(by('ruth', 'visiting', invite('harbour'))).whys).toEqual(['not-readable'])
  })

  test('may be one’s own', () => {
    const { whys } = having(
      by('cleo', 'harbour', invite('harbour'), { entry: 'i1' }),
      by('sam', 'sam', takeUp('harbour')),
    )
    expect(whys).toEqual([null, null])
  })
})

describe('taking up', () => {
  test.each<[WithoutEffect, string, MembershipAct]>([
    ['no-invitation', 'without an invitation', by('kim', 'kim', takeUp('visiting'))],
    ['no-invitation', 'as if of the agency that is invited', by('kim', 'kim', takeUp('harbour'))],
    ['no-invitation', 'for another agency than one’s own', by('sam', 'sam', takeUp('visiting'))],
    ['no-invitation', 'an invitation of another time', by('sam', 'sam', takeUp('harbour', 'i0'))],
    ['no-invitation', 'by somebody who takes up for no agency', by('ada', 'ada', takeUp('harbour'))],
    ['not-themselves', 'for a colleague', by('sam', 'ana', takeUp('harbour'))],
    ['not-themselves', 'for a colleague, by a member', by('bo', 'sam', takeUp('harbour'))],
    ['already-a-member', 'by a member', by('cleo', 'cleo', takeUp('harbour'))],
    ['ending-not-seen', 'by somebody who was a member once', by('fay', 'fay', takeUp('harbour'))],
    [
      'ending-not-seen',
      'by somebody who names their ending',
      by('fay', 'fay', takeUp('harbour'), { supersedes: ['e3'] }),
    ],
  ])('has no effect (%s) %s', (why, _, act) => {
    const { state } = having(harbourInvited)
    expect(decideMembership(state, act)).toEqual({ why, after: state })
  })

  test('is over once the invitation is ended, and whoever took it up before stays', () => {
    const { state, whys } = having(
      harbourInvited,
      by('sam', 'sam', takeUp('harbour')),
      by('bo', 'harbour', end('harbour')),
      by('ana', 'ana', takeUp('harbour')),
    )
    expect(whys).toEqual([null, null, null, 'no-invitation'])
    expect([isMember(state, 'sam'), isMember(state, 'ana')]).toEqual([true, false])
  })

  test('of an invitation that has ended stays without effect when the agency is invited anew', () => {
    const ended = by('ruth', 'harbour', end('harbour'))
    const anew = by('ruth', 'harbour', invite('harbour'), { supersedes: [ended.entry] })
    const { whys } = having(
      harbourInvited,
      ended,
      anew,
      by('sam', 'sam', takeUp('harbour', 'i1')),
      by('sam', 'sam', takeUp('harbour', anew.entry)),
    )
    expect(whys).toEqual([null, null, null, 'no-invitation', null])
  })

  test('does not bring back whom the owner has ended; a personal invitation does', () => {
    const ended = by('ruth', 'sam', { act: 'end', reason: 'a conflict of interest' })
    const { whys } = having(
      harbourInvited,
      by('sam', 'sam', takeUp('harbour')),
      ended,
      by('sam', 'sam', takeUp('harbour')),
      by('ruth', 'sam', person('sam'), { supersedes: [ended.entry] }),
    )
    expect(whys).toEqual([null, null, null, 'ending-not-seen', null])
  })
})

describe('ending the invitation of an agency', () => {
  test('is for the owner and for whoever invited it', () => {
    expect(having(harbourInvited, by('ruth', 'harbour', end('harbour'))).whys).toEqual([null, null])
    expect(having(harbourInvited, by('bo', 'harbour', end('harbour'))).whys).toEqual([null, null])
    expect(having(harbourInvited, by('cleo', 'harbour', end('harbour'))).whys).toEqual([null, 'not-the-owner'])
    expect(having(harbourInvited, by('sam', 'harbour', end('harbour'))).whys).toEqual([null, 'not-a-member'])
    expect(having(by('ruth', 'harbour', end('harbour'))).whys).toEqual(['nobody-to-act-on'])
    expect(having(harbourInvited, by('ruth', 'visiting', end('harbour'))).whys).toEqual([null, 'not-readable'])
  })

  test('is not undone by an invitation whose author had not seen it', () => {
    const ended = by('ruth', 'harbour', end('harbour'))
    const again = (sees: string[]) => by('cleo', 'harbour', invite('harbour'), { supersedes: sees })
    expect(having(harbourInvited, ended, again(['i1'])).whys.at(-1)).toBe('ending-not-seen')
    expect(having(harbourInvited, ended, again(['i1', ended.entry])).whys.at(-1)).toBeNull()
  })

  test('ends nobody’s membership, even of a person whose id is the agency’s', () => {
    const { state, whys } = having(by('cleo', 'bo', invite('bo')), by('cleo', 'bo', end('bo')))
    expect(whys).toEqual([null, null])
    expect(isMember(state, 'bo')).toBe(true)
    expect(having(harbourInvited, by('ruth', 'harbour', { act: 'end', reason: 'gone' })).whys.at(-1)).toBe(
      'nobody-to-act-on',
    )
  })
})

/** A small generator, so that the same histories are looked at each time. */
function numbersFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state * 48271) % 2147483647
    return state % below
  }
}

describe('in whatever order acts are stored', () => {
  const people = ['ruth', 'bo', 'cleo', 'fay', 'sam', 'ana', 'kim', 'ada']
  const agencies = ['north', 'harbour', 'visiting']

  function anAct(
    pick: (below: number) => number,
    seen: readonly string[],
    { agencies: invited }: MembersState,
  ): MembershipAct {
    const [actor, user, agency] = [people[pick(8)], people[pick(8)], agencies[pick(3)]] as [string, string, string]
    const own = pick(4) ? (AGENCY_OF[actor] ?? agency) : agency
    const invitation = pick(4) ? (invited.get(own)?.by ?? 'none') : (seen[pick(seen.length + 1)] ?? 'none')
    const kinds: [string, MembershipValue][] = [
      [user, person(user)],
      [agency, invite(agency)],
      [pick(4) ? actor : user, takeUp(own, invitation)],
      [user, { act: 'leave' }],
      [user, { act: 'end', reason: 'r' }],
      [agency, end(agency)],
      [user, { act: 'hand-over', to: { id: user, name: user, role: '', agency: '' }, reason: 'r' }],
    ]
    const [subject, value] = kinds[pick(kinds.length)] as [string, MembershipValue]
    return by(actor, subject, value, { supersedes: pick(2) ? [...seen] : [] })
  }

  test('nobody becomes a member but by a member’s invitation of them, or of their agency while it is open', () => {
    let takenUp = 0
    for (let seed = 1; seed <= 3000; seed++) {
      const pick = numbersFrom(seed)
      let state = begun
      const seen: string[] = []
      for (let n = 0; n < 14; n++) {
        const act = anAct(pick, seen, state)
        const { after, why } = decideMembership(state, act)
        seen.push(act.entry)
        if (why !== null) expect(after).toBe(state)
        for (const user of people) {
          if (!isMember(after, user) || isMember(state, user)) continue
          const { value } = act
          const byPerson = value?.act === 'invite' && value.user.id === user && isMember(state, act.actor)
          const open = state.agencies.get(AGENCY_OF[user] ?? '')
          const byAgency =
            value?.act === 'take-up' &&
            act.actor === user &&
            !state.people.has(user) &&
            open?.open &&
            open.by === value.invitation
          if (!byPerson && !byAgency) expect([seed, user, act]).toEqual('a member by neither')
          if (!byPerson) takenUp++
        }
        for (const [agency, { open }] of after.agencies) {
          if (open && !state.agencies.get(agency)?.open) expect(isMember(state, act.actor)).toBe(true)
        }
        expect(isMember(after, after.owner)).toBe(true)
        state = after
      }
    }
    expect(takenUp).toBeGreaterThan(100)
  })
})

describe('an entry about an agency', () => {
  test.each([
    [{ act: 'invite-agency', agency: named('harbour'), purpose: 'joint-assessment' }],
    [{ act: 'invite-agency', agency: 'harbour', purpose: 'oversight', lawfulBasis: 'public-task-care' }],
    [{ act: 'invite-agency', agency: named('harbour'), purpose: 'oversight', lawfulBasis: 'consent' }],
    [{ act: 'take-up', agency: named('harbour') }],
    [{ act: 'take-up', invitation: 'i1' }],
    [{ act: 'end', agency: named('harbour'), reason: ' ' }],
    [{ act: 'end', agency: 'harbour', reason: 'r' }],
  ])('without what it must say is none: %o', (value) => {
    expect(readMembership(value)).toBeNull()
  })

  test.each([[invite('harbour')], [takeUp('harbour')], [end('harbour')]])('is read as it was recorded: %o', (value) => {
    expect(readMembership(value)).toBe(value)
  })
})
