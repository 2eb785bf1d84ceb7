import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Makes the built app in a folder another edition: its shell differs, and one of its parts has gone. The gone part's path. */
export function makeNextEdition(dist: string): string {
  const part = readdirSync(join(dist, 'assets')).find((name) => /^cases-page-.*\.js$/.test(name))
  if (!part) throw new Error('The build has no part for the invented cases')
  for (const ending of ['', '.br']) rmSync(join(dist, 'assets', part + ending))
  edit(join(dist, 'index.html'), (html) => html.replace('<head>', '<head><meta name="edition" content="next" />'))
  edit(join(dist, 'sw.js'), (worker) =>
    worker
      .replace(/(url:`\/index\.html`,revision:`)[0-9a-f]+/, '$1next')
      .replace(new RegExp(`\\{[^{}]*${part}[^{}]*\\},?`), ''),
  )
  return `/assets/${part}`
}

function edit(path: string, change: (text: string) => string): void {
  const before = readFileSync(path, 'utf8')
  const after = change(before)
  if (after === before) throw new Error(`Nothing to change was found in ${path}`)
  writeFileSync(path, after)
  rmSync(`${path}.br`, { force: true })
}
