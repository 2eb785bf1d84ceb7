import { compose, type EntryContent } from '../domain/compose.ts'
import { type Author, type Entry, type EntryBasis, type Slot, slotKey } from '../domain/entry.ts'
import { CONTACT_SLOT } from '../domain/entry-kinds.ts'
import { type Finding, findingsOf, type Rule, raisedIds } from '../domain/finding.ts'
import type { GuidancePack } from '../domain/question.ts'
import { recordOf } from '../domain/record.ts'
import { isSafeToAskInPrivate } from '../domain/relevance.ts'
import { type RecordView, viewOf } from '../domain/view.ts'
import type { LastPlace, RecordStore } from '../storage/record-port.ts'
import type { DraftInput, SaveResult, SaveState, Workspace } from '../ui/workspace.ts'
import { openJournal } from './journal.ts'

export interface AssessmentPorts {
  store: RecordStore
  author: Author
  device: string
  /** The first step, at hand from the beginning. */
  opening: GuidancePack
  whole: Promise<{ pack: GuidancePack; rules: readonly Rule[] }>
  newId(): string
  /** ISO 8601 in UTC. */
  now(): string
  /** The calendar day where the practitioner is. */
  today(): string
  /** After each entry that was read back from the disk. */
  onSaved?(): void
}

/** An assessment that is open on this screen: a store for React, and the only place where its entries are made. */
export interface OpenAssessment {
  id: string
  current(): Workspace
  subscribe(listener: () => void): () => void
  /** Starts a contact; later answers belong to it. */
  beginContact(): Promise<SaveResult>
  showPrivate(shown: boolean): void
  putPlace(place: LastPlace): Promise<unknown>
  place(): Promise<LastPlace | null>
  /** Something typed has not become an entry. */
  hasDrafts(): boolean
  /** Puts everything typed on the disk. */
  flush(): Promise<void>
  close(): void
}

export type OpenResult = { ok: true; assessment: OpenAssessment } | { ok: false; reason: string }

