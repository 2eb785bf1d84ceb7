import { describe, expect, test } from 'vitest'
import {
  decideMembership,
  type MembershipAct,
  type MembershipValue,
  type MembersState,
  readMembership,
  type WithoutEffect,
} from '../../src/domain/membership.ts'
import { recordOf } from '../../src/domain/record.ts'
import { anEntry } from '../storage/storage-builders.ts'

const person = (id: string) => ({ id, name: id, role: 'midwife', agency: 'Northgate' })
const invite = (id: string): MembershipValue => ({
  act: 'invite',
  user: person(id),
  purpose: 'joint-assessment',
  lawfulBasis: 'public-task-care',
})
const end: MembershipValue = { act: 'end', reason: 'moved away' }
const handOver = (id: string): MembershipValue => ({ act: 'hand-over', to: person(id), reason: 'on leave' })

/** Ruth owns it, Bo is a member. */
const begun: MembersState = {
  owner: 'ruth',
  people: new Map([
    ['ruth', { member: true, by: null }],
    ['bo', { member: true, by: 'e1' }],
  ]),
  agencies: new Map(),
}
let entries = 1
const by = (actor: string, subject: string, value: MembershipValue | null, sees: string[] = []): MembershipAct => ({
  entry: `e${++entries}`,
  supersedes: sees,
  actor,
  agency: null,
  subject,
  value,
})
const having = (...acts: MembershipAct[]) =>
  acts.reduce(
    ({ state, whys }, act) => {
      const decided = decideMembership(state, act)
      return { state: decided.after, whys: [...whys, decided.why] }
    },
    { state: begun, whys: [] as (WithoutEffect | null)[] },
  )
const members = (state: MembersState) => [...state.people].flatMap(([id, each]) => (each.member ? [id] : []))

describe('who may do what', () => {
  test('any member invites, and the invited person invites others', () => {
    const { state, whys } = having(by('bo', 'cleo', invite('cleo')), by('cleo', 'dan', invite('dan')))
    expect([whys, members(state)]).toEqual([
      [null, null],
      ['ruth', 'bo', 'cleo', 'dan'],
    ])
  })

  test('a member leaves, and nobody leaves for somebody else', () => {
    expect(having(by('bo', 'bo', { act: 'leave' })).state.people.get('bo')?.member).toBe(false)
    expect(having(by('ruth', 'bo', { act: 'leave' })).whys).toEqual(['not-themselves'])
  })

  test('the owner ends others, hands over, and leaves only then', () => {
    expect(having(by('ruth', 'bo', end)).state.people.get('bo')?.member).toBe(false)
    expect(having(by('ruth', 'ruth', { act: 'leave' })).whys).toEqual(['owner-stays'])
    const { state, whys } = having(by('ruth', 'bo', handOver('bo')), by('ruth', 'ruth', { act: 'leave' }))
    expect([whys, state.owner, members(state)]).toEqual([[null, null], 'bo', ['bo']])
  })

  test.each<[WithoutEffect, MembershipAct]>([
    ['not-the-owner', by('bo', 'ruth', end)],
    ['not-the-owner', by('bo', 'bo', handOver('bo'))],
    ['owner-stays', by('ruth', 'ruth', end)],
    ['owner-stays', by('ruth', 'ruth', handOver('ruth'))],
    ['nobody-to-act-on', by('ruth', 'cleo', end)],
    ['nobody-to-act-on', by('ruth', 'cleo', handOver('cleo'))],
    ['already-a-member', by('ruth', 'bo', invite('bo'))],
    ['not-a-member', by('cleo', 'cleo', invite('cleo'))],
    ['not-a-member', by('cleo', 'cleo', { act: 'leave' })],
    ['not-readable', by('ruth', 'cleo', invite('dan'))],
    ['not-readable', by('ruth', 'cleo', handOver('bo'))],
    ['not-readable', by('ruth', 'cleo', null)],
  ])('else nothing changes: %s', (why, act) => {
    expect(decideMembership(begun, act)).toEqual({ why, after: begun })
  })

  test('who has left or was ended does nothing any more', () => {
    const { whys, state } = having(
      by('bo', 'bo', { act: 'leave' }),
      by('bo', 'cleo', invite('cleo')),
      by('bo', 'bo', invite('bo')),
    )
    expect([whys, members(state)]).toEqual([[null, 'not-a-member', 'not-a-member'], ['ruth']])
  })
})

describe('an invitation after an ending', () => {
  test('brings nobody back unless its author had seen the ending', () => {
    const ended = by('ruth', 'bo', end, ['e1'])
    expect(having(ended, by('ruth', 'bo', invite('bo'), ['e1'])).whys).toEqual([null, 'ending-not-seen'])
    expect(having(ended, by('ruth', 'bo', invite('bo'), ['e1', ended.entry])).whys).toEqual([null, null])
  })

  test('brings nobody back who was ended outside of the record', () => {
    const state: MembersState = { ...begun, people: new Map([...begun.people, ['bo', { member: false, by: null }]]) }
    expect(decideMembership(state, by('ruth', 'bo', invite('bo'), ['e1'])).why).toBe('ending-not-seen')
  })
})

describe('a membership entry', () => {
  test('is read as it was recorded, with what a later version added', () => {
    const value = { ...invite('cleo'), later: 1 }
    expect(readMembership(value)).toBe(value)
  })

  test.each([
    [{ act: 'invite', user: person('cleo'), purpose: 'joint-assessment' }],
    [{ act: 'invite', user: person('cleo'), purpose: 'curiosity', lawfulBasis: 'public-task-care' }],
    [{ act: 'invite', user: person('cleo'), purpose: 'oversight', lawfulBasis: 'consent' }],
    [{ act: 'end', reason: '  ' }],
    [{ act: 'hand-over', to: person('bo') }],
    [{ act: 'delete' }],
    [null],
  ])('without what it must say is none: %o', (value) => {
    expect(readMembership(value)).toBeNull()
  })

  test('is told from what cannot be shown', () => {
    const entry = (id: string, value: unknown) => anEntry({ id, kind: 'membership', value })
    const record = recordOf([entry('e1', { act: 'leave' }), entry('e2', 'of another kind')])
    expect(record.unshowable.map((e) => e.id)).toEqual(['e2'])
  })
})
