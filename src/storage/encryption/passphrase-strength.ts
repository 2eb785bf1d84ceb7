import { COMMON_PHRASES, COMMON_WORDS } from './common-passphrases.ts'

/**
 * Why a passphrase is refused, and what to do:
 * - `too-short`: use at least four words or fourteen characters.
 * - `repeated-words`: use different words; a repeated one adds nothing.
 * - `common`: it is, or is built from, what is tried first. Choose words that do not belong together.
 * - `personal`: leave out your own name and workplace.
 * - `pattern`: leave out runs such as 1234 or neighbouring keys.
 * - `easily-guessed`: add a word or two.
 */
export type PassphraseProblem = 'too-short' | 'repeated-words' | 'common' | 'personal' | 'pattern' | 'easily-guessed'

/** `strength` runs from 0 (guessed at once) to 4 (beyond an offline attack on this device's wrap). */
export interface PassphraseAssessment {
  acceptable: boolean
  reasons: PassphraseProblem[]
  strength: 0 | 1 | 2 | 3 | 4
}

const MIN_WORDS = 4
const MIN_CHARACTERS = 14
const LEAST_STRENGTH = 3

/**
 * Judges a new passphrase. `personal` are things that others know of the practitioner (name, agency).
 * The larger estimator is loaded when first needed; if it cannot be, the estimate made here stands alone.
 */
export async function assessPassphrase(
  passphrase: string,
  personal: readonly string[] = [],
): Promise<PassphraseAssessment> {
  const text = passphrase.normalize('NFKC').trim().toLowerCase().replace(/\s+/g, ' ')
  const reasons = new Set<PassphraseProblem>()
  const telling = withoutTrivialParts(text, personal, reasons)
  if (!longEnough(text)) reasons.add('too-short')
  const own = ownStrength(telling)
  const strength = Math.min(own, (await estimatedStrength(text, personal)) ?? own) as PassphraseAssessment['strength']
  const enough = longEnough(telling) && strength >= LEAST_STRENGTH
  if (enough) return { acceptable: true, reasons: [], strength }
  if (reasons.size === 0) reasons.add('easily-guessed')
  return { acceptable: false, reasons: [...reasons], strength: Math.min(strength, 2) as 0 | 1 | 2 }
}

/** What is left when everything an attacker tries first has been taken out; says what was taken out. */
function withoutTrivialParts(text: string, personal: readonly string[], reasons: Set<PassphraseProblem>): string {
  const spaceless = lettersAndDigits(text)
  if (COMMON_PHRASES.some((phrase) => spaceless.includes(lettersAndDigits(phrase)))) {
    reasons.add('common')
    return ''
  }
  let rest = text
  for (const word of COMMON_WORDS) rest = takenOut(rest, word, 'common', reasons)
  const known = personal.flatMap((item) => wordsOf(item.toLowerCase())).filter((word) => word.length >= 3)
  for (const word of known) rest = takenOut(rest, word, 'personal', reasons)
  const withoutRuns = rest.replace(/[^\s]{4,}/gu, (word) => (isRun(word) ? '' : word))
  if (withoutRuns !== rest) reasons.add('pattern')
  const once = [...new Set(wordsOf(withoutRuns).map(unrepeated))].join(' ')
  if (once.length < wordsOf(withoutRuns).join(' ').length) reasons.add('repeated-words')
  return once === wordsOf(withoutRuns).join(' ') ? withoutRuns : once
}

function takenOut(text: string, part: string, why: PassphraseProblem, reasons: Set<PassphraseProblem>): string {
  if (!text.includes(part)) return text
  reasons.add(why)
  return text.replaceAll(part, ' ')
}

const wordsOf = (text: string): string[] => text.split(/[\s\-_.,;:/]+/u).filter((word) => word !== '')
const lettersAndDigits = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')
const longEnough = (text: string): boolean =>
  wordsOf(text).filter((word) => word.length >= 3).length >= MIN_WORDS ||
  [...wordsOf(text).join(' ')].length >= MIN_CHARACTERS

/** "abcabcabc" is "abc". */
const unrepeated = (word: string): string => word.replace(/^(.+?)\1+$/u, '$1')

/** True when most neighbours differ by the same step of -1, 0 or 1: "12345678", "aaaaaa", "fedcba". */
function isRun(word: string): boolean {
  const codes = [...word].map((character) => character.codePointAt(0) ?? 0)
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0))
  return [-1, 0, 1].some((step) => steps.filter((each) => each === step).length > steps.length * 0.6)
}

/** A cautious estimate: 11 bits a word, or 4 bits for each character that is not a repeat of an earlier pair. */
function ownStrength(text: string): number {
  const words = new Set(wordsOf(text).filter((word) => word.length >= 3)).size
  const characters = [...text]
  const pairs = new Set(characters.map((character, index) => character + (characters[index + 1] ?? ''))).size
  const bits = Math.max(words >= 2 ? words * 11 : 0, words < 2 ? pairs * 3.3 : 0)
  if (bits >= 55) return 4
  if (bits >= 42) return 3
  if (bits >= 30) return 2
  return bits >= 18 ? 1 : 0
}

async function estimatedStrength(text: string, personal: readonly string[]): Promise<number | null> {
  try {
    const { ZxcvbnFactory } = await import('@zxcvbn-ts/core')
    const estimator = new ZxcvbnFactory({
      dictionary: { commonWords: [...COMMON_WORDS], passwords: [...COMMON_PHRASES] },
    })
    return estimator.check(text, [...personal]).score
  } catch {
    return null
  }
}
