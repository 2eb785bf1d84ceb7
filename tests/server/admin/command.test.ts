import { spawnSync } from 'node:child_process'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { openSqlite } from '../../../src/server/records/sqlite-database.ts'
import { aFolder } from '../a-built-app.ts'

const COMMAND = resolve('src/server/admin/command.ts')
const TSX = import.meta.resolve('tsx')
const typed = (cwd: string, ...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', TSX, COMMAND, ...words], {
    cwd,
    env: { PATH: '', PORT: '8099' },
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

test('the administration works on the folder of the server, and is refused by name while the server has it', () => {
  const folder = aFolder()
  const first = typed(folder.path, 'first-agency', '--name', 'Northgate', '--admin-email', 'ada@example.org')
  expect(first).toMatchObject({ status: 0, stderr: '' })
  expect(first.stdout).toMatch(/^Agency [0-9a-f]{32}\nhttp:\/\/localhost:8099\/invitation#[\w-]{43}\nGood for one use/)
  expect(typed(folder.path, 'agencies').stdout).toMatch(/^[0-9a-f]{32} {2}Northgate\n$/)

  const held = openSqlite(folder.at('data/records'))
  if (!held.ok) throw new Error(held.problem)
  const refused = typed(folder.path, 'agencies')
  held.close()
  expect(refused).toMatchObject({ status: 1, stdout: '' })
  expect(refused.stderr).toContain(`Another Linnet, process ${process.pid}, uses the folder data/records.`)
  expect(refused.stderr).toContain('With SQLite, stop the server while a command runs')
})

test('a slip of the hand opens no database', () => {
  const folder = aFolder()
  expect(typed(folder.path, 'frist-agency')).toMatchObject({ status: 1, stdout: '' })
  expect(typed(folder.path, 'agencies').stdout).toBe('\n')
})
