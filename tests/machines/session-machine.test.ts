import { describe, expect, it } from 'vitest'
import { createActor, fromPromise, waitFor } from 'xstate'
import { KEYS_OPEN, type OpenOutcome, type SessionEvent, sessionMachine } from '../../src/machines/session-machine.ts'

const RA = { id: 'v1', label: 'RA' }
const here: OpenOutcome = { ok: true, practitioners: [RA], damaged: 0 }
const nobody: OpenOutcome = { ok: true, practitioners: [], damaged: 0 }
const broken: OpenOutcome = { ok: false, problem: 'database-broken' }
const fault = () => Promise.reject(new Error('a fault'))

/** A device whose store answers in turn as given; the last answer is given from then on. */
function aSession(...outcomes: (OpenOutcome | 'fault')[]) {
  const visited: string[] = []
  const put: { away: Promise<void>; times: number } = { away: Promise.resolve(), times: 0 }
  let opened = 0
  const actor = createActor(
    sessionMachine.provide({
      actors: {
        openDevice: fromPromise(async () => {
          const outcome = outcomes[Math.min(opened++, outcomes.length - 1)] ?? nobody
          return outcome === 'fault' ? fault() : outcome
        }),
        putAway: fromPromise(async () => {
          put.times++
          await put.away
        }),
      },
    }),
  )
  actor.subscribe((s) => visited.push(String(s.value)))
  actor.start()
  return {
    visited,
    put,
    state: () => actor.getSnapshot(),
    send: (event: SessionEvent) => actor.send(event),
    until: (value: string) => waitFor(actor, (s) => s.value === value),
  }
}
const UNLOCKED = { type: 'UNLOCKED' } as const
const LOCK = { type: 'LOCK' } as const
const at = async (value: string, ...outcomes: OpenOutcome[]) => {
  const session = aSession(...outcomes)
  await session.until(value)
  return session
}
const unlocked = async () => {
  const session = await at('locked', here)
  session.send(UNLOCKED)
  return session
}

describe('opening the device', () => {
  it.each<[string, OpenOutcome]>([
    ['locked', here],
    ['settingUp', nobody],
    ['locked', { ok: true, practitioners: [], damaged: 1 }],
    ['unavailable', broken],
  ])('leads to %s on %j', async (value, outcome) => {
    const session = await at(value, outcome)
    expect(session.state().context).toEqual({
      practitioners: outcome.ok ? outcome.practitioners : [],
      damaged: outcome.ok ? outcome.damaged : 0,
      problem: outcome.ok ? null : outcome.problem,
      recoveryKey: '',
    })
  })

  it('can be tried again, after a fault too', async () => {
    const session = aSession('fault', broken, here)
    await session.until('unavailable')
    expect(session.state().context.problem).toBe('unknown')
    session.send({ type: 'RETRY' })
    await session.until('opening')
    await session.until('unavailable')
    expect(session.state().context.problem).toBe('database-broken')
    session.send({ type: 'RETRY' })
    await session.until('locked')
    expect(session.state().context.problem).toBeNull()
  })

  it('lets nobody in while it is under way', () => {
    const session = aSession(here)
    session.send(UNLOCKED)
    expect(session.state().value).toBe('opening')
  })
})

describe('setting up', () => {
  it('shows the recovery key once, and forgets it when it was written down', async () => {
    const session = await at('settingUp', nobody)
    session.send({ type: 'CREATED', recoveryKey: 'AAAA-BBBB' })
    expect([session.state().value, session.state().context.recoveryKey]).toEqual(['showingRecoveryKey', 'AAAA-BBBB'])
    session.send({ type: 'KEY_WRITTEN_DOWN' })
    expect([session.state().value, session.state().context.recoveryKey]).toEqual(['unlocked', ''])
  })

  it('forgets the recovery key also when it is locked before', async () => {
    const session = await at('settingUp', nobody)
    session.send({ type: 'CREATED', recoveryKey: 'AAAA-BBBB' })
    session.send(LOCK)
    expect([session.state().value, session.state().context.recoveryKey]).toEqual(['locking', ''])
  })

  it('can be left only where somebody is set up already', async () => {
    const first = await at('settingUp', nobody)
    first.send({ type: 'CANCEL' })
    expect(first.state().value).toBe('settingUp')
    const another = await at('locked', here)
    another.send({ type: 'SET_UP_ANOTHER' })
    expect(another.state().value).toBe('settingUp')
    another.send({ type: 'CANCEL' })
    expect(another.state().value).toBe('locked')
  })
})

describe('unlocking by recovery key', () => {
  it('asks for a new passphrase before anything is shown', async () => {
    const session = await at('locked', here)
    session.send({ type: 'UNLOCKED_BY_RECOVERY' })
    expect(session.state().value).toBe('choosingPassphrase')
    session.send(UNLOCKED)
    expect(session.state().value).toBe('choosingPassphrase')
    session.send({ type: 'PASSPHRASE_CHANGED' })
    expect(session.state().value).toBe('unlocked')
  })
})

describe('locking', () => {
  it('waits for what was typed to be put away, and then is locked', async () => {
    const session = await unlocked()
    let done = () => {}
    session.put.away = new Promise((resolve) => (done = resolve))
    session.send(LOCK)
    expect(session.state().value).toBe('locking')
    session.send(UNLOCKED)
    expect(session.state().value).toBe('locking')
    done()
    await session.until('locked')
    expect(session.put.times).toBe(1)
  })

  it('ends locked even when putting away fails, and never passes through an open session', async () => {
    const session = await unlocked()
    session.put.away = fault()
    session.send(LOCK)
    await session.until('locked')
    const since = session.visited.slice(session.visited.indexOf('locking'))
    expect([...new Set(since)]).toEqual(['locking', 'opening', 'locked'])
  })

  it('ends outside an open session even when the store does not open afterwards', async () => {
    const session = await at('locked', here, broken)
    session.send(UNLOCKED)
    session.send(LOCK)
    await session.until('unavailable')
    expect(session.visited.slice(session.visited.indexOf('locking'))).not.toContain('unlocked')
  })

  it('is possible in every state in which the keys are in memory, and those are watched', () => {
    const states = Object.values(sessionMachine.states)
    const named = (test: (s: (typeof states)[number]) => boolean) => states.filter(test).map((s) => s.key)
    expect(named((s) => s.tags.includes(KEYS_OPEN))).toEqual(['showingRecoveryKey', 'choosingPassphrase', 'unlocked'])
    expect(named((s) => 'LOCK' in s.on)).toEqual(named((s) => s.tags.includes(KEYS_OPEN)))
  })

  it.each(['unlocked', 'choosingPassphrase'])('is done from %s', async (value) => {
    const session = await at('locked', here)
    session.send(value === 'unlocked' ? UNLOCKED : { type: 'UNLOCKED_BY_RECOVERY' })
    session.send(LOCK)
    await session.until('locked')
    expect(session.put.times).toBe(1)
  })
})

it('refuses to open or to put away until the app supplies how', async () => {
  const actor = createActor(sessionMachine).start()
  const state = await waitFor(actor, (s) => s.value !== 'opening')
  expect([state.value, state.context.problem]).toEqual(['unavailable', 'unknown'])
})
