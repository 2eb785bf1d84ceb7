import { networkOf } from '../domain/network.ts'
import type { MissingRow } from '../domain/network-missing.ts'
import type { RecordView } from '../domain/view.ts'
import { nameIn } from './network-names.ts'
import { networkWords as words } from './network-words.ts'

/** What a network should hold and does not yet, as sentences, each with the question where it can be recorded. */
export const missingInWords = (view: RecordView): readonly (MissingRow & { text: string })[] =>
  networkOf(view).missing.map((row) => ({ ...row, text: words.missingRows[row.what](nameIn(view, row.subject)) }))
