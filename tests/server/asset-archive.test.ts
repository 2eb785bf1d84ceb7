import { existsSync, readdirSync, readFileSync, utimesSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { archiveAssets, archivedFiles } from '../../src/server/asset-archive.ts'
import { aFolder } from './a-built-app.ts'

const DAY = 86_400_000
const NOW = new Date('2026-03-02T09:00:00.000Z')
const daysBefore = (n: number) => new Date(NOW.getTime() - n * DAY)

function anEdition(...names: string[]) {
  const folder = aFolder()
  for (const name of names) folder.write(`assets/${name}`, `content of ${name}`)
  return folder
}
const keptIn = (archive: string) => readdirSync(archive).sort()

describe('the assets of earlier editions', () => {
  it('are kept beside those of this one', () => {
    const archive = aFolder().at('assets')
    expect(archiveAssets(anEdition('a-1.js', 'a-1.js.br').at('assets'), archive, daysBefore(1))).toEqual({ ok: true })
    expect(archiveAssets(anEdition('a-2.js').at('assets'), archive, NOW)).toEqual({ ok: true })
    expect(keptIn(archive)).toEqual(['a-1.js', 'a-1.js.br', 'a-2.js'])
    expect(readFileSync(`${archive}/a-1.js`, 'utf8')).toBe('content of a-1.js')
  })

  it('are dropped 90 days after they were last served, and not before', () => {
    const archive = aFolder().at('assets')
    archiveAssets(anEdition('old.js').at('assets'), archive, new Date(daysBefore(90).getTime() - 1000))
    archiveAssets(anEdition('kept.js').at('assets'), archive, daysBefore(90))
    archiveAssets(anEdition('new.js').at('assets'), archive, NOW)
    expect(keptIn(archive)).toEqual(['kept.js', 'new.js'])
  })

  it('count from the last time that their edition was served', () => {
    const archive = aFolder().at('assets')
    const edition = anEdition('a-1.js')
    archiveAssets(edition.at('assets'), archive, daysBefore(200))
    archiveAssets(edition.at('assets'), archive, daysBefore(10))
    archiveAssets(anEdition('a-2.js').at('assets'), archive, NOW)
    expect(keptIn(archive)).toEqual(['a-1.js', 'a-2.js'])
  })

  it('are copied again when a copy was cut short', () => {
    const folder = aFolder()
    folder.write('assets/a-1.js', 'cont')
    archiveAssets(anEdition('a-1.js').at('assets'), folder.at('assets'), NOW)
    expect(readFileSync(folder.at('assets/a-1.js'), 'utf8')).toBe('content of a-1.js')
  })

  it('are left alone when nothing was built', () => {
    const folder = aFolder()
    utimesSync(folder.write('assets/a-1.js', 'x'), NOW, NOW)
    expect(archiveAssets(folder.at('gone'), folder.at('assets'), NOW)).toEqual({ ok: true })
    expect(keptIn(folder.at('assets'))).toEqual(['a-1.js'])
  })
})

describe('an archive that cannot be used', () => {
  it('is reported, and destroys nothing', () => {
    const folder = aFolder()
    folder.write('data', 'a file where a folder should be')
    const edition = anEdition('a-1.js')
    expect(archiveAssets(edition.at('assets'), folder.at('data/assets'), NOW)).toEqual({
      ok: false,
      problem: 'ENOTDIR',
    })
    expect(existsSync(edition.at('assets/a-1.js'))).toBe(true)
  })

  it('serves nothing, and does not stop the server', () => {
    const folder = aFolder()
    folder.write('assets', 'a file where a folder should be')
    expect(archivedFiles(folder.at('assets'))).toEqual(new Map())
    expect(archivedFiles(folder.at('gone'))).toEqual(new Map())
    folder.write('whole/assets/a-1.js', 'x')
    expect([...archivedFiles(folder.at('whole')).keys()]).toEqual(['/assets/a-1.js'])
  })
})
