import { claimOffers } from '../src/domain/claim-offer.ts'
import { claimsOf } from '../src/domain/claims.ts'
import { answerTo, compose } from '../src/domain/compose.ts'
import { findingsOf, raisedIds } from '../src/domain/finding.ts'
import { progressOf, unknownsOf } from '../src/domain/progress.ts'
import { recordOf } from '../src/domain/record.ts'
import { viewOf } from '../src/domain/view.ts'
import { packV1, rules } from '../src/guidance/whole.ts'
import { LARGE_CONTACT, LARGE_DAY, largeRecord } from '../tests/builders/large-record.ts'
import { type Spread, spread } from './statistics.ts'

const ROUNDS = 60
const WARM_UP = 10

/** Everything that is derived from the largest record after one more answer: milliseconds, on this machine. */
export function measureDerivation(): { entries: number; ms: Spread } {
  const entries = largeRecord()
  const author = { id: 'a', name: 'A', role: 'r', agency: 'g' }
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const recorder = {
      assessment: 'large',
      contact: LARGE_CONTACT,
      author,
      device: 'bench',
      guidancePack: packV1.id,
      newId: () => `bench-${n}`,
      nextSeq: () => n + 1,
      now: () => `${LARGE_DAY}T10:00:00.000Z`,
    }
    const slot = { question: 'ANA-04', subject: '-' }
    const entry = compose(recorder, answerTo(slot, { parts: { words: `Round ${n}` } }, []))
    const start = performance.now()
    const view = viewOf(recordOf([...entries, entry]), packV1, LARGE_DAY, LARGE_CONTACT)
    const findings = findingsOf(rules, view)
    progressOf(packV1, view, findings)
    unknownsOf(packV1, view, raisedIds(findings))
    claimsOf(view)
    claimOffers(view)
    times.push(performance.now() - start)
  }
  return { entries: entries.length, ms: spread(times.slice(WARM_UP)) }
}
