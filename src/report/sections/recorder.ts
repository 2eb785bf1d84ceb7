import { reportWords as words } from '../report-words.ts'
import { type AnswerWords, byInWords } from '../slot-words.ts'
import { dayOfInstantInWords, recordWords, timeInWords } from '../words.ts'

/** Somebody who recorded on one day. */
export interface Recorder {
  who: string
  day: string
}

export const recorderOf = ({ entry: { author, recordedAt } }: AnswerWords): Recorder => ({
  who: words.person(author.name, author.role, author.agency),
  day: dayOfInstantInWords(recordedAt),
})

/** Who recorded most of these answers on one day. */
export function mostOf(answers: readonly AnswerWords[]): Recorder | undefined {
  const counts = new Map<string, { recorder: Recorder; n: number }>()
  for (const answer of answers) {
    const recorder = recorderOf(answer)
    const key = `${recorder.who}|${recorder.day}`
    counts.set(key, { recorder, n: (counts.get(key)?.n ?? 0) + 1 })
  }
  return [...counts.values()].sort((a, b) => b.n - a.n)[0]?.recorder
}

/** Two answers that one person recorded on one day and knows in the same way. */
export const sameHand = (a: AnswerWords, b: AnswerWords): boolean =>
  a.how === b.how && isSame(recorderOf(a), recorderOf(b))

/** How answers of the same hand are known, and who recorded them; of `most`, who is named already, only the time. */
export function knownIn(answers: readonly AnswerWords[], most: Recorder | undefined): string {
  const [first] = answers
  if (!first) return ''
  const times = answers.map((a) => a.entry.recordedAt).sort()
  const [from, to] = [timeInWords(times[0] ?? ''), timeInWords(times.at(-1) ?? '')]
  const when = from === to ? from : words.between(from, to)
  const recorder = recorderOf(first)
  const named = most && isSame(recorder, most)
  const by = named ? when : from === to ? byInWords(first.entry) : `${recorder.who}, ${recorder.day}, ${when}`
  return `${capitalised(first.how || recordWords.basisOpen)}\n${by}`
}

const isSame = (a: Recorder, b: Recorder): boolean => a.who === b.who && a.day === b.day
const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
