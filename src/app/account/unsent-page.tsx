import { useCallback } from 'react'
import { useLocation } from 'wouter'
import { whenInWords } from '../../report/words.ts'
import { saveOutbox, takeInOutbox } from '../../storage/outbox-file.ts'
import type { OpenVault } from '../../storage/vault-port.ts'
import { type MadeFile, SaveToFile, TakeInFile, type TakeProblem } from '../../ui/outbox/outbox-file.tsx'
import type { WaitingReason } from '../../ui/outbox/outbox-lines.ts'
import { OutboxScreen } from '../../ui/outbox/outbox-screen.tsx'
import { outboxWords } from '../../ui/outbox/words.ts'
import type { Connection } from './connection.ts'
import { outboxFileName } from './outbox-file-name.ts'
import { readUnsent } from './unsent.ts'
import { useAccountState, useSyncView } from './use-account.ts'
import { useReadAgain } from './use-read-again.ts'

export function UnsentPage({ vault, connection }: { vault: OpenVault; connection: Connection }) {
  const { store } = vault
  const { syncing } = connection
  const [, go] = useLocation()
  const view = useSyncView(syncing)
  const account = useAccountState(connection)
  const read = useCallback(async () => {
    const [unsent, memory] = await Promise.all([readUnsent(store, syncing.standings, Date.now()), syncing.memory()])
    return { listed: unsent ?? ('failed' as const), contact: memory.ok ? memory.contact : null }
  }, [store, syncing])
  const found = useReadAgain(store, syncing, read)
  const contact = found?.contact ?? null
  return (
    <OutboxScreen
      connected={account.is !== 'local'}
      contact={contact === null ? undefined : whenInWords(new Date(contact).toISOString())}
      listed={found?.listed}
      sending={view.is === 'running'}
      stopped={view.last?.end === 'waiting' ? waitingReason(view.last.why) : undefined}
      signedOut={account.is === 'signed-out'}
      onSignIn={() => go('/service/sign-in')}
      onSend={syncing.ask}
      onOpen={(id) => go(`/a/${id}`)}
      onBack={() => go('/device')}
    >
      <SaveToFile make={(passphrase) => make(vault, passphrase)} />
      <TakeInFile take={(file, passphrase) => take(vault, file, passphrase)} />
    </OutboxScreen>
  )
}

/** A reason that the screen has no words for is left to the entries themselves. */
const waitingReason = (why: string | null): WaitingReason | undefined =>
  why !== null && Object.hasOwn(outboxWords.waiting, why) ? (why as WaitingReason) : undefined

async function make({ store }: OpenVault, passphrase: string): Promise<MadeFile | 'weak' | 'nothing' | 'failed'> {
  const saved = await saveOutbox(store, passphrase)
  if (saved.ok) {
    const file = new Blob([saved.text], { type: 'application/octet-stream' })
    return { file, name: outboxFileName(new Date()), entries: saved.entries }
  }
  if (saved.reason === 'weak-passphrase') return 'weak'
  return saved.reason === 'nothing' ? 'nothing' : 'failed'
}

async function take(
  { store }: OpenVault,
  file: File,
  passphrase: string,
): Promise<{ ok: true; added: number; known: number } | { ok: false; problem: TakeProblem }> {
  const text = await file.text().catch(() => null)
  if (text === null) return { ok: false, problem: 'damaged' }
  const taken = await takeInOutbox(store, text, passphrase)
  if (taken.ok) return { ok: true, added: taken.added, known: taken.alreadyKept }
  return { ok: false, problem: problemOf(taken.reason) }
}

type TakeReason = Extract<Awaited<ReturnType<typeof takeInOutbox>>, { ok: false }>['reason']

function problemOf(reason: TakeReason): TakeProblem {
  switch (reason) {
    case 'quota':
    case 'database-broken':
    case 'locked':
    case 'unknown':
    case 'read-back-differs':
      return 'storage'
    default:
      return reason
  }
}
