import { randomBytes } from 'node:crypto'
import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import { HOUR } from './accounts/account-parts.ts'
import { preparePasswords } from './accounts/password.ts'
import { tidySessions } from './accounts/sessions.ts'
import { archiveAssets, archivedFiles } from './asset-archive.ts'
import { openSigner } from './audit/signer.ts'
import { readConfig } from './config.ts'
import { createApp } from './create-app.ts'
import { createHub } from './live/hub.ts'
import { faultOf, jsonLog as log } from './log.ts'
import { openRecords } from './records/open-records.ts'
import { createApi } from './routes/create-api.ts'
import { readFiles } from './static-files.ts'
import { stop } from './stop.ts'

const PATIENCE = 10_000
const newId = () => randomBytes(16).toString('hex')
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

const key = openSigner({ folder: config.data, given: config.auditKey })
const signer = key.ok ? key.signer : fail(key.problem)

const opened = await openRecords(
  {
    databaseUrl: config.databaseUrl,
    folder: config.records,
    onIdleError: (code) => log('database-connection-ended', { code }),
  },
  {
    now: () => new Date().toISOString(),
    newId,
    alarm: (alarm) => log('alarm', { ...alarm }),
    signer,
  },
)
const records = opened.ok ? opened : fail(opened.problem)

let stopping = false
const accounts = { db: records.accounts, now: Date.now, newId }
const { store, keeping, tasks, audit, auditing } = records
const { origin, proxies, reading } = config
await preparePasswords()
const hub = createHub({ feed: records.feed, store, keeping, accounts, log })
const tidying = setInterval(() => void tidy(), HOUR)
const app = createApp({
  api: createApi({ store, keeping, tasks, audit, auditing, accounts, hub, origin, proxies, reading, log }),
  files,
  archived: archivedFiles(config.archive),
  isReady: async () => !stopping && (await records.answers()),
})
const server = createAdaptorServer({ fetch: app.fetch }) as Server
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

/** Takes away sessions and tries that are over. What fails is done an hour later. */
async function tidy(): Promise<void> {
  await accounts.db.run(() => tidySessions(accounts)).catch((error) => log('tidying-failed', faultOf(error)))
}

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.on(signal, async () => {
    if (stopping) return
    stopping = true
    clearInterval(tidying)
    log('stopping')
    const endStreams = () => void hub.close()
    const outcome = await stop({ server, endStreams, closeStores: () => store.close(), patience: PATIENCE })
    if (outcome === 'cut-off') log('requests-cut-off')
    process.exit(0)
  })
}
