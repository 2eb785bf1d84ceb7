import { createAdaptorServer } from '@hono/node-server'
import { archiveAssets, archivedFiles } from './asset-archive.ts'
import { readConfig } from './config.ts'
import { createApp } from './create-app.ts'
import { readFiles } from './static-files.ts'

const log = (event: string, detail: Record<string, string | number> = {}) =>
  console.log(JSON.stringify({ at: new Date().toISOString(), event, ...detail }))
const fail = (problem: string): never => {
  console.error(problem)
  process.exit(1)
}

const read = readConfig(process.env)
const config = read.ok ? read.config : fail(read.problem)
const files = readFiles(config.dist)
if (!files.has('/index.html')) fail(`There is no built app in ${config.dist}. Run "npm run build" first.`)
const kept = archiveAssets(`${config.dist}/assets`, `${config.archive}/assets`, new Date())
if (!kept.ok) log('archive-unavailable', { problem: kept.problem })

const server = createAdaptorServer({ fetch: createApp({ files, archived: archivedFiles(config.archive) }).fetch })
server.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EADDRINUSE') {
    fail(`Port ${config.port} is taken by another program. Stop it, or choose another: PORT=8081 npm start`)
  }
  fail(`The server stopped: ${error.code ?? error.name}`)
})
server.listen(config.port, () => {
  const address = server.address()
  const port = typeof address === 'object' && address ? address.port : config.port
  log('ready', { url: `http://localhost:${port}` })
})

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, () => {
    log('stopping')
    server.close(() => process.exit(0))
    setTimeout(() => process.exit(0), 2000).unref()
  })
}
