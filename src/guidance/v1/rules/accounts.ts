import { type Answer, chosen } from '../../../domain/answer.ts'
import { HOMES } from '../../../domain/subjects.ts'
import type { RecordView } from '../../../domain/view.ts'
import { has, saying, usesNotNow, usesNow } from './facts.ts'

/** Where the adults' own account of a matter stands, by what an account of somebody else is about. */
const TOLD_IN: Readonly<Record<string, readonly string[]>> = {
  use: ['CON-01', 'NET-15'],
  care: ['CAP-13', 'CAP-04', 'CON-15'],
  sleep: ['SLP-12'],
  household: ['NET-16'],
}
const TOPICS_OF: Readonly<Record<string, readonly string[]>> = {
  use: ['K-USE', 'K-AMT', 'K-PREG'],
  care: ['K-CARE'],
  sleep: ['K-SLEEP'],
  household: ['K-HH'],
}

/** What an account differs from: the claims that it was set beside, else what the adults told of the same matter. */
export function besideWhat(view: RecordView, account: Answer): Answer[] {
  const claims = chosen(account, 'beside').flatMap((id) => view.answersFor(HOMES.claim, id))
  if (claims.length > 0) return claims
  return chosen(account, 'about').flatMap((matter) => (TOLD_IN[matter] ?? []).flatMap((q) => view.answers(q)))
}

/** Claims about these matters that a source contradicts or bears out only in part, with what that source says. */
export function claimsNotBorneOut(
  view: RecordView,
  source: string,
  ...matters: readonly string[]
): { claim: string; because: Answer[] }[] {
  const topics = matters.flatMap((m) => TOPICS_OF[m] ?? [])
  return view.subjects('claim').flatMap((claim) => {
    const topical = view.answersFor(HOMES.claim, claim.id).filter((a) => has(a, 'topic', ...topics))
    if (topical.length === 0) return []
    const differing = view
      .items('TRI-02', claim.id)
      .filter((f) => has(f, 'source', source) && has(f, 'finding', 'contradicts', 'partly'))
    return differing.length > 0 ? [{ claim: claim.id, because: [...topical, ...differing] }] : []
  })
}

/** A child tells of use, and no adult tells of any now. */
export function useThatOnlyAChildTells(view: RecordView): Answer[] {
  const told = usesNotNow(view)
  return told.length > 0 && usesNow(view).length === 0 ? saying(view, 'CHD-08', 'about', 'use') : []
}
