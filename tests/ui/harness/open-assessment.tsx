import { act, type RenderResult, render } from '@testing-library/react'
import { type ReactNode, useSyncExternalStore } from 'react'
import { vi } from 'vitest'
import { type OpenAssessment, openAssessment } from '../../../src/app/open-assessment.ts'
import { compose, type EntryContent } from '../../../src/domain/compose.ts'
import type { Author, Entry, Slot } from '../../../src/domain/entry.ts'
import type { GuidancePack } from '../../../src/domain/question.ts'
import { packV1, rules } from '../../../src/guidance/whole.ts'
import type { VaultRow } from '../../../src/storage/encryption/vault-row.ts'
import { type MemoryDevice, memoryDevice } from '../../../src/storage/memory-device.ts'
import { memoryRecordStore } from '../../../src/storage/memory-record-store.ts'
import type { RecordStore, StorageFailure } from '../../../src/storage/record-port.ts'
import { entryText } from '../../../src/sync/entry-hash.ts'
import { type Workspace, WorkspaceProvider } from '../../../src/ui/workspace.ts'

export const TODAY = '2026-11-02'
export const NOW = `${TODAY}T10:00:00.000Z`
const ASSESSMENT = 'assessment-1'

export const ASHA: Author = { id: 'asha', name: 'Asha Rahman', role: 'Midwife', agency: 'Community midwifery' }
export const SAM: Author = { id: 'sam', name: 'Sam Okoro', role: 'Drug and alcohol worker', agency: 'Harbour service' }
export const LIN: Author = { id: 'lin', name: 'Lin Brandt', role: 'Health visitor', agency: 'Public health' }

/** One practitioner's device with the assessment open on it; Asha is the one at the screen. */
export interface AtTheScreen {
  assessment: OpenAssessment
  store: RecordStore
  /** The next write fails so. */
  failNextWrite(reason: StorageFailure): void
  /** Every write fails so, until `mend`. */
  breakWrites(reason: StorageFailure): void
  mend(): void
  /** What a colleague recorded elsewhere comes in. */
  receive(...entries: Entry[]): Promise<void>
  /** The server has not answered for longer than that may be read. */
  seal(): Promise<void>
  /** It answers again. */
  unseal(): Promise<void>
  entriesIn(slot: Slot): Promise<Entry[]>
  draftsKept(): Promise<{ slot: Slot; raw: unknown }[]>
  /** The same disk in a browser that was started again. */
  reopened(): Promise<AtTheScreen>
  show(children: (workspace: Workspace) => ReactNode): RenderResult
}

export async function anOpenAssessment(content: readonly EntryContent[] = []): Promise<AtTheScreen> {
  let broken: StorageFailure | undefined
  let failOnce: StorageFailure | undefined
  const device = memoryDevice({
    onWrite: () => {
      const once = failOnce
      failOnce = undefined
      return once ?? broken
    },
  })
  device.vaultRows.set('vault-1', {} as VaultRow)
  await memoryRecordStore(device, 'vault-1').append(composed(content))
  const clock = { now: Date.parse(NOW) }
  const newId = counting('own')
  const faults = {
    failNextWrite: (reason: StorageFailure) => {
      failOnce = reason
    },
    breakWrites: (reason: StorageFailure) => {
      broken = reason
    },
    mend: () => {
      broken = undefined
    },
  }
  return opened(device, newId, faults, clock)
}

type Faults = Pick<AtTheScreen, 'failNextWrite' | 'breakWrites' | 'mend'>

async function opened(
  device: MemoryDevice,
  newId: () => string,
  faults: Faults,
  clock: { now: number },
): Promise<AtTheScreen> {
  const store = memoryRecordStore(device, 'vault-1', null, () => clock.now)
  const contact = async () => void (await act(() => store.sync.keepContact(clock.now)))
  const look = async () => void (await act(() => store.sync.lookAtClock()))
  const result = await openAssessment(ASSESSMENT, {
    store,
    author: ASHA,
    device: 'device-1',
    opening: packV1,
    whole: Promise.resolve({ pack: packV1, rules }),
    newId,
    now: () => NOW,
    today: () => TODAY,
  })
  if (!result.ok) throw new Error(`The assessment does not open: ${result.reason}`)
  const { assessment } = result
  await Promise.resolve()
  const all = async () => {
    const kept = await store.load(ASSESSMENT)
    return kept.ok ? kept.entries : []
  }
  return {
    assessment,
    store,
    ...faults,
    receive: async (...entries) => {
      await act(() => store.sync.takeIn(entries.map(entryText)))
      await settled()
    },
    seal: async () => {
      await contact()
      clock.now += 73 * 3_600_000
      await look()
      await settled()
    },
    unseal: async () => {
      await contact()
      await look()
      await settled()
    },
    entriesIn: async (slot) =>
      (await all())
        .filter((e) => e.slot.question === slot.question && e.slot.subject === slot.subject)
        .sort((a, b) => a.deviceSeq - b.deviceSeq),
    draftsKept: async () => {
      const kept = await store.drafts(ASSESSMENT)
      return kept.ok ? kept.drafts.map(({ draft: { slot, raw } }) => ({ slot, raw })) : []
    },
    reopened: () => opened(device, newId, faults, clock),
    show: (children) => render(<Shown assessment={assessment}>{children}</Shown>),
  }
}

function Shown({
  assessment,
  children,
}: {
  assessment: OpenAssessment
  children: (workspace: Workspace) => ReactNode
}) {
  const workspace = useSyncExternalStore(assessment.subscribe, assessment.current)
  return <WorkspaceProvider value={workspace}>{children(workspace)}</WorkspaceProvider>
}

/** The next save waits until the function is called. */
export function holdsTheNext({ store }: AtTheScreen): () => void {
  let go: () => void = () => undefined
  const { append } = store
  vi.spyOn(store, 'append').mockImplementationOnce(async (entries) => {
    await new Promise<void>((resolve) => {
      go = resolve
    })
    return append(entries)
  })
  return () => go()
}

/** Everything that was set going is done; the timers have not moved. */
export const settled = () => act(() => vi.advanceTimersByTimeAsync(0))
/** A form that was left is saved once a tap has landed. */
export const afterLeaving = () => afterAWhile(300)
/** The practitioner looks up for a while: choices settle, drafts reach the disk. */
export const afterAWhile = (ms = 2000) => act(() => vi.advanceTimersByTimeAsync(ms))

export const counting = (prefix: string) => {
  let n = 0
  return () => `${prefix}-${String(++n).padStart(4, '0')}`
}

/** Entries by a colleague, made before or elsewhere; the guidance pack is the one in use unless told. */
export function composed(
  content: readonly EntryContent[],
  author: Author = SAM,
  pack: Pick<GuidancePack, 'id'> = packV1,
): Entry[] {
  const contact = content.find((c) => c.kind === 'contact')?.slot.subject ?? 'contact-1'
  const newId = counting(author.id)
  let n = 0
  const by = {
    assessment: ASSESSMENT,
    contact,
    author,
    device: `device-of-${author.id}`,
    guidancePack: pack.id,
    newId,
    nextSeq: () => ++n,
    now: () => '2026-11-01T09:00:00.000Z',
  }
  return content.map((c) => compose(by, c))
}
