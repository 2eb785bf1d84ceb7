import { cpus } from 'node:os'
import { build } from 'vite'
import { measureArrival } from './arrival.ts'
import { measureBrowser } from './browser.ts'
import { measureDerivation } from './derive.ts'
import { measureLive } from './live.ts'
import { measureSync } from './sync.ts'

await build({ logLevel: 'error' })
const figures = {
  machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '' },
  derivation: measureDerivation(),
  browser: await measureBrowser(),
  arrival: await measureArrival(),
  sync: await measureSync(),
  live: await measureLive(),
}
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : JSON.stringify(figures, null, 2))
