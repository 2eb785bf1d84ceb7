import type { EntryContent } from '../domain/compose.ts'
import { type Author, type Entry, type EntryBasis, type Slot, slotKey } from '../domain/entry.ts'
import { CONTACT_SLOT } from '../domain/entry-kinds.ts'
import { type Finding, findingsOf, type Rule, raisedIds } from '../domain/finding.ts'
import type { GuidancePack } from '../domain/question.ts'
import { recordOf } from '../domain/record.ts'
import { isSafeToAskInPrivate } from '../domain/relevance.ts'
import { WHOLE } from '../domain/subjects.ts'
import { type RecordView, unshowableIn, viewOf } from '../domain/view.ts'
import type { LastPlace, RecordStore } from '../storage/record-port.ts'
import type { DraftInput, SaveResult, SaveState, Workspace } from '../ui/workspace.ts'
import { editsMade } from './edits-made.ts'
import { openJournal } from './journal.ts'
import { latestContact } from './latest-contact.ts'
import { writeEntries } from './write-entries.ts'

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
  putPlace(place: Omit<LastPlace, 'passed'>): Promise<unknown>
  /** Safety prompts that the practitioner carried on from; remembered with the next place. */
  setPassed(prompts: readonly string[]): void
  /** Where the practitioner was when it was last open. */
  lastPlace: LastPlace | null
  /** Something typed has not become an entry. */
  hasDrafts(): boolean
  /** Puts everything typed on the disk. */
  flush(): Promise<void>
  close(): void
}

export type OpenResult = { ok: true; assessment: OpenAssessment } | { ok: false; reason: string }

