import type { SyncStore } from '../sync/sync-store.ts'

const notLoaded = { ok: false, reason: 'unknown' } as const

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
  return {
    memory: async () => (await loaded())?.memory() ?? notLoaded,
    unsent: async () => (await loaded())?.unsent() ?? notLoaded,
    standings: async (assessment) => (await loaded())?.standings(assessment) ?? notLoaded,
    markHandedOver: async (ids) => (await loaded())?.markHandedOver(ids) ?? notLoaded,
    settle: async (epoch, settled) => (await loaded())?.settle(epoch, settled) ?? notLoaded,
    takeIn: async (...taken) => (await loaded())?.takeIn(...taken) ?? notLoaded,
    keepPage: async (epoch, page) => (await loaded())?.keepPage(epoch, page) ?? notLoaded,
    hide: async (...hidden) => (await loaded())?.hide(...hidden) ?? notLoaded,
    breakGlass: async (...broken) => (await loaded())?.breakGlass(...broken) ?? notLoaded,
    follow: async (assessment, began) => (await loaded())?.follow(assessment, began) ?? notLoaded,
    beginEpoch: async (epoch) => (await loaded())?.beginEpoch(epoch) ?? notLoaded,
    keepContact: async (at) => (await loaded())?.keepContact(at) ?? notLoaded,
    account: async () => (await loaded())?.account() ?? notLoaded,
    connect: async (account) => (await loaded())?.connect(account) ?? notLoaded,
  }
}
