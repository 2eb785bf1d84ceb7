import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'

/** With this file the guidance of the later steps comes, meanwhile: no question of the first step waits for it. */
const LATER = /^whole-guidance-/

/** The scripts that the page asks for from now on, by their file names; also those that its service worker has already. */
export function loadedScripts(page: Page): () => Promise<ReadonlyMap<string, Buffer>> {
  const scripts = new Map<string, Promise<Buffer>>()
  page.on('response', (r) => {
    if (r.request().resourceType() === 'script') scripts.set(r.url().split('/').pop() ?? '', r.body())
  })
  return async () => {
    await page.waitForLoadState('networkidle')
    return new Map(await Promise.all([...scripts].map(async ([name, body]) => [name, await body] as const)))
  }
}

/** Kilobytes (of 1,024 bytes) of gzip, without what only the guidance of the later steps needs. */
export function neededKb(scripts: ReadonlyMap<string, Buffer>): number {
  const later = withImports(
    [...scripts.keys()].filter((name) => LATER.test(name)),
    scripts,
  )
  const needed = withImports(
    [...scripts.keys()].filter((name) => !later.has(name)),
    scripts,
  )
  let bytes = 0
  for (const name of needed) bytes += gzipSync(scripts.get(name) ?? '', { level: 9 }).length
  return Math.round(bytes / 102.4) / 10
}

/** These files, and what they import when they are loaded. */
function withImports(names: readonly string[], scripts: ReadonlyMap<string, Buffer>): ReadonlySet<string> {
  const all = new Set(names)
  for (const name of all) {
    const text = scripts.get(name)?.toString('utf8') ?? ''
    for (const [, imported = ''] of text.matchAll(/(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g)) all.add(imported)
  }
  return all
}
