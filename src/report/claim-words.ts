import { type ClaimStatus, type FindingWord, isIndependent, SOURCES, type Source } from '../domain/claim-status.ts'
import type { ClaimFinding, ClaimView } from '../domain/claims.ts'
import type { TestDoubt } from '../domain/test-doubts.ts'
import { recordWords } from './words.ts'

const listed = new Intl.ListFormat('en-GB', { type: 'conjunction' })
const inList = (items: readonly string[]): string => listed.format(items)
const lower = (text: string): string => text.charAt(0).toLowerCase() + text.slice(1)

/** Words for claims and their sources: the screens and the reports say the same. */
export const claimWords = {
  columns: {
    adult: 'Adult’s own account',
    'partner-family': 'Partner or family',
    observation: 'What I saw',
    record: 'Agency record',
    professional: 'Another professional',
    test: 'Test result',
    child: 'Child',
    other: 'Someone else',
  } satisfies Record<Source, string>,
  cells: {
    agrees: 'Agrees',
    partly: 'Partly agrees',
    contradicts: 'Contradicts',
    'says-nothing': 'Says nothing',
    'not-sought': 'Not sought yet',
  } satisfies Record<FindingWord, string>,
  nothing: 'Nothing recorded',
  refresh: (days: number) =>
    `Needs refreshing: the newest information from anybody independent is more than ${days} days old.`,
  confidential: 'Confidential: keep who said it from the family',
  noLabel: 'A claim without words yet',
  doubts: {
    'no-test-named': 'it is not linked to a recorded test',
    'not-negative': 'the test is not recorded as negative',
    'other-person': 'it is not recorded as a test of everybody the claim is about',
    'substance-not-recorded': 'the claim does not say which substance it is about',
    'other-substance': 'it is a test for another substance',
    panel: 'it is not recorded that the test looked for this substance',
    'not-supervised': 'it is not recorded that the test was supervised',
    'period-not-recorded': 'the claim does not say since when it is meant to be so',
    'window-not-covering': 'its window does not cover the whole time of the claim',
  } satisfies Record<TestDoubt, string>,
}

/** What one cell of the grid says; every different finding where there are several. */
export function cellWords(
  findings: readonly ClaimFinding[],
  words: Record<FindingWord, string> = claimWords.cells,
  nothing: string = claimWords.nothing,
): string {
  const said = CELL_ORDER.filter((word) => findings.some((f) => f.finding === word)).map((word) => words[word])
  return said.join(' / ') || nothing
}
const CELL_ORDER: readonly FindingWord[] = ['contradicts', 'partly', 'agrees', 'says-nothing', 'not-sought']

/** Why a claim has its status, in a sentence. */
export function whyInWords(claim: ClaimView): string {
  const counted = claim.findings.filter((f) => f.doubts.length === 0)
  const saying = (word: FindingWord) => SOURCES.filter((s) => counted.some((f) => f.source === s && f.finding === word))
  const named = (sources: readonly Source[]) => inList(sources.map((s) => lower(recordWords.sources[s])))
  const starting = (sources: readonly Source[]) => capital(named(sources))
  const agreeing = saying('agrees')
  const because: Record<ClaimStatus, () => string> = {
    differs: () => `Not borne out: ${named(saying('contradicts'))} ${verb(saying('contradicts'), 'contradict')} it.`,
    partly: () => `Borne out only in part by ${named(saying('partly'))}.`,
    supported: () =>
      `${starting(agreeing)} agree. Independent of the adult and their family: ${named(agreeing.filter(isIndependent))}.`,
    'one-independent-source': () => `Only ${named(agreeing)} agrees so far.`,
    'self-report-only': () => `It rests on the word of ${named(agreeing)} alone.`,
    unknown: () =>
      claim.findings.length === 0 ? 'No source has been asked yet.' : 'No source has yet said that it is so or not so.',
  }
  return because[claim.status]()
}

/** Why a test that agrees does not count towards a claim; empty where every test counts. */
export function testDoubtsInWords(claim: ClaimView): string {
  const doubts = [...new Set(claim.findings.flatMap((f) => f.doubts))]
  return doubts.length > 0
    ? `A negative test here does not count as evidence of no use: ${inList(doubts.map((d) => claimWords.doubts[d]))}.`
    : ''
}

const verb = (sources: readonly Source[], word: string): string => (sources.length === 1 ? `${word}s` : word)
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