export async function openAssessment(id: string, ports: AssessmentPorts): Promise<OpenResult> {
  const [loaded, drafts, kept] = await Promise.all([
    ports.store.load(id),
    ports.store.drafts(id),
    ports.store.place(id),
  ])
  if (!loaded.ok) return loaded
  if (!drafts.ok) return drafts

  const listeners = new Set<() => void>()
  const states = new Map<string, { slot: Slot; state: SaveState }>()
  const edits = editsMade()
  let entries: readonly Entry[] = loaded.entries
  let damaged = loaded.unreadable.length
  let { sealed } = loaded
  /** Looks, half a minute apart, in which what is being typed held back what is to close. */
  let heldBack = 0
  let closing: ReturnType<typeof setTimeout> | undefined
  const damagedDrafts = drafts.unreadable.length
  let contact = latestContact(viewOf(recordOf(entries), ports.opening, ports.today(), WHOLE), ports.device)
  let pageBasis: EntryBasis | undefined
  let privateShown = false
  let passed: readonly string[] = (kept.ok && kept.place?.passed) || []
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
      onFailure: (slot, reason) => setState(slot, { failed: reason }),
    },
    drafts.drafts,
  )
  /** The same functions for as long as the assessment is open. */
  const acts = {
    save: (content: EntryContent) => save([content]),
    saveEdit: (content: EntryContent) => save([content], contact, true),
    goesOnFrom: edits.goesOnFrom,
    saveTogether: (contents: readonly EntryContent[]) => save(contents),
    author: ports.author,
    journal: (draft: DraftInput) => {
      heldBack = 0
      journal.put(draft)
      if (acts.saveState(draft.slot) !== 'typing') setState(draft.slot, 'typing')
    },
    draftOf: journal.get,
    draftsOf: journal.ofQuestion,
    dropDraft: (slot: Slot) => void journal.drop(slot),
    saveState: (slot: Slot): SaveState => states.get(slotKey(slot))?.state ?? 'idle',
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
    states.set(slotKey(slot), { slot, state })
    notify()
  }

  async function reload(): Promise<void> {
    const before = entries
    const again = await ports.store.load(id)
    // Something was saved while this was being read, and may be missing in it.
    if (entries !== before) return reload()
    if (!again.ok) return
    const isSame = sameIds(again.entries, entries) && again.unreadable.length === damaged && again.sealed === sealed
    if (isSame) return
    if (again.sealed > sealed && heldBack < HOLDS && isTyping()) {
      // The field in use may stand on a colleague's entry: it closes once the words are saved, or left alone.
      closing ??= setTimeout(() => {
        closing = undefined
        heldBack++
        void reload()
      }, HOLD)
      return
    }
    entries = again.entries
    damaged = again.unreadable.length
    sealed = again.sealed
    notify()
  }
  const isTyping = () => [...states.values()].some(({ state }) => state === 'typing')

  /** One at a time, so that the numbers of the device follow the order of the hand. */
  function save(contents: readonly EntryContent[], at = contact, isEdit = false): Promise<SaveResult> {
    const done = saving.then(() => saveNow(contents, at, isEdit))
    saving = done.catch(() => undefined)
    return done
  }

  /** What is said of it on the screen stands beside the last of them. */
  async function saveNow(given: readonly EntryContent[], at: string, isEdit: boolean): Promise<SaveResult> {
    const contents = isEdit ? given.map((c) => ({ ...c, seen: edits.goesOnFrom(c.slot, c.seen) })) : given
    const { slot } = contents[contents.length - 1] as EntryContent
    setState(slot, 'saving')
    const result = await writeEntries(contents, { ports, assessment: id, contact: at })
    if (result.ok) {
      if (isEdit) result.entries.forEach(edits.add)
      // A reading of the store may have been quicker.
      const known = new Set(entries.map((e) => e.id))
      entries = [...entries, ...result.entries.filter((e) => !known.has(e.id))]
      ports.onSaved?.()
    }
    // What was typed in the meantime is not saved by this.
    const typedOn = acts.saveState(slot) === 'typing'
    setState(slot, result.ok ? (typedOn ? 'typing' : 'saved') : { failed: result.reason })
    return result.ok ? { ok: true, entry: result.entries[result.entries.length - 1] as Entry } : result
  }

  /** Derived afresh only when the record, the contact or the day has changed. */
  function derive() {
    const today = ports.today()
    if (
      derived?.entries !== entries ||
      derived.rules !== guidance.rules ||
      derived.view.pack !== guidance.pack ||
      derived.contact !== contact ||
      derived.view.today !== today
    ) {
      const view = viewOf(recordOf(entries), guidance.pack, today, contact)
      const findings = findingsOf(guidance.rules, view)
      // The first step alone lacks most questions: only the whole guidance can tell which it does not have.
      const unshowable = guidance.state === 'whole' ? unshowableIn(view) : view.record.unshowable
      derived = {
        entries,
        rules: guidance.rules,
        contact,
        view,
        findings,
        raised: raisedIds(findings),
        unshowable: unshowable.length,
      }
    }
    return derived
  }

  function build(): Workspace {
    const { view, findings, raised, unshowable } = derive()
    return {
      view,
      findings,
      raised,
      unreadable: damaged + damagedDrafts + unshowable,
      sealed,
      unsaved: [...states.values()].flatMap(({ slot, state }) =>
        typeof state === 'object' ? [{ slot, reason: state.failed }] : [],
      ),
      guidance: guidance.state,
      // Of a contact that is closed to reading nobody can tell on which day it was safe.
      withPrivate:
        privateShown || (isSafeToAskInPrivate(view) && (sealed === 0 || view.contacts.some((c) => c.id === contact))),
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
        const slot = { question: CONTACT_SLOT, subject: next }
        const result = await save([{ kind: 'contact', slot, value: { startedOn: ports.today() }, seen: [] }], next)
        if (result.ok) {
          contact = next
          // Whoever was not in the room before may be in it now.
          privateShown = false
        }
        notify()
        return result
      },
      showPrivate: (shown) => {
        privateShown = shown
        notify()
      },
      putPlace: (place) => ports.store.putPlace(id, { ...place, ...(passed.length > 0 && { passed: [...passed] }) }),
      setPassed: (prompts) => {
        passed = prompts
      },
      lastPlace: kept.ok ? kept.place : null,
      hasDrafts: journal.holdsAny,
      flush: async () => {
        await journal.flush()
        await saving
      },
      close: () => {
        clearTimeout(closing)
        unsubscribe()
        listeners.clear()
      },
    },
  }
}

/** Five minutes without a letter, as long as the screen waits before it locks. */
const HOLD = 30_000
const HOLDS = 10

interface Derived {
  rules: readonly Rule[]
  entries: readonly Entry[]
  contact: string
  view: RecordView
  findings: readonly Finding[]
  raised: ReadonlySet<string>
  unshowable: number
}

function sameIds(a: readonly Entry[], b: readonly Entry[]): boolean {
  const ids = new Set(a.map((e) => e.id))
  return ids.size === b.length && b.every((e) => ids.has(e.id))
}
