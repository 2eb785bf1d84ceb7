import type { Server } from 'node:http'

export interface Stopping {
  server: Pick<Server, 'close' | 'closeAllConnections' | 'closeIdleConnections'>
  /** Ends the answers that would otherwise never end. */
  endStreams(): void
  /** After the last request. */
  closeStores(): Promise<void>
  /** Milliseconds for requests in flight. */
  patience: number
}

/**
 * Takes no new request, lets those in flight finish for as long as `patience`, and closes the stores last, so that what
 * was acknowledged is on the disk. Returns how it went: a request that was cut off was not answered, and is sent again.
 */
export async function stop({ server, endStreams, closeStores, patience }: Stopping): Promise<'finished' | 'cut-off'> {
  let outcome: 'finished' | 'cut-off' = 'finished'
  await new Promise<void>((done) => {
    const timer = setTimeout(() => {
      outcome = 'cut-off'
      server.closeAllConnections()
    }, patience)
    // A browser keeps its connection open after the answer, for a next request that is not taken any more.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(timer)
      clearInterval(idle)
      done()
    })
    endStreams()
  })
  await closeStores()
  return outcome
}
