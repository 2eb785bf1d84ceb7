import type { SyncStore } from '../sync/sync-store.ts'

const notLoaded = { ok: false, reason: 'unknown' } as const

const NAMES = [
  'memory',
  'unsent',
  'standings',
  'markHandedOver',
  'settle',
  'takeIn',
  'keepPage',
  'hide',
  'breakGlass',
  'follow',
  'beginEpoch',
  'keepContact',
  'lookAtClock',
  'account',
  'connect',
] as const satisfies readonly (keyof SyncStore)[]

/** A sync store that is loaded when it is first asked: a device that speaks to no server never needs it. */
export function syncStoreLater(load: () => Promise<SyncStore>): SyncStore {
  let loading: Promise<SyncStore | null> | undefined
  const loaded = () => {
    loading ??= load().catch(() => {
      loading = undefined
      return null
    })
    return loading
  }
  type Call = (...given: unknown[]) => Promise<unknown>
  const calls: Record<(typeof NAMES)[number], Call> = {} as never
  for (const name of NAMES) {
    calls[name] = async (...given) => ((await loaded())?.[name] as Call | undefined)?.(...given) ?? notLoaded
  }
  const all: Record<keyof SyncStore, Call> = calls
  return all as unknown as SyncStore
}
