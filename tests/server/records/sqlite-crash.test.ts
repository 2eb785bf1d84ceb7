import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src/server/records/sqlite-database.ts'
import { sqliteRecordStore } from '../../../src/server/records/sqlite-record-store.ts'
import { seeded } from '../../builders/seeded.ts'
import { hashOf, parts, pullAll, ruth, text } from './records-builders.ts'

const ROUNDS = Number(process.env.LINNET_CRASH_ROUNDS ?? 20)
const program = join(import.meta.dirname, 'pushing-process.ts')

test(`killed in the middle of pushing ${ROUNDS} times, it has every acknowledged entry exactly once`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'linnet-crash-'))
  const chance = seeded(4)
  const acknowledged: string[] = []
  for (let round = 0; round < ROUNDS; round++)
    acknowledged.push(...(await pushUntilKilled(folder, round, chance() * 60)))

  const opened = openSqlite(folder)
  if (!opened.ok) throw new Error(opened.problem)
  const kept = await pullAll(sqliteRecordStore(opened, parts()), ruth)
  opened.close()
  rmSync(folder, { recursive: true })
  const ids = kept.map((each) => (JSON.parse(each.text) as { id: string }).id)
  expect(acknowledged.filter((id) => !ids.includes(id))).toEqual([])
  expect(new Set(ids).size).toBe(ids.length)
  expect(kept.map((each) => each.seq)).toEqual(kept.map((_, n) => n + 1))
  expect(
    kept.filter((each, n) => each.text !== text(ruth, { id: ids[n] ?? '' }) || each.hash !== hashOf(each.text)),
  ).toEqual([])
  expect(acknowledged.length).toBeGreaterThan(ROUNDS)
  console.log(`killed ${ROUNDS} times: ${acknowledged.length} acknowledged, ${ids.length} kept`)
}, 300_000)

/** The ids that one process had acknowledged before it was killed, so many ms after its first push. */
async function pushUntilKilled(folder: string, round: number, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, ['--import', 'tsx', program, folder, `r${round}`, '100000'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (more: string) => {
    if (output === '') setTimeout(() => child.kill('SIGKILL'), afterMs)
    output += more
  })
  await once(child, 'close')
  // The last line can have been cut short: it is not counted as said.
  return output
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith(`r${round}-`))
}
