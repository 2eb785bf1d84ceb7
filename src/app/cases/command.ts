import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { casePdf } from './case-pdf.ts'
import { type CompactCase, readCase } from './compact-case.ts'
import { runCase } from './run-case.ts'

const USAGE = 'usage: npm run case -- FILE [--json OUT] [--pdf OUT]'

const { file, jsonOut, pdfOut } = readArguments()
const cases = casesIn(file)
const lines = cases.map((c) => JSON.stringify(runCase(c)))
console.log(lines.join('\n'))
if (jsonOut) write(jsonOut, `${lines.join('\n')}\n`)
if (pdfOut) {
  for (const c of cases) {
    const { bytes, warnings } = await casePdf(c)
    write(cases.length > 1 ? named(pdfOut, c.id) : pdfOut, bytes)
    for (const warning of warnings) console.error(`${c.id}: ${warning}`)
  }
}

function readArguments(): { file: string; jsonOut: string | undefined; pdfOut: string | undefined } {
  try {
    const { values, positionals } = parseArgs({
      options: { json: { type: 'string' }, pdf: { type: 'string' } },
      allowPositionals: true,
    })
    const [only, second] = positionals
    if (!only) return stop(`Name the file that holds the case.\n${USAGE}`)
    if (second) return stop(`One file at a time: ${second} is one too many.\n${USAGE}`)
    return { file: only, jsonOut: values.json, pdfOut: values.pdf }
  } catch (error) {
    return stop(`${error instanceof Error ? error.message : error}\n${USAGE}`)
  }
}

/** The name of one of several files: `out.pdf` for the case FX-A is `out.FX-A.pdf`. */
function named(path: string, id: string): string {
  const safe = id.replace(/[^A-Za-z0-9-]/g, '_')
  return `${path.replace(/\.pdf$/i, '')}.${safe}.pdf`
}

function write(path: string, content: string | Uint8Array): void {
  try {
    writeFileSync(path, content)
  } catch {
    stop(`${path} cannot be written. Check that its folder is there, and try again.`)
  }
}

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
