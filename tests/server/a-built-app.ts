import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { afterAll } from 'vitest'

export const SHELL = '<!doctype html><title>Linnet</title>'
export const SCRIPT = `export const words = ${JSON.stringify('linnet '.repeat(200))}`

const made: string[] = []
// Here, as a file of tests is read: said in the middle of a test it would not be heard.
afterAll(() => {
  for (const path of made) rmSync(path, { recursive: true, force: true })
})

/** A folder of its own, gone when the tests of the file are over. */
export function aFolder() {
  const path = mkdtempSync(join(tmpdir(), 'linnet-test-'))
  made.push(path)
  return {
    path,
    at: (name: string) => join(path, name),
    write(name: string, content: string | Buffer): string {
      const file = join(path, name)
      mkdirSync(dirname(file), { recursive: true })
      writeFileSync(file, content)
      return file
    },
  }
}
export type Folder = ReturnType<typeof aFolder>

/** What a build leaves behind, in `dist` under the folder; returns that path. */
export function aBuiltApp(folder: Folder): string {
  folder.write('dist/index.html', SHELL)
  folder.write('dist/sw.js', '// worker')
  folder.write('dist/manifest.webmanifest', '{}')
  folder.write('dist/assets/main-2.js', SCRIPT)
  folder.write('dist/assets/main-2.js.br', brotliCompressSync(SCRIPT))
  folder.write('secret.txt', 'outside of dist')
  return folder.at('dist')
}