export async function openAssessment(id: string, ports: AssessmentPorts): Promise<OpenResult> {
  const [loaded, drafts] = await Promise.all([ports.store.load(id), ports.store.drafts(id)])
  if (!loaded.ok) return loaded
  if (!drafts.ok) return drafts

  const listeners = new Set<() => void>()
  const states = new Map<string, SaveState>()
  let entries: readonly Entry[] = loaded.entries
  let unreadable = loaded.unreadable.length + drafts.unreadable.length
  let contact = latestContact(entries)
  let pageBasis: EntryBasis | undefined
  let privateShown = false
  let saving: Promise<unknown> = Promise.resolve()
  let derived: Derived | undefined
  let guidance: { state: Workspace['guidance']; pack: GuidancePack; rules: readonly Rule[] } = {
    state: 'opening',
    pack: ports.opening,
    rules: [],
  }
  const journal = openJournal(
    {
      store: ports.store,
      assessment: id,
      contact: () => contact,
      now: ports.now,
      onFailure: (slot, reason) => setState(slot, { failed: reason as never }),
    },
    drafts.drafts,
  )
  /** The same functions for as long as the assessment is open. */
  const acts = {
    save,
    journal: (draft: DraftInput) => {
      journal.put(draft)
      if (states.get(slotKey(draft.slot)) !== 'typing') setState(draft.slot, 'typing')
    },
    draftOf: journal.get,
    draftsOf: journal.ofQuestion,
    dropDraft: (slot: Slot) => void journal.drop(slot),
    saveState: (slot: Slot): SaveState => states.get(slotKey(slot)) ?? 'idle',
    setPageBasis: (basis: EntryBasis | undefined) => {
      if (basis === pageBasis) return
      pageBasis = basis
      notify()
    },
    newId: ports.newId,
  }
  let workspace = build()
  void ports.whole.then(
    (whole) => {
      guidance = { state: 'whole', pack: whole.pack, rules: whole.rules }
      notify()
    },
    () => {
      guidance = { ...guidance, state: 'failed' }
      notify()
    },
  )
  const unsubscribe = ports.store.subscribe((change) => {
    if (change.entries) void reload()
  })

  const notify = () => {
    workspace = build()
    for (const listener of listeners) listener()
  }
  function setState(slot: Slot, state: SaveState) {
    states.set(slotKey(slot), state)
    notify()
  }

  async function reload() {
    const again = await ports.store.load(id)
    const known = new Set(entries.map((e) => e.id))
    if (!again.ok || (again.entries.length === known.size && again.entries.every((e) => known.has(e.id)))) return
    entries = again.entries
    unreadable = again.unreadable.length
    notify()
  }

  /** One at a time, so that the numbers of the device follow the order of the hand. */
  function save(content: EntryContent): Promise<SaveResult> {
    const done = saving.then(() => saveNow(content))
    saving = done.catch(() => undefined)
    return done
  }

  async function saveNow(content: EntryContent): Promise<SaveResult> {
    setState(content.slot, 'saving')
    const result = await write(content)
    if (result.ok) {
      entries = [...entries, result.entry]
      ports.onSaved?.()
    }
    setState(content.slot, result.ok ? 'saved' : { failed: result.reason })
    return result
  }

  async function write(content: EntryContent) {
    const number = await ports.store.nextDeviceSeq()
    if (!number.ok) return number
    const entry = compose(
      {
        assessment: id,
        contact,
        author: ports.author,
        device: ports.device,
        guidancePack: ports.opening.id,
        newId: ports.newId,
        nextSeq: () => number.seq,
        now: ports.now,
      },
      content,
    )
    const kept = await ports.store.append([entry])
    return kept.ok ? { ok: true as const, entry } : { ok: false as const, reason: kept.reason }
  }

  /** Derived afresh only when the record, the contact or the day has changed. */
  function derive() {
    const today = ports.today()
    if (
      derived?.entries !== entries ||
      derived.view.pack !== guidance.pack ||
      derived.contact !== contact ||
      derived.view.today !== today
    ) {
      const view = viewOf(recordOf(entries), guidance.pack, today, contact)
      const findings = findingsOf(guidance.rules, view)
      derived = { entries, contact, view, findings, raised: raisedIds(findings) }
    }
    return derived
  }

  function build(): Workspace {
    const { view, findings, raised } = derive()
    return {
      view,
      findings,
      raised,
      unreadable,
      guidance: guidance.state,
      withPrivate: privateShown || isSafeToAskInPrivate(view),
      pageBasis,
      ...acts,
    }
  }

  return {
    ok: true,
    assessment: {
      id,
      current: () => workspace,
      subscribe: (listener) => {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      beginContact: async () => {
        const next = ports.newId()
        const before = contact
        contact = next
        const result = await save({
          kind: 'contact',
          slot: { question: CONTACT_SLOT, subject: next },
          value: { startedOn: ports.today() },
          seen: [],
        })
        if (!result.ok) contact = before
        notify()
        return result
      },
      showPrivate: (shown) => {
        privateShown = shown
        notify()
      },
      putPlace: (place) => ports.store.putPlace(id, place),
      place: async () => {
        const kept = await ports.store.place(id)
        return kept.ok ? kept.place : null
      },
      hasDrafts: journal.holdsAny,
      flush: async () => {
        await journal.flush()
        await saving
      },
      close: () => {
        unsubscribe()
        listeners.clear()
      },
    },
  }
}

interface Derived {
  entries: readonly Entry[]
  contact: string
  view: RecordView
  findings: readonly Finding[]
  raised: ReadonlySet<string>
}

/** The contact that began last, by its own date; the id breaks a tie. */
function latestContact(entries: readonly Entry[]): string {
  const contacts = entries
    .filter((e) => e.kind === 'contact')
    .map((e) => ({ id: e.slot.subject, on: String((e.value as { startedOn?: unknown } | null)?.startedOn ?? '') }))
    .sort((a, b) => (a.on + a.id < b.on + b.id ? -1 : 1))
  return contacts.at(-1)?.id ?? '-'
}
