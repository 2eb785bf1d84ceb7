import { SLEEP_FACTORS, saferSleepOf } from '../../domain/safer-sleep.ts'
import { labelOf } from '../../domain/subjects.ts'
import type { RecordView } from '../../domain/view.ts'
import { SLEEP_ALWAYS, SLEEP_MESSAGES, type SleepMessage } from '../../guidance/whole.ts'
import { nameOf } from './sleep-tables.ts'
import { sleepWords as words } from './words.ts'

/** The messages that one person's answers, or one baby's markers, call for. */
export interface FittedMessages {
  subject: string
  name: string
  messages: readonly SleepMessage[]
}

/** For each adult who settles the baby: a message for every factor that anybody recorded as a yes. */
export const messagesToAdults = (view: RecordView): readonly FittedMessages[] =>
  saferSleepOf(view).adults.map(({ person, factors }) => ({
    subject: person,
    name: nameOf(view, person),
    messages: SLEEP_MESSAGES.filter(
      (m) => m.of === 'adult' && SLEEP_FACTORS.some((f) => f === m.factor && factors[f].includes('yes')),
    ),
  }))

/** For each baby: a message for every marker that anybody recorded. */
export const messagesAboutBabies = (view: RecordView): readonly FittedMessages[] =>
  saferSleepOf(view).babies.map(({ child, markers }) => ({
    subject: child,
    name: labelOf(view, child) || words.theBaby,
    messages: SLEEP_MESSAGES.filter(
      (m) => m.of === 'baby' && markers.some((held) => held.split(',').includes(m.factor)),
    ),
  }))

export const alwaysSaid = (view: RecordView): readonly string[] =>
  SLEEP_ALWAYS.map((a) => filled(a.says, { baby: babyName(view) }))

/** What the babies are called; "the baby" where there is none by name. */
export function babyName(view: RecordView): string {
  const names = saferSleepOf(view).babies.map((b) => labelOf(view, b.child))
  return (names.length === 1 && names[0]) || words.theBaby
}

/** Puts names into a text of the guidance; at the start of a sentence with a capital. */
export function filled(text: string, names: { baby: string; who?: string }): string {
  const put = text.replaceAll('{baby}', names.baby).replaceAll('{who}', names.who ?? '')
  return put.replace(/(^|[.:?!] )(\p{Ll})/gu, (_, before: string, letter: string) =>
    before === ': ' ? `${before}${letter}` : `${before}${letter.toUpperCase()}`,
  )
}
