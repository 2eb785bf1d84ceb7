import { oneSender } from '../src/app/sync/one-sender.ts'
import { canonicalJson } from '../src/domain/canonical-json.ts'
import { compose, type EntryContent } from '../src/domain/compose.ts'
import type { Author, Entry, Slot } from '../src/domain/entry.ts'
import { MEMBERS_SLOT, MEMBERSHIP_KIND, type MembershipValue } from '../src/domain/membership.ts'
import { recordOf } from '../src/domain/record.ts'
import type { Session } from '../src/server/records/record-store.ts'
import type { VaultKeys } from '../src/storage/encryption/vault-keys.ts'
import type { VaultRow } from '../src/storage/encryption/vault-row.ts'
import { type MemoryDevice, memoryDevice } from '../src/storage/memory-device.ts'
import { memoryRecordStore } from '../src/storage/memory-record-store.ts'
import type { RecordStore } from '../src/storage/record-port.ts'
import { GLASS_OPEN } from '../src/sync/sharing-api.ts'
import { type RoundEnd, type SyncEngine, syncEngine } from '../src/sync/sync-engine.ts'
import type { Chance } from './chance.ts'
import { locksOfOneDevice } from './device-locks.ts'
import type { Ledger } from './ledger.ts'
import { lineOf, type NetworkParts } from './network.ts'
import { sessionOf } from './offers.ts'
import type { Page, Turns } from './turns.ts'

/** An answer being given: what was on the screen when it began, and what it will be once it is saved. */
interface Edit {
  assessment: string
  slot: Slot
  seen: string[]
  /** The own last word in this slot, which the store may still replace. */
  before: Entry | null
  entry: Entry | null
}

/** One tab, with everything that is lost when it ends. */
export interface Tab extends Page {
  store: RecordStore
  engine: SyncEngine
  leads: boolean
  /** The keys are gone, the page is not. */
  isLocked: boolean
  busy: boolean
  /** Milliseconds of its device's clock at which the next round is due. */
  due: number
  edits: Edit[]
  lastEnd: RoundEnd | null
}

export interface DeviceParts extends Omit<NetworkParts, 'now' | 'harm'> {
  name: string
  author: Author
  user: string
  keys: VaultKeys
  turns: Turns
  chance: Chance
  ledger: Ledger
  harm(): NetworkParts['harm'] extends () => infer H ? H & { disk: number } : never
  /** The true time, in milliseconds. */
  time(): number
  newId(): string
  /** Something is gone, or could not be recorded. */
  lost(what: string): void
}

export interface Device {
  readonly name: string
  readonly user: string
  readonly author: Author
  readonly disk: MemoryDevice
  readonly keys: VaultKeys
  tabs: Tab[]
  signedIn: boolean
  reachable: boolean
  /** How wrong its clock is, in milliseconds. */
  clock: number
  open(): Tab
  /** The tab ends here and now; what is on the disk stays. */
  end(tab: Tab): void
  beginEdit(tab: Tab, assessment: string, slot: Slot): void
  save(tab: Tab, edit: Edit, content: Pick<EntryContent, 'kind' | 'value'>): void
  /** As the app does: composed without the record, of which nothing is here. */
  takeUp(tab: Tab, assessment: string, value: MembershipValue): void
  round(tab: Tab, wish: 'due' | 'all'): void
  /** Asks the server, which may not be reached, and reads the record from then on. `broken`: it lets this person read. */
  breakGlass(tab: Tab, assessment: string, broken: () => void): void
  /** What came from the server may be sealed or erased. */
  lookAtClock(tab: Tab): void
  /** By its clock, in milliseconds. */
  now(): number
  /** A store over the same disk, for whoever checks. */
  look(): RecordStore
}

const VAULT = 'vault'
const PACK = 'toy-1'

