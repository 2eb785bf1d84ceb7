import type { ReadingLimits } from '../../sync/reading-seal.ts'
import type { AccountParts } from '../accounts/account-parts.ts'
import type { SignedIn } from '../accounts/sessions.ts'
import type { AuditParts } from '../audit/append.ts'
import type { Audit } from '../audit/audit.ts'
import type { Hub } from '../live/hub.ts'
import type { Log } from '../log.ts'
import type { RecordKeeping } from '../records/record-keeping.ts'
import type { ServerRecordStore } from '../records/record-store.ts'
import type { RecordTasks } from '../records/record-tasks.ts'

export interface ApiParts {
  store: ServerRecordStore
  keeping: RecordKeeping
  tasks: RecordTasks
  audit: Audit
  /** For what is noted in the transaction of what it tells of. */
  auditing: AuditParts
  accounts: AccountParts
  hub: Pick<Hub, 'join' | 'leave'>
  /** Where browsers reach this server, when it stands behind a proxy. Without it, by whatever host they name. */
  origin: string | undefined
  /** Proxies in front that add to X-Forwarded-For. */
  proxies: number
  /** Told to devices with the list of what is theirs. */
  reading: ReadingLimits
  log: Log
}

export interface ApiEnv {
  /** Given by @hono/node-server; nothing of it is there when a test asks without a network. */
  Bindings: { incoming?: { socket?: { remoteAddress?: string | undefined } } }
  Variables: { signedIn: SignedIn }
}
