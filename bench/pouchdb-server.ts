import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import serverOf from 'express-pouchdb'
import { Pouch } from './pouchdb-kind.ts'

/** PouchDB's own server, in memory, until it is killed. Says its address once it listens. Argument: a folder for its log. */
const [folder = '.'] = process.argv.slice(2)
const app = serverOf(Pouch.defaults({ adapter: 'memory' }), {
  mode: 'minimumForPouchDB',
  inMemoryConfig: true,
  logPath: join(folder, 'pouchdb.log'),
})
const server = createServer(app)
server.listen(0, 'localhost', () => console.log(`http://localhost:${(server.address() as AddressInfo).port}`))
