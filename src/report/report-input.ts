import type { Author } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import type { RecordView } from '../domain/view.ts'
import type { Requirement, Source } from '../guidance/index.ts'

/** All that a report is made from; the same input always makes the same report. */
export interface ReportInput {
  view: RecordView
  findings: readonly Finding[]
  /** The ids of the rules among the findings. */
  raised: ReadonlySet<string>
  /** Entries kept on the device that would not open. */
  unreadable: number
  /** Entries recorded elsewhere that are closed to reading on the device. */
  sealed: number
  /** SHA-256 of the record, in hexadecimal. */
  fingerprint: string
  /** ISO 8601. */
  madeAt: string
  /** Who opened the record in an emergency to read it, and is no member; null for a member. */
  readInEmergencyBy: Author | null
  requirementFrom(id: string): { requirement: Requirement; source: Source } | undefined
}
