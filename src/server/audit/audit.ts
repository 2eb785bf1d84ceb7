import type { RecordTasks } from '../records/record-tasks.ts'
import { type AuditNote, type AuditParts, appendLine, appendRefusal, appendRefusalOf } from './append.ts'
import { chainOf, SERVER_CHAIN, sha256 } from './audit-line.ts'

/** Notes what has no transaction of its own. It is noted before the answer is given: no note, no answer. */
export interface Audit {
  note(note: AuditNote): Promise<void>
  /** The first time in a session and on a day. `session` is its key. */
  opened(by: { user: string; device: string }, session: string, assessment: string): Promise<void>
  /** Without a name: whoever tried may not be whom they named. Too many tries are noted once a minute. */
  signInRefused(why: string): Promise<void>
  /** What needs another access than theirs. */
  notAllowed(by: { user: string; device: string }, access: string): Promise<void>
  refused(by: { user: string; device: string }, assessment: string, how: string): Promise<void>
}

/** Names that this process has noted: a device that pulls again does not ask the database for it. */
const REMEMBERED = 10_000

export function createAudit(tasks: RecordTasks, parts: AuditParts): Audit {
  const noted = new Set<string>()
  const once = async (name: string | null, task: () => Promise<void>) => {
    if (name !== null && noted.has(name)) return
    await task()
    if (name === null) return
    if (noted.size >= REMEMBERED) noted.clear()
    noted.add(name)
  }
  const note = (note: AuditNote) =>
    once(note.once === undefined ? null : `${note.chain} ${note.once}`, () =>
      tasks.runAs('linnet_audit', () => appendLine(parts, note)),
    )
  return {
    note,
    opened: ({ user, device }, session, assessment) =>
      note({
        chain: chainOf(assessment),
        who: user,
        what: 'opened',
        detail: { device },
        once: `opened ${sha256(session).slice(0, 16)} ${parts.now().slice(0, 10)}`,
      }),
    signInRefused: (why) =>
      note({
        chain: SERVER_CHAIN,
        who: null,
        what: 'sign-in-refused',
        detail: { why },
        ...(why === 'too-many' && { once: `too-many ${parts.now().slice(0, 16)}` }),
      }),
    notAllowed: (by, access) =>
      once(`not-allowed ${access} ${by.user} ${by.device} ${parts.now().slice(0, 10)}`, () =>
        tasks.runAs('linnet_audit', () => appendRefusalOf(parts, by, `needs ${access}`)),
      ),
    refused: (by, assessment, how) =>
      once(`refused ${how} ${by.user} ${by.device} ${parts.now().slice(0, 10)} ${assessment}`, () =>
        tasks.runAs('linnet_audit', () => appendRefusal(parts, by, assessment, how)),
      ),
  }
}
