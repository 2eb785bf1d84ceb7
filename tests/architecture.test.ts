import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { AREA_NAMES, AREAS, BROWSER_ENTRIES, EXCEPTIONS, SERVER_ENTRY } from './architecture/area-table.ts'
import {
  areaOf,
  importsIn,
  inCycles,
  neededBy,
  packageOf,
  pathsUnder,
  readSource,
  type SourceFile,
} from './architecture/source-files.ts'
import { violationsIn } from './architecture/violations.ts'

const files = readSource()
const linesOf = (text: string): number => text.split('\n').length - 1
const made = (path: string, text: string): SourceFile => ({ path, text, imports: importsIn(text) })
/** Texts of the project that people write, by path. */
const written = ['src', 'tests', 'docs']
  .flatMap((folder) => pathsUnder(folder).map((p) => join(folder, p)))
  .filter((p) => /\.(tsx?|css|md)$/.test(p))
  .concat('README.md', 'index.html')
  .map((path) => ({ path, text: readFileSync(path, 'utf8') }))
const pathsWith = (pattern: RegExp, of = written): string[] => of.filter((f) => pattern.test(f.text)).map((f) => f.path)

describe('who imports whom', () => {
  it('keeps to the table, in every file', () => {
    expect(files.flatMap(violationsIn)).toEqual([])
    expect(files.length).toBeGreaterThan(100)
  })

  it('is the same in the map for people', () => {
    const rows = readFileSync('src/README.md', 'utf8')
      .split('\n')
      .filter((line) => /^\| `\w+` +\|/.test(line))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .map(([, area, ours, packages]) => [namesIn(area), namesIn(ours), namesIn(packages)])
    const table = AREA_NAMES.map((a) => [[a], [...AREAS[a].ours].sort(), [...AREAS[a].packages].sort()])
    expect(rows).toEqual(table)
  })

  it('has no areas but those of the table', () => {
    const folders = readdirSync('src', { withFileTypes: true }).filter((e) => e.isDirectory())
    expect(folders.map((e) => e.name).filter((name) => !(AREA_NAMES as readonly string[]).includes(name))).toEqual([])
  })

  it('makes an exception for no file that is not there or does not need it', () => {
    const idle = Object.entries(EXCEPTIONS).flatMap(([path, { packages }]) => {
      const used = files.find((f) => f.path === path)?.imports.map((i) => packageOf(i.from)) ?? []
      return packages.filter((p) => !used.includes(p)).map((p) => `${path} does not use ${p}`)
    })
    expect(idle).toEqual([])
  })

  it('never goes in a circle', () => {
    expect(inCycles(files)).toEqual([])
  })

  it.each(BROWSER_ENTRIES)('brings nothing of Node, of the build or of the server into the browser by %s', (entry) => {
    const needed = files.filter((f) => neededBy(entry, files).has(f.path))
    const foreign = needed.flatMap((f) =>
      f.imports
        .filter((i) => i.how !== 'type' && /^(node:|vite$|tsx$|subset-font|hono|@hono)/.test(i.from))
        .map((i) => `${f.path} needs ${i.from}`),
    )
    expect([needed.length > 0, foreign, needed.filter((f) => areaOf(f.path) === 'server')]).toEqual([true, [], []])
  })

  it('brings no screen and no wording into the server', () => {
    const areas = new Set([...neededBy(SERVER_ENTRY, files)].map(areaOf))
    expect([...areas].filter((a) => !['server', 'sync', 'domain'].includes(a))).toEqual([])
  })
})
const namesIn = (cell = ''): string[] => [...cell.matchAll(/`([^`]+)`/g)].map((m) => m[1] ?? '').sort()

describe('the check itself', () => {
  it('sees every way to import', () => {
    const text = [
      "import { a } from './a.ts'",
      "import type { B } from '../b.ts'",
      'import {\n  c,\n  type D,\n} from "c"',
      "import './e.css'",
      "export { f } from './f.ts'",
      "export type { G } from './g.ts'",
      "const h = () => import('./h.ts')",
      "const i = await import(\n  '@i/core/part'\n)",
      "type J = import('./j.ts').J",
      "import k from './k.ts?url'",
      'const l = import(name)',
      "// import { m } from './m.ts'",
      "const n = { id: 'from', label: 'import' }",
    ].join('\n')
    expect(importsIn(text).map((i) => `${i.how} ${i.from}`)).toEqual([
      'value ./a.ts',
      'type ../b.ts',
      'value c',
      'value ./f.ts',
      'type ./g.ts',
      'value ./k.ts',
      'value ./e.css',
      'dynamic ./h.ts',
      'dynamic @i/core/part',
      'dynamic ./j.ts',
      'dynamic not a plain text',
    ])
  })

  it.each<[string, string, string]>([
    ['domain/x.ts', "import { y } from '../storage/y.ts'", 'domain/x.ts imports storage/y.ts'],
    ['domain/x.ts', "import type { Y } from '../ui/y.ts'", 'domain/x.ts imports ui/y.ts'],
    ['domain/x.ts', "import { useState } from 'react'", 'domain/x.ts imports the package react'],
    ['domain/x.ts', 'const now = Date.now()', 'domain/x.ts asks for \\bDate\\.now\\b'],
    ['ui/x.tsx', "const y = () => import('../app/y.ts')", 'ui/x.tsx imports app/y.ts'],
    ['ui/x.tsx', "void fetch('/entries')", 'ui/x.tsx asks for \\bfetch\\('],
    ['app/x.ts', "import { y } from '../server/y.ts'", 'app/x.ts imports server/y.ts'],
    ['app/x.ts', "import { y } from '../guidance/v1/y.ts'", 'app/x.ts does not take a door: guidance/v1/y.ts'],
    ['app/x.ts', "import { readFileSync } from 'node:fs'", 'app/x.ts imports the package node:fs'],
    ['server/x.ts', "import { y } from '../guidance/index.ts'", 'server/x.ts imports guidance/index.ts'],
    ['extra/x.ts', '', 'extra/x.ts stands in no area'],
  ])('finds fault with %s: %s', (path, text, fault) => {
    expect(violationsIn(made(path, text))).toEqual([fault])
  })

  it('finds a circle, and none in types', () => {
    const circle = [
      made('domain/a.ts', "import { b } from './b.ts'"),
      made('domain/b.ts', "import { c } from './c.ts'"),
      made('domain/c.ts', "const a = () => import('./a.ts')"),
      made('domain/d.ts', "import type { E } from './e.ts'"),
      made('domain/e.ts', "import { d } from './d.ts'"),
    ]
    expect(inCycles(circle)).toEqual(['domain/a.ts', 'domain/b.ts', 'domain/c.ts'])
  })
})

describe('the tree', () => {
  it('has files of one concept each', () => {
    const most = (path: string) => (path.startsWith('guidance/') ? 500 : 300)
    expect(files.filter((f) => linesOf(f.text) > most(f.path)).map((f) => [f.path, linesOf(f.text)])).toEqual([])
  })

  it('has no folder by kind, and no barrel but the door of the guidance', () => {
    const paths = [...pathsUnder('src').map((p) => `src/${p}`), ...pathsUnder('tests').map((p) => `tests/${p}`)]
    expect(paths.filter((p) => /\/(utils|helpers|types|hooks)\//.test(p))).toEqual([])
    expect(paths.filter((p) => /^index\.[jt]sx?$/.test(basename(p)))).toEqual(['src/guidance/index.ts'])
  })

  it('has names in kebab-case', () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.(test|journey|d))?\.[a-z0-9]+$/
    const odd = written.map((f) => f.path).filter((p) => !kebab.test(basename(p)) && basename(p) !== 'README.md')
    expect(odd).toEqual([])
  })

  it('leaves no test out, and no note to finish something later', () => {
    const tests = written.filter((f) => f.path.startsWith('tests/'))
    expect(pathsWith(/\.(only|skip|todo)\b|\b(xit|xdescribe|fit|fdescribe)\(/, tests)).toEqual([])
    expect(pathsWith(new RegExp(['TO', 'DO|FIX', 'ME'].join('')))).toEqual([])
  })

  it('names no other origin that a page could load from', () => {
    const elsewhere = /https?:\/\/(?!(www\.)?w3\.org\/|localhost\b)/
    const shown = written.filter((f) => /^(src\/(?!guidance\/)|index\.html)/.test(f.path))
    expect(pathsWith(elsewhere, shown)).toEqual([])
  })
})