export function deviceOf(parts: DeviceParts): Device {
  const { name, author, user, keys, turns, chance, ledger, count } = parts
  let tabs = 0
  const disk = memoryDevice({
    pause: async (before) => {
      const running = turns.running()
      if (running) await turns.gate(running, `${before}s the disk`)
    },
    onWrite: () => {
      if (!turns.running() || !chance.happens(parts.harm().disk)) return undefined
      count('disk full')
      return 'quota'
    },
    onKeep: (bytes) => {
      if (!turns.running() || !chance.happens(parts.harm().disk)) return bytes
      count('kept wrongly')
      const wrong = bytes.slice()
      wrong[0] = (wrong[0] ?? 0) ^ 1
      return wrong
    },
  })
  disk.vaultRows.set(VAULT, { id: VAULT, label: name } as VaultRow)
  const inFlight = new Set<string>()
  const locks = locksOfOneDevice<Tab>()

  const device: Device = {
    name,
    user,
    author,
    disk,
    keys,
    tabs: [],
    signedIn: true,
    reachable: true,
    clock: 0,
    open() {
      const store = memoryRecordStore(disk, VAULT, keys, now)
      const tab = { name: `${name}/${++tabs}`, alive: true, store, leads: false, isLocked: false } as Tab
      Object.assign(tab, { busy: false, due: 0, edits: [], lastEnd: null })
      const session = (): Session | null => (device.signedIn ? sessionOf(device) : null)
      const line = lineOf({ ...parts, now: () => now() }, tab, {
        session,
        reachable: () => device.reachable,
        inFlight,
      })
      tab.engine = syncEngine(
        { store: store.sync, transport: line, now, chance: chance.next },
        { arrived: (_, ids) => parts.note(`${tab.name} has ${ids.join(' ')}`), changed: () => {} },
      )
      oneSender(locks.of(tab), VAULT, () => {
        tab.leads = true
        return () => {}
      })
      device.tabs.push(tab)
      return tab
    },
    end(tab) {
      turns.end(tab)
      device.tabs = device.tabs.filter((each) => each !== tab)
      inFlight.delete(tab.name)
      locks.endOf(tab)
      tab.store.close()
    },
    beginEdit(tab, assessment, slot) {
      start(tab, 'looks', async () => {
        const loaded = await tab.store.load(assessment)
        if (!loaded.ok) return
        const record = recordOf(loaded.entries)
        const heads = slot.question === MEMBERS_SLOT ? record.history(slot) : record.heads(slot)
        const [only] = heads
        const before = heads.length === 1 && only && only.device === name && only.kind === 'answer' ? only : null
        tab.edits.push({ assessment, slot, seen: heads.map((head) => head.id), before, entry: null })
      })
    },
    save(tab, edit, content) {
      start(tab, 'saves', () => saveEdit(tab, edit, content))
    },
    takeUp(tab, assessment, value) {
      start(tab, 'takes up', async () => {
        if (!(await tab.store.sync.follow(assessment, false)).ok) return
        const slot = { question: MEMBERS_SLOT, subject: user }
        const edit: Edit = { assessment, slot, seen: [], before: null, entry: null }
        await saveEdit(tab, edit, { kind: MEMBERSHIP_KIND, value })
      })
    },
    round(tab, wish) {
      if (!tab.leads || tab.busy) return
      tab.busy = true
      start(tab, 'syncs', async () => {
        const end = await tab.engine.round(wish)
        tab.busy = false
        tab.lastEnd = end
        tab.due = now() + (end.afterMs ?? Number.POSITIVE_INFINITY)
        parts.note(`${tab.name} ${end.end}`)
      })
    },
    breakGlass(tab, assessment, broken) {
      start(tab, 'breaks the glass', async () => {
        const at = now()
        if (!device.reachable || !device.signedIn) return
        const answer = await parts.server.breakGlass(sessionOf(device), assessment)
        if (!answer?.until) return
        broken()
        await turns.gate(tab, 'hears of /api/break-glass')
        const kept = await tab.store.sync.breakGlass(assessment, { at, until: at + GLASS_OPEN })
        if (kept.ok) tab.due = now()
      })
    },
    lookAtClock(tab) {
      start(tab, 'looks at the clock', () => lookingAtClock(tab))
    },
    now: () => now(),
    look: () => memoryRecordStore(disk, VAULT, keys, now),
  }
  const now = () => parts.time() + device.clock

  function start(tab: Tab, what: string, task: () => Promise<unknown>): void {
    turns.start(tab, `${tab.name} ${what}`, task)
  }

  async function saveEdit(tab: Tab, edit: Edit, content: Pick<EntryContent, 'kind' | 'value'>): Promise<void> {
    const { before } = edit
    const mayReplace = before !== null && content.kind === 'answer' && chance.happens(0.7)
    edit.entry ??= await composed(tab, edit, content, mayReplace && before ? before.supersedes : edit.seen)
    const { entry } = edit
    if (!entry) return
    const replaces = before !== null && canonicalJson(entry.supersedes) !== canonicalJson(edit.seen)
    if (replaces) {
      ledger.replaced(before.id, entry.id, false)
      const result = await tab.store.coalesce(before.id, entry)
      if (result.ok) {
        ledger.replaced(before.id, entry.id, true)
        return saved(tab, edit, entry)
      }
      if (result.reason === 'already-sent' || result.reason === 'not-found' || result.reason === 'not-the-same-edit') {
        // It stands beside what could not be replaced: the next attempt names it.
        edit.entry = null
        edit.before = null
        return saveEdit(tab, edit, content)
      }
      return
    }
    const kept = await tab.store.append([entry])
    if (kept.ok) return saved(tab, edit, entry)
    if (kept.reason === 'locked' && !tab.isLocked) parts.lost(`${entry.id} could not be recorded on ${name}`)
  }

  /** Whatever is gone afterwards was recorded elsewhere, and is with the server as far as this device could know. */
  async function lookingAtClock(tab: Tab): Promise<void> {
    const { entries, outbox } = disk.recordsOf(VAULT)
    const before = [...entries.keys()].map((id) => ({ id, received: outbox.get(id)?.is === 'received' }))
    const looked = await tab.store.sync.lookAtClock()
    if (!looked.ok) return
    if (looked.reading !== 'open') count(`read copy: ${looked.reading}`)
    if (looked.erased > 0) count('erased')
    const stored = new Set(parts.server.stored().map(({ id }) => id))
    for (const { id, received } of before) {
      if (looked.erased > 0 && !entries.has(id) && !received && !stored.has(id)) {
        parts.lost(`${id} was erased on ${name}, and may be nowhere else`)
      }
    }
  }

  function saved(tab: Tab, edit: Edit, entry: Entry): void {
    ledger.saved(entry.id)
    parts.note(`${tab.name} saved ${entry.id}`)
    tab.edits = tab.edits.filter((each) => each !== edit)
    // As the app does once something was saved.
    tab.due = Math.min(tab.due, now() + 1000)
  }

  async function composed(
    tab: Tab,
    { assessment, slot, seen: shown, before }: Edit,
    { kind, value }: Pick<EntryContent, 'kind' | 'value'>,
    seen: readonly string[],
  ): Promise<Entry | null> {
    const onScreen = [...shown, ...(before?.supersedes ?? [])]
    const number = await tab.store.nextDeviceSeq()
    if (!number.ok) return null
    const entry = compose(
      {
        assessment,
        contact: 'contact-1',
        author,
        device: name,
        guidancePack: PACK,
        newId: parts.newId,
        nextSeq: () => number.seq,
        now: () => new Date(now()).toISOString(),
      },
      { kind, slot, value, seen },
    )
    ledger.composed({ entry, text: canonicalJson(entry), device: name, seen: onScreen })
    return entry
  }

  return device
}
