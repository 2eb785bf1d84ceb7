import type { Task } from '../accounts/task.ts'
import type { PushPlan, Standing } from '../records/plan-push.ts'
import type { Session } from '../records/record-store.ts'
import { type AuditParts, appendLine, appendRefusal } from './append.ts'
import { chainOf } from './audit-line.ts'

/** What of a push is noted beside what the record itself shows: that it was refused, or kept apart. Once a day for a device. */
export function* notePush(
  parts: AuditParts,
  session: Session,
  assessment: string,
  standing: Standing,
  { store, quarantine }: PushPlan,
): Task<void> {
  const isOutside = standing.is === 'none' || (standing.is === 'offered' && store.length === 0)
  if (isOutside) return yield* appendRefusal(parts, session, assessment, 'push')
  const [kept] = quarantine
  if (!kept) return
  const { user, device } = session
  yield* appendLine(parts, {
    chain: chainOf(assessment),
    who: user,
    what: 'kept-apart',
    detail: { device, why: kept.why },
    once: `kept-apart ${kept.why} ${user} ${device} ${parts.now().slice(0, 10)}`,
  })
}
