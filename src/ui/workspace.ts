import { createContext, useContext } from 'react'
import type { EntryContent } from '../domain/compose.ts'
import type { Author, Entry, EntryBasis, Slot } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import type { RecordView } from '../domain/view.ts'

/** Why nothing was saved; each has its own words on the screen. What was typed stays in the draft. */
export type SaveProblem =
  | 'quota'
  | 'database-broken'
  | 'locked'
  | 'unknown'
  | 'read-back-differs'
  | 'conflict'
  | 'not-storable'
export type SaveResult = { ok: true; entry: Entry } | { ok: false; reason: SaveProblem }

/** What is being typed, before it is an entry. `raw` is the form's own state, as plain JSON. */
export interface DraftInput {
  slot: Slot
  raw: unknown
  basis?: EntryBasis | undefined
  /** The heads on screen when this edit began. */
  seenHeads: readonly string[]
  caret?: { field: string; start: number; end: number } | undefined
}

export type SaveState = 'idle' | 'typing' | 'saving' | 'saved' | { failed: SaveProblem }

export interface Unsaved {
  slot: Slot
  reason: SaveProblem
}

/** The open assessment, as the screens see it. The app supplies it; a new object stands for a new state of the record. */
export interface Workspace {
  view: RecordView
  findings: readonly Finding[]
  raised: ReadonlySet<string>
  /** Entries kept on the device that would not open, or that this version or its guidance cannot show. */
  unreadable: number
  /** Entries recorded elsewhere that are closed to reading. */
  sealed: number
  /** The first step can be worked with before the whole guidance is loaded; what the answers raise comes with it. */
  guidance: 'opening' | 'whole' | 'failed'
  /** The private questions are shown. */
  withPrivate: boolean
  pageBasis: EntryBasis | undefined
  save(content: EntryContent): Promise<SaveResult>
  /** Saves an edit of an answer, over the heads that it goes on from. */
  saveEdit(content: EntryContent): Promise<SaveResult>
  /** The heads that an edit begun with these supersedes now: the same, or what was made of an earlier state of that edit. */
  goesOnFrom(slot: Slot, seen: readonly string[]): readonly string[]
  /** All of them or none, in one step; the result is that of the last. */
  saveTogether(contents: readonly EntryContent[]): Promise<SaveResult>
  /** Who records here. */
  author: Author
  /** Call at every change: it reaches the disk within 200 ms, or at once on blur and when the page is hidden. */
  journal(draft: DraftInput): void
  draftOf(slot: Slot): DraftInput | undefined
  /** Drafts of things that are not in the record yet. */
  draftsOf(question: string): readonly DraftInput[]
  dropDraft(slot: Slot): void
  saveState(slot: Slot): SaveState
  /** What could not be saved, wherever it was typed; the words are in the drafts. */
  unsaved: readonly Unsaved[]
  setPageBasis(basis: EntryBasis | undefined): void
  newId(): string
}

const WorkspaceContext = createContext<Workspace | null>(null)
export const WorkspaceProvider = WorkspaceContext.Provider

export function useWorkspace(): Workspace {
  const workspace = useContext(WorkspaceContext)
  if (!workspace) throw new Error('A question was shown outside an open assessment')
  return workspace
}
