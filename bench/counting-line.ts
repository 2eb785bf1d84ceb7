import { once } from 'node:events'
import { type AddressInfo, connect, createServer } from 'node:net'

export interface CountingLine {
  url: string
  /** Bytes of both directions since the last time, headers and all. */
  taken(): number
  close(): void
}

/** A line to a server on this machine, on which every byte is counted. */
export async function countingLine(to: string): Promise<CountingLine> {
  const port = Number(new URL(to).port)
  let bytes = 0
  const server = createServer((near) => {
    const far = connect(port, 'localhost')
    for (const [from, on] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('data', (chunk) => {
        bytes += chunk.length
      })
      from.on('error', () => on.destroy())
      from.pipe(on)
    }
  })
  server.listen(0, 'localhost')
  await once(server, 'listening')
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    taken: () => {
      const now = bytes
      bytes = 0
      return now
    },
    close: () => server.close(),
  }
}
