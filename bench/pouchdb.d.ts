/** As much of them as the bench uses. */
declare module 'pouchdb-core' {
  interface Replicated {
    docs_written: number
    errors: unknown[]
  }
  export interface Database {
    bulkDocs(docs: readonly object[]): Promise<unknown>
    replicate: {
      to(remote: Database, options: { batch_size: number }): Promise<Replicated>
      from(remote: Database, options: { batch_size: number }): Promise<Replicated>
    }
  }
  export interface Kind {
    new (name: string, options?: { adapter: string }): Database
    plugin(plugin: object): Kind
    defaults(options: { adapter: string }): Kind
  }
  const PouchDB: Kind
  export default PouchDB
}
declare module 'pouchdb-adapter-memory' {
  const plugin: object
  export default plugin
}
declare module 'pouchdb-adapter-http' {
  const plugin: object
  export default plugin
}
declare module 'pouchdb-replication' {
  const plugin: object
  export default plugin
}
declare module 'express-pouchdb' {
  import type { RequestListener } from 'node:http'
  import type { Kind } from 'pouchdb-core'
  export default function express(kind: Kind, options: object): RequestListener
}
