import { cpus } from 'node:os'
import { build } from 'vite'
import { measureBrowser } from './browser.ts'
import { measureDerivation } from './derive.ts'

await build({ logLevel: 'error' })
const figures = {
  machine: { node: process.version, cores: cpus().length, processor: cpus()[0]?.model ?? '' },
  derivation: measureDerivation(),
  browser: await measureBrowser(),
}
console.log(process.argv.includes('--json') ? JSON.stringify(figures) : JSON.stringify(figures, null, 2))
