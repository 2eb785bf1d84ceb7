import type { PullRequest, PullResponse, PushRequest, PushResponse } from '../../sync/protocol.ts'
import { readEntryText } from '../../sync/wire-entry.ts'
import type { AccountParts } from '../accounts/account-parts.ts'
import type { Session } from '../records/record-store.ts'
import { type Deed, rememberOnceADay } from './audit.ts'

/** What a pull amounts to: being given something, or being refused. Nothing new is nothing. */
export function deedsOfPull({ user, device }: Session, { assessment }: PullRequest, answer: PullResponse): Deed[] {
  if (answer.result === 'unknown-assessment') return [{ assessment, user, device, what: 'refused' }]
  if (answer.result !== 'page' || answer.entries.length === 0) return []
  return [{ assessment, user, device, what: 'read' }]
}

/** What a push amounts to beside storing, which the record itself shows. One deed for each assessment. */
export function deedsOfPush({ user, device }: Session, { entries }: PushRequest, { results }: PushResponse): Deed[] {
  const deeds = new Map<string, Deed>()
  for (const [n, { result }] of results.entries()) {
    if (result !== 'unknown-assessment' && result !== 'quarantined') continue
    const read = readEntryText(entries[n] ?? '')
    if (!read.ok) continue
    const { assessment } = read.envelope
    const what = result === 'quarantined' ? 'kept-apart' : 'refused'
    deeds.set(`${what} ${assessment}`, { assessment, user, device, what })
  }
  return [...deeds.values()]
}

/** Each in one transaction of its own, so that no two chains wait for one another. */
export async function rememberDeeds({ accounts }: { accounts: AccountParts }, deeds: readonly Deed[]): Promise<void> {
  for (const deed of deeds) await accounts.db.run(() => rememberOnceADay(accounts, deed))
}
