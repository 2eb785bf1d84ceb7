import type { Refusal, ShownInvitation, SignInAgency } from '../../ui/account/account-ports.ts'
import { agencyWords as words } from '../../ui/account/agency-sign-in-words.ts'
import { problemInWords } from '../../ui/account/problem-in-words.ts'
import type { AccountClient } from './account-client.ts'
import type { AccountService, Arrival } from './account-service.ts'
import type { readAddress } from './sign-in-address.ts'

/**
 * How far signing in has come.
 * - `done`: this store is signed in as its own account.
 * - `confirming`: the user says whether this account is theirs.
 * - `form`: the user chooses how to sign in. `problem`: what came of the last try, in words. `anew`: the next time the agency's
 *   sign-in must ask who it is. `unasked`: the server was not reached, so that not all ways are shown; the user tries again.
 */
export type SigningIn =
  | { is: 'done' }
  | { is: 'confirming'; account: Extract<Arrival, { is: 'to-confirm' }> }
  | ({ is: 'form'; agencies: SignInAgency[]; invitation: ShownInvitation | undefined; unasked: boolean } & Before)
interface Before {
  problem: string | undefined
  anew: boolean
}

interface Parts {
  account: Pick<AccountService, 'arrive' | 'confirm' | 'signOut'>
  client: Pick<AccountClient, 'agencies' | 'invitation'>
}

/** When the page opens, perhaps on the way back from an agency's own sign-in. */
export async function beginSignIn(
  parts: Parts,
  { came, invitation }: ReturnType<typeof readAddress>,
): Promise<SigningIn> {
  if (invitation === null)
    return after(parts, await parts.account.arrive(came === 'done' ? 'provider' : 'unknown'), came)
  const read = await parts.client.invitation(invitation)
  return form(parts, NOTHING, read)
}

/** The account that was shown is theirs. */
export async function confirmAccount(parts: Parts, user: string): Promise<SigningIn> {
  return after(parts, await parts.account.confirm(user), 'done')
}

/** It is not theirs. */
export async function declineAccount(parts: Parts): Promise<SigningIn> {
  const left = await parts.account.signOut()
  return form(parts, { problem: left.ok ? words.declined : problemInWords(left), anew: true })
}

const NOTHING: Before = { problem: undefined, anew: false }

async function after(parts: Parts, arrival: Arrival, came: string | null): Promise<SigningIn> {
  if (arrival.is === 'connected') return { is: 'done' }
  if (arrival.is === 'to-confirm') return { is: 'confirming', account: arrival }
  return form(parts, whatCame(arrival, came))
}

function whatCame(arrival: Arrival, came: string | null): Before {
  if (arrival.is === 'refused') return refused(arrival.refusal)
  if (came === null) return NOTHING
  if (came === 'done' && arrival.is === 'of-another-store') return { problem: words.otherStore, anew: false }
  return { problem: words.problems[came] ?? words.problems['not-recognised'], anew: false }
}

function refused(refusal: Refusal): Before {
  const others = refusal.problem === 'another-account' || refusal.problem === 'recorded-by-another'
  return { problem: others ? words.anotherAccount : problemInWords(refusal), anew: others }
}

async function form(
  { client }: Parts,
  before: Before,
  invited?: Awaited<ReturnType<AccountClient['invitation']>>,
): Promise<SigningIn> {
  const listed = await client.agencies()
  // A server that does not know of it has no agency with one.
  const unasked = !listed.ok && listed.problem !== 'not-found'
  const lacking = invited && !invited.ok ? problemInWords(invited) : unasked ? problemInWords(listed) : undefined
  return {
    is: 'form',
    agencies: listed.ok ? listed.agencies : [],
    invitation: invited?.ok ? invited.invitation : undefined,
    unasked,
    problem: before.problem ?? lacking,
    anew: before.anew,
  }
}
