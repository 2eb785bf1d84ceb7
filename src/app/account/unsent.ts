import type { Entry } from '../../domain/entry.ts'
import { recordOf } from '../../domain/record.ts'
import { WHOLE } from '../../domain/subjects.ts'
import { viewOf } from '../../domain/view.ts'
import { loadGuidance } from '../../guidance/index.ts'
import { aboutOf, questionOf } from '../../report/slot-words.ts'
import { whenInWords } from '../../report/words.ts'
import type { RecordStore } from '../../storage/record-port.ts'
import { isClosed, isGlassOpen } from '../../sync/glass.ts'
import type { OutboxState } from '../../sync/outbox-state.ts'
import type { LineState, OutboxAssessment, OutboxLine } from '../../ui/outbox/outbox-lines.ts'
import { outboxWords } from '../../ui/outbox/words.ts'
import { nameOf } from '../assessment-list.ts'
import type { Syncing } from '../sync/syncing.ts'
import { localDay } from '../today.ts'

/** What the server is not known to hold, by assessment. `unreadable` counts what does not open, and so cannot be sent. */
export interface Unsent {
  assessments: OutboxAssessment[]
  unreadable: number
}

/** Null when the store cannot be read. */
export async function readUnsent(
  store: RecordStore,
  standings: Syncing['standings'],
  now: number,
): Promise<Unsent | null> {
  const [found, waiting] = await Promise.all([store.assessments(), store.sync.unsent()])
  if (!found.ok || !waiting.ok) return null
  const ids = new Set(waiting.entries.map((e) => e.assessment))
  const assessments: OutboxAssessment[] = []
  const memory = await store.sync.memory()
  if (!memory.ok) return null
  const followed = new Map(memory.assessments.map((each) => [each.assessment, each]))
  for (const { id } of found.assessments.filter((a) => ids.has(a.id))) {
    const [loaded, standing] = await Promise.all([store.load(id), standings(id)])
    if (!loaded.ok || !standing.ok) return null
    const states = new Map(standing.entries.filter((e) => e.own).map((e) => [e.id, e.state]))
    const each = followed.get(id)
    const closed = each !== undefined && isClosed(each, now)
    // Of a record whose screens are closed nothing is shown that others recorded, no name either.
    const shown = closed ? loaded.entries.filter((entry) => states.has(entry.id)) : loaded.entries
    const lines = await linesOf(shown, states)
    const reading = closed ? 'closed' : each && isGlassOpen(each, now) ? 'emergency' : 'open'
    if (lines.length > 0) assessments.push({ id, name: closed ? '' : nameOf(shown), reading, lines })
  }
  return { assessments, unreadable: waiting.unreadable }
}

async function linesOf(entries: readonly Entry[], states: ReadonlyMap<string, OutboxState>): Promise<OutboxLine[]> {
  const { pack } = await loadGuidance()
  const view = viewOf(recordOf(entries), pack, localDay(), WHOLE)
  return entries.flatMap((entry) => {
    const state = states.get(entry.id)
    if (!state || state.is === 'received') return []
    const about = aboutOf(view, entry.slot)
    const what = outboxWords.kinds[entry.kind] ?? questionOf(view, entry.slot)
    return [
      {
        id: entry.id,
        what: about ? `${about}: ${what}` : what,
        when: whenInWords(entry.recordedAt),
        state: lineOf(state),
      },
    ]
  })
}

const lineOf = (state: OutboxState): LineState =>
  state.is === 'received' ? { is: 'received', at: whenInWords(state.at) } : state
