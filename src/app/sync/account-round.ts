import type { Author } from '../../domain/entry.ts'
import type { RoundOutcome, Wish } from '../../machines/sync-machine.ts'
import { nextStep } from '../../sync/faults.ts'
import type { RoundEnd, SyncEngine } from '../../sync/sync-engine.ts'
import type { AccountTransport } from './fetch-transport.ts'

export interface AccountRoundParts {
  engine: Pick<SyncEngine, 'round'>
  transport: Pick<AccountTransport, 'session' | 'claimAuthor'>
  /** The user that this vault was connected with. */
  user: string
  /** As whom this vault records. */
  author: Author
  /** What this vault calls this device. */
  device: string
  /** Of the server's records, as this device knows it. */
  epoch(): Promise<string | null>
  chance(): number
}

/**
 * A round for the account that this vault is connected with, and for no other: the cookie is the browser's, and somebody else
 * may have signed in with it. Their records would be read into this vault, and what began here would become theirs.
 */
export function accountRounds({ engine, transport, user, author, device, epoch, chance }: AccountRoundParts) {
  let failures = 0
  /** The epoch in which the server was told; a restore may have lost it. */
  let claimedIn: string | null | undefined

  return async (wish: Wish): Promise<RoundOutcome> => {
    const session = await transport.session()
    const step = nextStep(session.answer, { failures, size: 1, chance: chance() })
    if (step.do === 'sign-in') {
      claimedIn = undefined
      return SIGNED_OUT
    }
    if (step.do !== 'apply' || !session.body) {
      failures++
      return { end: 'waiting', why: 'why' in step ? step.why : 'not-understood', afterMs: waitOf(step) }
    }
    failures = 0
    // The same person's session, begun by another store in this browser: what is sent would be called that one's.
    if (session.body.user.id === user && session.body.device !== device) return SIGNED_OUT
    if (session.body.user.id !== user) return { end: 'other-account', why: 'other-account', afterMs: null }
    const current = await epoch()
    if (claimedIn !== current) {
      const claimed = await transport.claimAuthor(author)
      if (claimed.problem === 'author-taken') return { end: 'other-account', why: 'author-taken', afterMs: null }
      // Without it everything of this author would be held back as somebody else's.
      if (claimed.body === null) return unclaimed(claimed)
      claimedIn = current
      return outcomeOf(await engine.round('all'))
    }
    return outcomeOf(await engine.round(wish))
  }

  function unclaimed({ answer }: Awaited<ReturnType<AccountTransport['claimAuthor']>>): RoundOutcome {
    const step = nextStep(answer, { failures, size: 1, chance: chance() })
    failures++
    if (step.do === 'sign-in') return SIGNED_OUT
    return { end: 'waiting', why: 'why' in step ? step.why : 'not-understood', afterMs: waitOf(step) }
  }
}

const SIGNED_OUT: RoundOutcome = { end: 'signed-out', why: 'signed-out', afterMs: null }

const waitOf = (step: ReturnType<typeof nextStep>): number => ('afterMs' in step ? step.afterMs : 60_000)

const outcomeOf = (end: RoundEnd): RoundOutcome => ({
  end: end.end,
  why: 'why' in end ? end.why : end.end === 'signed-out' ? 'signed-out' : null,
  afterMs: end.afterMs,
})
