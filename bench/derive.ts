import { readCase } from '../src/app/cases/compact-case.ts'
import { entriesForCommand } from '../src/app/cases/run-case.ts'
import { workedCases } from '../src/app/cases/worked/all.ts'
import { claimsOf } from '../src/domain/claims.ts'
import { answerTo, compose } from '../src/domain/compose.ts'
import { findingsOf, raisedIds } from '../src/domain/finding.ts'
import { progressOf, unknownsOf } from '../src/domain/progress.ts'
import { recordOf } from '../src/domain/record.ts'
import { viewOf } from '../src/domain/view.ts'
import { packV1, rules } from '../src/guidance/index.ts'
import { type Spread, spread } from './statistics.ts'

const TODAY = '2026-06-15'
const ROUNDS = 60
const WARM_UP = 10

/** Everything that is derived from the largest worked case after one more answer: milliseconds, on this machine. */
export function measureDerivation(): { entries: number; ms: Spread } {
  const worked = workedCases.find((w) => w.case.id === 'FX-B')
  const read = worked && readCase(worked.case)
  if (!read?.ok) throw new Error('The case is not there')
  const { entries, contact } = entriesForCommand(read.case)
  const author = { id: 'a', name: 'A', role: 'r', agency: 'g' }
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n++) {
    const recorder = {
      assessment: 'case',
      contact,
      author,
      device: 'bench',
      guidancePack: packV1.id,
      newId: () => `bench-${n}`,
      nextSeq: () => n + 1,
      now: () => '2026-06-15T10:00:00.000Z',
    }
    const slot = { question: 'ANA-04', subject: '-' }
    const entry = compose(recorder, answerTo(slot, { parts: { what: `Round ${n}` } }, []))
    const start = performance.now()
    const view = viewOf(recordOf([...entries, entry]), packV1, TODAY, contact)
    const findings = findingsOf(rules, view)
    progressOf(packV1, view, findings)
    unknownsOf(packV1, view, raisedIds(findings))
    claimsOf(view)
    times.push(performance.now() - start)
  }
  return { entries: entries.length, ms: spread(times.slice(WARM_UP)) }
}
