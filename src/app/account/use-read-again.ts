import { useEffect, useState } from 'react'
import type { RecordStore } from '../../storage/record-port.ts'
import type { Syncing } from '../sync/syncing.ts'

/** What `read` tells, anew whenever entries or where they stand have changed; what it tells nothing of stays as it was. */
export function useReadAgain<T>(
  store: RecordStore,
  syncing: Syncing,
  read: () => Promise<T | undefined>,
): T | undefined {
  const [found, setFound] = useState<T>()
  useEffect(() => {
    let gone = false
    const again = async () => {
      const next = await read()
      if (!gone && next !== undefined) setFound(next)
    }
    void again()
    const ends = [syncing.subscribe(() => void again()), store.subscribe((change) => change.entries && void again())]
    return () => {
      gone = true
      for (const end of ends) end()
    }
  }, [store, syncing, read])
  return found
}
