import { type ReactNode, useEffect, useState } from 'react'
import type { RecordStore } from '../../storage/record-port.ts'

export interface Closing {
  /** Assessments whose screens are closed: they are not shared with this person. Nothing of them is erased by that. */
  hidden: ReadonlySet<string>
  /** Of those that were opened in an emergency, what their pages and the list say of it. */
  glass: Readonly<Record<string, { banner: ReactNode; mark: ReactNode } | undefined>>
  /** The way to opening one, where there is a service to ask. */
  way?: ReactNode
}
const NONE: Closing = { hidden: new Set(), glass: {} }

/** Undefined until it is known. */
export function useHidden(store: RecordStore): Closing | undefined {
  const [closing, setClosing] = useState<Closing>()
  useEffect(() => {
    let gone = false
    let end = () => {}
    const begin = async () => {
      const server = await store.knowsServer()
      if (!server.ok || !server.known) return setClosing(NONE)
      const { watchClosing } = await import('./watch-closing.tsx')
      if (!gone) end = watchClosing(store, setClosing)
    }
    begin().catch(() => setClosing(NONE))
    return () => {
      gone = true
      end()
    }
  }, [store])
  return closing
}
