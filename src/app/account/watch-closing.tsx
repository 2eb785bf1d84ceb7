import { useLocation } from 'wouter'
import type { RecordStore } from '../../storage/record-port.ts'
import { isClosed, isGlassOpen } from '../../sync/glass.ts'
import { EmergencyMark, OpenInEmergency, ReadInEmergency } from '../../ui/glass/read-in-emergency.tsx'
import { untilInWords } from '../glass/until-in-words.ts'
import type { Closing } from './use-hidden.ts'

/** Tells which screens are closed, now and whenever that changes; also when the time of a broken glass is over, with no server. */
export function watchClosing(store: RecordStore, tell: (closing: Closing) => void): () => void {
  let gone = false
  let told: Closing | null = null
  /** By the glass: set once, so that no clock that is put back makes it longer. */
  const ends: Record<string, ReturnType<typeof setTimeout>> = {}

  async function read(): Promise<void> {
    const memory = await store.sync.memory()
    if (gone) return
    // What cannot be read now stays as it was.
    if (!memory.ok) return told ? undefined : say({ hidden: new Set(), glass: {} })
    const now = Date.now()
    const hidden = new Set<string>()
    const glass: Record<string, NonNullable<Closing['glass'][string]>> = {}
    for (const each of memory.assessments) {
      const { assessment, glassUntil } = each
      if (isClosed(each, now)) hidden.add(assessment)
      if (glassUntil === null) continue
      const end = () => void store.sync.hide(assessment, glassUntil)
      if (!isGlassOpen(each, now)) end()
      else {
        const until = untilInWords(glassUntil, now)
        glass[assessment] = { banner: <ReadInEmergency until={until} />, mark: <EmergencyMark until={until} /> }
        ends[`${assessment} ${glassUntil}`] ??= setTimeout(() => {
          end()
          void read()
        }, glassUntil - now)
      }
    }
    say({ hidden, glass, way: <Way /> })
  }
  function say(closing: Closing): void {
    told = closing
    tell(closing)
  }
  void read()
  const stop = store.subscribe((change) => change.sync && void read())
  return () => {
    gone = true
    stop()
    for (const end of Object.values(ends)) clearTimeout(end)
  }
}

function Way() {
  const [, go] = useLocation()
  return <OpenInEmergency onOpen={() => go('/service/glass')} />
}
