import { textIn } from '../domain/answer.ts'
import type { Entry } from '../domain/entry.ts'
import { recordOf } from '../domain/record.ts'
import { HOMES, WHOLE } from '../domain/subjects.ts'
import { viewOf } from '../domain/view.ts'
import { openingPack } from '../guidance/index.ts'
import { randomId } from '../storage/random-id.ts'
import type { AssessmentSummary, RecordStore } from '../storage/record-port.ts'
import type { OpenVault } from '../storage/vault-port.ts'
import type { ListedAssessment } from '../ui/home/list-screen.tsx'
import { assessmentPorts } from './assessment-ports.ts'
import { openAssessment } from './open-assessment.ts'
import { localDay } from './today.ts'

/** The practitioner's assessments, the last one used first; null when the store cannot be read. */
export async function listAssessments(store: RecordStore): Promise<ListedAssessment[] | null> {
  const found = await store.assessments()
  if (!found.ok) return null
  const listed = await Promise.all(
    found.assessments.map(async (a) => {
      const loaded = await store.load(a.id)
      if (loaded.ok && isAwaited(a, loaded.entries)) return []
      return { ...a, name: loaded.ok ? nameOf(loaded.entries) : '' }
    }),
  )
  return listed.flat().sort((a, b) => ((a.newest ?? '') < (b.newest ?? '') ? 1 : -1))
}

/** Taken up, and nothing of it has come yet. What is closed to reading has come. */
const isAwaited = (a: AssessmentSummary, entries: readonly Entry[]): boolean =>
  !a.unreadable && !a.drafts && !a.sealed && entries.every((e) => e.kind === 'membership')

/** Whoever it is about, as the practitioner named them. */
export function nameOf(entries: Parameters<typeof recordOf>[0]): string {
  const view = viewOf(recordOf(entries), openingPack, localDay(), WHOLE)
  const labels = (ids: readonly { id: string }[], home: string) =>
    ids.flatMap((s) => view.answersFor(home, s.id).map((a) => textIn(a, 'label'))).filter((t) => t !== '')
  return [...labels(view.subjects('adult'), HOMES.person), ...labels(view.subjects('child'), HOMES.child)].join(', ')
}

/** A new assessment with its first contact; null when it could not be saved. */
export async function newAssessment(vault: OpenVault): Promise<string | null> {
  const id = randomId()
  const opened = await openAssessment(id, assessmentPorts(vault))
  if (!opened.ok) return null
  const begun = await opened.assessment.beginContact()
  opened.assessment.close()
  return begun.ok ? id : null
}
