import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

export interface Import {
  /** As written, without a query. */
  from: string
  how: 'value' | 'type' | 'dynamic'
}
export interface SourceFile {
  /** Below `src`, with slashes. */
  path: string
  text: string
  imports: readonly Import[]
}

const STATEMENT = /^(?:import|export)\b(?<clause>[^;'"]*?)\bfrom\s*['"](?<from>[^'"]+)['"]/gm
const BARE = /^import\s*['"](?<from>[^'"]+)['"]/gm
const CALL = /\bimport\(\s*(?<arg>[^)]*)/g

/** Every import of a file: statements, re-exports, types and `import()`. One that is not a plain text is not understood. */
export function importsIn(source: string): Import[] {
  const text = withoutComments(source)
  return [
    ...[...text.matchAll(STATEMENT)].map((m) =>
      importOf(m, /^\s*type\b/.test(m.groups?.clause ?? '') ? 'type' : 'value'),
    ),
    ...[...text.matchAll(BARE)].map((m) => importOf(m, 'value')),
    ...[...text.matchAll(CALL)].map((m): Import => {
      const from = /^['"]([^'"]+)['"]/.exec(m.groups?.arg?.trim() ?? '')?.[1]
      return { from: withoutQuery(from ?? 'not a plain text'), how: 'dynamic' }
    }),
  ]
}

const importOf = (m: RegExpMatchArray, how: Import['how']): Import => ({
  from: withoutQuery(m.groups?.from ?? ''),
  how,
})
const withoutQuery = (from: string): string => from.split('?')[0] ?? from
const withoutComments = (text: string): string => text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '')

/** The file below `src` that a relative import means; undefined for a package. */
export const targetOf = (file: string, from: string): string | undefined =>
  from.startsWith('.') ? posix.normalize(posix.join(posix.dirname(file), from)) : undefined

/** `@scope/name/part` is of the package `@scope/name`, `node:fs/promises` of `node:fs`. */
export const packageOf = (from: string): string =>
  from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')

export const areaOf = (path: string): string => path.split('/')[0] ?? ''

/** Paths of all files under a folder, with slashes. */
export function pathsUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? pathsUnder(join(folder, e.name)).map((p) => `${e.name}/${p}`) : [e.name],
  )
}

export const readSource = (): SourceFile[] =>
  pathsUnder('src')
    .filter((path) => /\.tsx?$/.test(path))
    .map((path) => {
      const text = readFileSync(join('src', path), 'utf8')
      return { path, text, imports: importsIn(text) }
    })

/** All files that one file needs when it runs, itself among them. Types need nothing. */
export function neededBy(entry: string, files: readonly SourceFile[]): Set<string> {
  const byPath = new Map(files.map((f) => [f.path, f]))
  const needed = new Set<string>()
  const waiting = [entry]
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    if (needed.has(path)) continue
    needed.add(path)
    waiting.push(...runtimeTargets(byPath.get(path)))
  }
  return needed
}

/** Files that need themselves, by way of others. */
export const inCycles = (files: readonly SourceFile[]): string[] =>
  files.filter((f) => runtimeTargets(f).some((t) => neededBy(t, files).has(f.path))).map((f) => f.path)

const runtimeTargets = (file: SourceFile | undefined): string[] =>
  file?.imports.filter((i) => i.how !== 'type').flatMap((i) => targetOf(file.path, i.from) ?? []) ?? []
