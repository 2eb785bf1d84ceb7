import type { RecordStore } from '../../storage/record-port.ts'

const MINUTE = 60_000
const MOMENTS = ['focus', 'pageshow'] as const

/**
 * Looks at the clock at once, each minute, when the app comes to the front, and when the server has answered: what came from
 * it is sealed, erased and opened again in time. Returns what ends it.
 */
export function watchReading(
  { sync, subscribe }: Pick<RecordStore, 'sync' | 'subscribe'>,
  page: Pick<EventTarget, 'addEventListener' | 'removeEventListener'>,
): () => void {
  const look = () => void sync.lookAtClock()
  const timer = setInterval(look, MINUTE)
  for (const moment of MOMENTS) page.addEventListener(moment, look)
  const end = subscribe((change) => {
    if (change.sync) look()
  })
  look()
  return () => {
    clearInterval(timer)
    for (const moment of MOMENTS) page.removeEventListener(moment, look)
    end()
  }
}
