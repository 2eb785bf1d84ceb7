import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { workedCases } from '../../../src/app/cases/worked/all.ts'
import { readPdf } from '../../report/read-pdf.ts'

const folder = mkdtempSync(join(tmpdir(), 'linnet-case-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['--import', 'tsx', 'src/app/cases/command.ts', ...args], { encoding: 'utf8' })
const inFolder = (name: string) => join(folder, name)
const control = workedCases.find((w) => w.case.id === 'FX-0')?.case

describe('the command for cases', () => {
  it('makes the PDF of one case', async () => {
    writeFileSync(inFolder('one.json'), JSON.stringify(control))
    expect(run(inFolder('one.json'), '--pdf', inFolder('one.pdf'))).toMatchObject({ status: 0, stderr: '' })
    const { text } = await readPdf(readFileSync(inFolder('one.pdf')))
    expect(text).toContain('No prompts fired. That is not evidence of safety.')
  })

  it('names each PDF by its case where there are several', () => {
    writeFileSync(inFolder('two.json'), JSON.stringify([control, { ...control, id: 'B/2' }]))
    expect(run(inFolder('two.json'), '--pdf', inFolder('two.pdf')).status).toBe(0)
    expect(readdirSync(folder).filter((f) => f.startsWith('two.'))).toEqual(['two.B_2.pdf', 'two.FX-0.pdf', 'two.json'])
  })

  it.each([
    ['no file', [], 'Name the file that holds the case.'],
    ['two files', ['a.json', 'b.json'], 'One file at a time: b.json is one too many.'],
    ['no name for the PDF', ['a.json', '--pdf'], "Option '--pdf <value>' argument missing"],
    ['an option that it does not know', ['a.json', '--docx', 'b'], "Unknown option '--docx'"],
    ['a file that is not there', ['/nowhere.json'], '/nowhere.json cannot be read. Check the name, and try again.'],
  ])('says what is wrong with %s', (_, args, problem) => {
    const { status, stderr } = run(...args)
    expect(status).toBe(2)
    expect(stderr).toContain(problem)
  })
})
