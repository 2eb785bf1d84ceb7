import { readFileSync, writeFileSync } from 'node:fs'
import { type CompactCase, readCase } from './compact-case.ts'
import { runCase } from './run-case.ts'

const USAGE = 'usage: npm run case -- FILE [--json OUT]'

const args = process.argv.slice(2)
const jsonAt = args.indexOf('--json')
const jsonOut = jsonAt < 0 ? undefined : args[jsonAt + 1]
const file = args.find((a, i) => !a.startsWith('--') && (jsonAt < 0 || i !== jsonAt + 1))
if (!file || (jsonAt >= 0 && !jsonOut) || args.some((a) => a.startsWith('--') && a !== '--json')) stop(USAGE)

const lines = casesIn(file).map((c) => JSON.stringify(runCase(c)))
console.log(lines.join('\n'))
if (jsonOut) writeFileSync(jsonOut, `${lines.join('\n')}\n`)

/** One case, a list of cases, or a file whose lists hold cases. */
function casesIn(path: string): CompactCase[] {
  const json = parse(path)
  const lists = Array.isArray(json) ? json : isCaseFile(json) ? Object.values(json).flat() : [json]
  return lists.map((one, i) => {
    const read = readCase(one)
    return read.ok ? read.case : stop(`Case ${i + 1} was refused:\n${read.problems.map((p) => `- ${p}`).join('\n')}`)
  })
}

function isCaseFile(json: unknown): json is Record<string, unknown[]> {
  return typeof json === 'object' && json !== null && !('id' in json) && Object.values(json).every(Array.isArray)
}

function parse(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    return stop(
      error instanceof SyntaxError
        ? `${path} is not JSON. Check it, and try again.`
        : `${path} cannot be read. Check the name, and try again.`,
    )
  }
}

function stop(why: string): never {
  console.error(why)
  process.exit(2)
}
