import { chosen } from './answer.ts'
import { adultOf } from './subjects.ts'
import type { RecordView } from './view.ts'

/** Somebody says that this adult is pregnant. The subject may be the adult, or a use or a child of theirs. */
export const isPregnant = (view: RecordView, subject: string): boolean =>
  view.answersFor(PREGNANCY_QUESTION, adultOf(subject)).some((a) => chosen(a, 'status').includes('pregnant'))

const PREGNANCY_QUESTION = 'PRE-01'
