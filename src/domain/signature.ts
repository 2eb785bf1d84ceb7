import { canonicalJson } from './canonical-json.ts'
import type { Entry } from './entry.ts'
import { readSignOff, type SignOffValue } from './entry-kinds.ts'
import type { AssessmentRecord } from './record.ts'

/** The text whose SHA-256 names an edition of the record: every entry but the sign-offs, whatever their order. */
export const signedText = (record: AssessmentRecord): string =>
  canonicalJson(record.entries.filter((e) => e.kind !== 'sign-off'))

export interface Signature {
  entry: Entry
  value: SignOffValue
  /** Nothing was recorded since. */
  stands: boolean
}

/** All sign-offs; `fingerprint` is that of the record as it is now, in hexadecimal. */
export const signaturesOf = (record: AssessmentRecord, fingerprint: string): readonly Signature[] =>
  record
    .ofKind('sign-off')
    .flatMap((entry) => {
      const value = readSignOff(entry.value)
      return value ? [{ entry, value, stands: value.fingerprint === fingerprint }] : []
    })
    .sort((a, b) => (a.entry.recordedAt + a.entry.id < b.entry.recordedAt + b.entry.id ? -1 : 1))
