import { type HistoryResult, runHistory, someKeys } from './history.ts'
import { WRONGS, type Wrong } from './ledger.ts'

export type Outcome = { histories: number } & Record<Wrong, number> & { faults: Record<string, number> }

/** Histories of as many seeds in a row. Each of them can be run alone again by its seed. */
export async function simulate(wanted: {
  histories: number
  seed: number
  stopAtFirstWrong?: boolean
  each?(history: HistoryResult): void
}): Promise<Outcome> {
  const none = Object.fromEntries(WRONGS.map((kind) => [kind, 0])) as Record<Wrong, number>
  const outcome: Outcome = { histories: 0, ...none, faults: {} }
  const keys = await someKeys()
  for (let n = 0; n < wanted.histories; n++) {
    const history = await runHistory(wanted.seed + n, keys)
    wanted.each?.(history)
    outcome.histories++
    for (const kind of WRONGS) outcome[kind] += history.wrong[kind].length
    for (const [fault, times] of Object.entries(history.faults)) {
      outcome.faults[fault] = (outcome.faults[fault] ?? 0) + times
    }
    if (wanted.stopAtFirstWrong && WRONGS.some((kind) => outcome[kind] > 0)) break
  }
  return outcome
}
