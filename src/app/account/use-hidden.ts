import { useEffect, useState } from 'react'
import type { RecordStore } from '../../storage/record-port.ts'

const NONE: ReadonlySet<string> = new Set()

/** Assessments of which the server says that they are no longer shared with this person. Nothing of them is erased by that. */
export function useHidden(store: RecordStore): ReadonlySet<string> {
  const [hidden, setHidden] = useState(NONE)
  useEffect(() => {
    let gone = false
    const read = async () => {
      const server = await store.knowsServer()
      if (!server.ok || !server.known) return
      const memory = await store.sync.memory()
      if (gone || !memory.ok) return
      setHidden(new Set(memory.assessments.flatMap((a) => (a.standing === 'hidden' ? [a.assessment] : []))))
    }
    void read()
    const end = store.subscribe((change) => change.sync && void read())
    return () => {
      gone = true
      end()
    }
  }, [store])
  return hidden
}
