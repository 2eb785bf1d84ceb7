import { useEffect, useState, useSyncExternalStore } from 'react'
import { useLocation } from 'wouter'
import { openingPack } from '../guidance/index.ts'
import { AWAITING_SIGN_OFF } from '../guidance/whole.ts'
import { estimate } from '../storage/durability.ts'
import type { OpenVault } from '../storage/vault-port.ts'
import { DeviceScreen } from '../ui/home/device-screen.tsx'
import { deviceWords as words } from '../ui/home/device-words.ts'
import { RemoveSection } from '../ui/home/remove-section.tsx'
import { ConnectedAccount } from './account/connected-account.tsx'
import type { Connection } from './account/connection.ts'
import { persistence } from './persistence.ts'
import { LOCK_BOUNDS, lockTimes, setLockTimes } from './remembered.ts'
import { spaceInWords } from './space-in-words.ts'

interface DevicePageProps {
  vault: OpenVault
  connection: Connection | null
  open(): Promise<void>
}

export function DevicePage({ vault, connection, open }: DevicePageProps) {
  const [, go] = useLocation()
  const keeping = useSyncExternalStore(persistence.subscribe, persistence.current)
  const [kept, setKept] = useState<{ stored: string; space: string; notStored: number | null }>({
    stored: '',
    space: '',
    notStored: null,
  })
  useEffect(() => {
    let current = true
    void Promise.all([vault.store.counts(), estimate()]).then(([counted, space]) => {
      if (!current) return
      setKept({
        stored: counted.ok
          ? words.counts(counted.counts.assessments, counted.counts.entries, counted.counts.drafts)
          : words.failed,
        notStored: counted.ok ? counted.counts.notStored : null,
        space: space ? words.space(spaceInWords(space.usedBytes), spaceInWords(space.freeBytes)) : '',
      })
    })
    return () => {
      current = false
    }
  }, [vault])
  const { name, role, agency } = vault.profile
  return (
    <DeviceScreen
      practitioner={`${name}, ${role}, ${agency}`}
      stored={kept.stored}
      space={kept.space}
      keeping={keeping}
      times={lockTimes()}
      bounds={LOCK_BOUNDS}
      pack={openingPack.id}
      awaiting={AWAITING_SIGN_OFF.map((a) => `${a.what}: ${a.because}`)}
      onTimes={setLockTimes}
      onBack={() => go('/')}
      removal={
        <RemoveSection
          label={vault.listing.label}
          kept={kept.stored}
          notReceived={kept.notStored}
          onSaveFirst={() => go('/service/unsent')}
          onRemove={async (typed) => {
            const removed = await vault.store.removeFromThisDevice(typed)
            // Afresh: nothing of the record stays in memory.
            if (removed.ok) location.replace('/')
            return removed.ok
          }}
        />
      }
    >
      <ConnectedAccount connection={connection} open={open} />
    </DeviceScreen>
  )
}
