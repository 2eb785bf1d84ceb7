import type { ServerRecordStore, Session } from '../../../src/server/records/record-store.ts'
import type { PullResponse } from '../../../src/sync/protocol.ts'
import { RUTH } from '../../builders/an-assessment.ts'
import { answerOf, hashOf, text } from './records-builders.ts'

export interface Load {
  writers: number
  entriesEach: number
  pullers: number
  assessments: number
  chance: () => number
}

export interface Outcome {
  acknowledged: number
  /** Acknowledged entries that some puller, who read from the beginning to the end, never got. */
  missed: number
  /** Numbers that some puller did not get right after the one before. */
  gaps: number
  /** Entries that some puller got with other content, or twice. */
  altered: number
  pushSeconds: number
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Many writers push batches of any size into a few assessments, while pullers follow each of them from the start. */
export async function writersAndPullers(store: ServerRecordStore, load: Load): Promise<Outcome> {
  const assessments = Array.from({ length: load.assessments }, (_, n) => `a${n}`)
  const of = (n: number) => assessments[n % assessments.length] ?? 'a0'
  const who = (n: number): Session => ({ user: RUTH.id, device: `d${n}`, authors: [RUTH] })
  answerOf(await store.push(who(0), { begin: assessments, entries: [] }))

  const acknowledged = new Map(assessments.map((assessment) => [assessment, new Map<string, string>()]))
  let writing = true
  const write = async (n: number) => {
    const assessment = of(n)
    for (let done = 0; done < load.entriesEach; ) {
      const size = Math.min(load.entriesEach - done, 1 + Math.floor(load.chance() * 60))
      const batch = Array.from({ length: size }, (_, k) => text(who(n), { assessment, id: `w${n}-${done + k}` }))
      const { results } = answerOf(await store.push(who(n), { begin: [], entries: batch }))
      results.forEach((result, k) => {
        if (result.result === 'stored') acknowledged.get(assessment)?.set(result.id, hashOf(batch[k] ?? ''))
      })
      done += size
    }
  }
  const pull = async (n: number) => {
    const seen = new Map<string, string>()
    const outcome = { missed: 0, gaps: 0, altered: 0 }
    const assessment = of(n)
    let after: string | null = null
    let last = 0
    for (;;) {
      const goesOn = writing
      const page: PullResponse = answerOf(await store.pull(who(n), { assessment, after }))
      if (page.result !== 'page') throw new Error(page.result)
      for (const entry of page.entries) {
        if (entry.seq !== last + 1) outcome.gaps++
        last = entry.seq
        const { id } = JSON.parse(entry.text) as { id: string }
        if (seen.has(id) || hashOf(entry.text) !== entry.hash) outcome.altered++
        seen.set(id, entry.hash)
      }
      after = page.cursor
      if (!goesOn && !page.more) break
      await pause(load.chance() * 20)
    }
    for (const [id, hash] of acknowledged.get(assessment) ?? []) {
      if (!seen.has(id)) outcome.missed++
      else if (seen.get(id) !== hash) outcome.altered++
    }
    return outcome
  }

  const pulling = Array.from({ length: load.pullers }, (_, n) => pull(n))
  const began = performance.now()
  await Promise.all(Array.from({ length: load.writers }, (_, n) => write(n)))
  const pushSeconds = (performance.now() - began) / 1000
  writing = false
  const outcomes = await Promise.all(pulling)
  const sum = (key: 'missed' | 'gaps' | 'altered') => outcomes.reduce((total, each) => total + each[key], 0)
  return {
    acknowledged: [...acknowledged.values()].reduce((total, each) => total + each.size, 0),
    missed: sum('missed'),
    gaps: sum('gaps'),
    altered: sum('altered'),
    pushSeconds,
  }
}
