import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { readFiles, type StaticFile } from './static-files.ts'

const KEEP_DAYS = 90

/**
 * Keeps each edition's hashed assets for 90 days after it was last served, so that a tab opened before an update still
 * finds its parts. Returns what went wrong, if anything; the server runs on without an archive.
 */
export function archiveAssets(
  assets: string,
  archive: string,
  now: Date,
): { ok: true } | { ok: false; problem: string } {
  try {
    mkdirSync(archive, { recursive: true })
    for (const name of existsSync(assets) ? readdirSync(assets) : []) {
      const kept = join(archive, name)
      if (!isWhole(kept, join(assets, name))) copyFileSync(join(assets, name), kept)
      utimesSync(kept, now, now)
    }
    const oldest = now.getTime() - KEEP_DAYS * 86_400_000
    for (const name of readdirSync(archive)) {
      if (statSync(join(archive, name)).mtimeMs < oldest) rmSync(join(archive, name))
    }
    return { ok: true }
  } catch (error) {
    return { ok: false, problem: (error as NodeJS.ErrnoException).code ?? 'unknown' }
  }
}

/** The kept files by their path on the web; none when the archive cannot be read. */
export function archivedFiles(archive: string): ReadonlyMap<string, StaticFile> {
  try {
    return readFiles(archive)
  } catch {
    return new Map()
  }
}

/** A copy can have been cut short by a full disk. */
const isWhole = (kept: string, asset: string): boolean =>
  existsSync(kept) && statSync(kept).size === statSync(asset).size
