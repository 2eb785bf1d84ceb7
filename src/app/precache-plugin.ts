import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { brotliCompressSync } from 'node:zlib'
import { build, type Plugin } from 'vite'

const WORKER = 'sw.js'
const PRECACHED = /\.(html|js|css|ttf|svg|png|webmanifest)$/
const COMPRESSED = /\.(html|js|css|ttf|svg|webmanifest)$/

/** True for a file that the app needs with no network: all but the worker itself, by its whole path and not by its end. */
export const isKeptForOffline = (url: string): boolean => PRECACHED.test(url) && url !== `/${WORKER}`

/** After the app is built: lists its files for the service worker, builds the worker to one file, and compresses all. */
export function precache(worker: string): Plugin {
  let outDir = 'dist'
  return {
    name: 'linnet-precache',
    apply: 'build',
    configResolved: (config) => {
      outDir = config.build.outDir
    },
    closeBundle: async () => {
      const manifest = filesUnder(outDir)
        .map((file) => ({ file, url: `/${relative(outDir, file).split(sep).join('/')}` }))
        .filter(({ url }) => isKeptForOffline(url))
        .map(({ file, url }) => ({ url, revision: url.startsWith('/assets/') ? null : hashOf(file) }))
      await build({
        configFile: false,
        logLevel: 'warn',
        publicDir: false,
        define: { __PRECACHE__: JSON.stringify(manifest), 'process.env.NODE_ENV': '"production"' },
        build: {
          outDir,
          emptyOutDir: false,
          rollupOptions: { input: worker, output: { format: 'iife', entryFileNames: WORKER } },
        },
      })
      for (const file of filesUnder(outDir).filter((f) => COMPRESSED.test(f))) {
        writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file)))
      }
    },
  }
}

const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 16)

function filesUnder(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesUnder(path) : [path]
  })
}
