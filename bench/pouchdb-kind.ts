import http from 'pouchdb-adapter-http'
import memory from 'pouchdb-adapter-memory'
import PouchDB from 'pouchdb-core'
import replication from 'pouchdb-replication'

export const Pouch = PouchDB.plugin(http).plugin(memory).plugin(replication)
