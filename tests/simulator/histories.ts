import { expect, test } from 'vitest'
import { simulate } from '../../simulator/simulate.ts'

const WANTED = Number(process.env.LINNET_HISTORIES ?? 1000)

/** One part of the histories, so that two cores share them. */
export function historiesAreSound(part: 0 | 1): void {
  const half = Math.ceil(WANTED / 2)
  test(`nothing is lost, made up, altered, hidden or disclosed, and all finishes, in ${half} histories of faults`, async () => {
    const wrong: string[] = []
    const outcome = await simulate({
      histories: half,
      seed: 1 + part * half,
      each: (history) => wrong.push(...Object.values(history.wrong).flat()),
    })
    expect(wrong).toEqual([])
    expect(outcome.histories).toBe(half)
    // Each kind of fault did happen.
    const faults = [
      'request lost',
      'answer lost',
      'half answer',
      'duplicate',
      'partition',
      'restore',
      'server restarted',
    ]
    const more = [
      'membership ended',
      'glass broken',
      'wrong clock',
      'crash as it writes the disk',
      'crash as it hears of /api/push',
    ]
    const offers = ['agency invited', 'taken up', 'taken up without an invitation']
    for (const fault of [...faults, ...more, ...offers]) expect(outcome.faults).toHaveProperty([fault])
  }, 600_000)
}
