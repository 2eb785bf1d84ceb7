import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { type Answer, type AnswerValue, isBlank, type PartValue } from '../../domain/answer.ts'
import type { Author, Entry, EntryBasis, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf } from '../../domain/record.ts'
import { type DraftInput, type SaveState, useWorkspace, type Workspace } from '../workspace.ts'
import { tidyBasis } from './basis-choice.tsx'
import { blankIn, LEFT_OPEN, type PartProblem, type RawForm, rawOf, readForm } from './form-state.ts'
import { questionWords as words } from './words.ts'

/**
 * One answer being edited. What is typed is a draft; it becomes an entry when the focus leaves, a moment after a choice,
 * or when the page is left. The entry supersedes what was on screen when the edit began, and nothing that came later.
 */
export function useQuestionEdit(question: Question, { subject, question: of }: Slot) {
  const workspace = useWorkspace()
  const slot = useMemo(() => ({ question: of, subject }), [of, subject])
  const heads = workspace.view.record.heads(slot)
  const head = heads.length === 1 ? heads[0] : undefined
  const standing = head && answerOf(head)
  const standingBasis = standing?.entry.basis
  const [draft] = useState(() => draftToGoOnWith(workspace, question, slot, standing ?? undefined))
  const form = useForm<RawForm>({ defaultValues: (draft?.raw as RawForm) ?? rawOf(question, standing?.value) })
  const [basis, setBasisState] = useState<EntryBasis | undefined>(draft?.basis ?? standingBasis)
  const [problems, setProblems] = useState<Record<string, PartProblem>>(() =>
    draft ? readForm(question, form.getValues()).problems : {},
  )
  /** Something was typed that nobody has tried to save, or that would not be saved. */
  const [pending, setPending] = useState(draft !== undefined)
  /** The focus is in the form. */
  const [inUse, setInUse] = useState(false)
  const edit = useRef<Edit>({
    dirty: draft !== undefined,
    seen: draft?.seenHeads,
    basis: draft?.basis ?? standingBasis,
    version: 0,
    saving: Promise.resolve(),
    inFlight: false,
    focused: false,
    reflects: head?.id,
  })
  const shown = { workspace, heads, standing, history: () => workspace.view.record.history(slot) }
  const latest = useRef(shown)
  latest.current = shown

  const journal = useCallback(() => {
    const { seen, basis: known } = edit.current
    latest.current.workspace.journal({
      slot,
      raw: structuredClone(form.getValues()),
      seenHeads: seen ?? [],
      ...(known && { basis: known }),
    })
  }, [form, slot])

  const touch = useCallback(() => {
    const e = edit.current
    e.dirty = true
    e.version++
    setPending(true)
    e.seen ??= e.entered ?? onScreen(e, latest.current.heads)
    journal()
  }, [journal])

  /** One after the other: an entry must name the one before it, or the same hand would seem to disagree with itself. */
  const inTurn = useCallback((work: () => Promise<boolean>) => {
    const e = edit.current
    clearTimeout(e.timer)
    const alone = () => {
      e.inFlight = true
      return work().finally(() => {
        e.inFlight = false
      })
    }
    const done = e.saving.then(alone, alone)
    e.saving = done
    return done
  }, [])

  /** What was typed while the entry was being written is still a draft, begun with that entry on screen. */
  const settle = useCallback(
    (version: number, mended: boolean, stands: EntryBasis | undefined) => {
      const e = edit.current
      if (e.version === version) setPending(false)
      if (e.entered && e.own) e.entered = [e.own.id]
      if (e.version === version && mended) {
        e.dirty = false
        e.seen = undefined
        // What the page says of how it is known may change; what was recorded with this answer does not.
        e.basis = stands
        setBasisState(stands)
        latest.current.workspace.dropDraft(slot)
      } else {
        if (e.own) e.seen = [e.own.id]
        journal()
      }
    },
    [journal, slot],
  )

  const commitNow = useCallback(
    async (typed: Typed): Promise<boolean> => {
      const e = edit.current
      if (!e.dirty) return true
      const { workspace: now } = latest.current
      const before = e.own ? (answerOf(e.own) ?? undefined) : latest.current.standing
      const { value, problems: found } = valueIn(question, typed.raw, before?.value)
      const mended = Object.keys(found).length === 0
      setProblems(found)
      const given = tidyBasis(question.basis === 'ask' ? (e.basis ?? now.pageBasis) : { how: question.basis })
      const same = sameJson(value, before?.value) && (!value || sameJson(given, before?.entry.basis))
      if (!same) {
        const result = await now.save(
          value
            ? { kind: 'answer', slot, value, seen: e.seen ?? [], basis: given }
            : { kind: 'retract', slot, value: { why: words.clearedByPractitioner }, seen: e.seen ?? [] },
        )
        if (!result.ok) return false
        e.own = result.entry
        e.reflects = result.entry.id
      }
      if (value && isBlank(value) && e.version === typed.version) form.reset(rawOf(question, value))
      settle(typed.version, mended, value && (same ? before?.entry.basis : given))
      return mended
    },
    [form, question, settle, slot],
  )
  const typedNow = useCallback(
    (): Typed => ({ raw: structuredClone(form.getValues()), version: edit.current.version }),
    [form],
  )
  /** Answers whether all that was typed is in the record now. */
  const commit = useCallback(() => inTurn(() => commitNow(typedNow())), [commitNow, inTurn, typedNow])

  const headIds = heads.map((h) => h.id).join()
  useEffect(() => {
    const { own } = edit.current
    if (own && headIds !== undefined && latest.current.history().some((h) => h.id === own.id)) delete edit.current.own
  }, [headIds])

  useEffect(() => () => void commit(), [commit])

  // A colleague's answer, or a settled difference, comes into a form that nobody is editing; never into one that is. So does
  // the blank of one that is closed to reading now: it is not in the history either.
  const headId = head?.id
  useEffect(() => {
    const e = edit.current
    if (e.dirty || headId === e.reflects) return
    if (headId === undefined && latest.current.history().some((h) => h.id === e.reflects)) return
    if (inUse && e.entered && !e.entered.includes(headId ?? '')) return
    e.reflects = headId
    form.reset(rawOf(question, latest.current.standing?.value))
    edit.current.basis = latest.current.standing?.entry.basis
    setBasisState(edit.current.basis)
  }, [headId, form, question, inUse])

  const commitSoon = (settles: number) => {
    clearTimeout(edit.current.timer)
    edit.current.timer = setTimeout(() => void commit(), settles)
  }
  const change = (settles?: number) => {
    touch()
    clearTimeout(edit.current.timer)
    if (settles !== undefined) commitSoon(settles)
  }
  return {
    form,
    heads,
    /** The basis of what is on screen: what the page says counts only for what is not recorded yet. */
    basis: basis ?? (pending || !standing ? workspace.pageBasis : undefined),
    problems,
    pending,
    state: noteState(workspace.saveState(slot), pending),
    inUse,
    /** Who answered after this edit began. */
    meanwhile: authorsSince(edit.current, heads),
    /** The focus comes into the form: from now on nothing changes in it but by this hand. */
    enter() {
      const e = edit.current
      e.focused = true
      e.entered ??= onScreen(e, latest.current.heads)
      setInUse(true)
    },
    /** The focus leaves. Some milliseconds from now what was typed is saved, and what came in meanwhile is shown. */
    leave(settles: number) {
      edit.current.focused = false
      clearTimeout(edit.current.timer)
      setTimeout(() => {
        void commit().then(() => {
          if (edit.current.focused) return
          delete edit.current.entered
          setInUse(false)
        })
      }, settles)
    },
    commit,
    /** `settles`: milliseconds after which a choice is an entry without the focus leaving; text waits for that. */
    change,
    setBasis(next: EntryBasis | undefined) {
      edit.current.basis = next
      setBasisState(next)
      touch()
    },
    /** An honest blank takes the place of the answer. What was typed before it becomes an entry first, so that it stays. */
    leaveOpen(blank: string, settles: number) {
      const typed = typedNow()
      if (edit.current.dirty && !blankIn(typed.raw)) void inTurn(() => commitNow(typed))
      form.setValue(LEFT_OPEN, blank === '' ? {} : { ...(typed.raw[LEFT_OPEN] as object), blank })
      change(settles)
    },
  }
}

interface Typed {
  raw: RawForm
  version: number
}

interface Edit {
  dirty: boolean
  /** The heads on screen when this edit began. */
  seen: string[] | undefined
  basis: EntryBasis | undefined
  /** Counts what was typed, so that a save knows whether it is still the latest. */
  version: number
  saving: Promise<unknown>
  focused: boolean
  /** The head that the form was last filled from, or made. */
  reflects: string | undefined
  /** The heads on screen when the focus came, or our own entry since; while the focus is in the form. */
  entered?: string[]
  /** An entry is being written: the head that appears now is our own. */
  inFlight: boolean
  /** Our own entry, until the record on screen holds it. */
  own?: Entry
  timer?: ReturnType<typeof setTimeout>
}

const onScreen = ({ own }: Edit, heads: readonly Entry[]): string[] => (own ? [own.id] : heads.map((h) => h.id))

function authorsSince({ dirty, seen, entered, inFlight }: Edit, heads: readonly Entry[]): readonly Author[] {
  const known = dirty ? seen : entered
  if (!known || inFlight) return []
  const later = heads.filter((h) => !known.includes(h.id)).map((h) => h.author)
  return [...new Map(later.map((author) => [author.id, author])).values()]
}

/**
 * The answer that the form makes; undefined when nothing is left of it. Where a part cannot be read, what the record holds
 * of that part stays until it is mended.
 */
function valueIn(question: Question, raw: RawForm, before: AnswerValue | undefined) {
  const blank = blankIn(raw)
  if (blank) return { value: blank as AnswerValue, problems: {} }
  const { parts, problems } = readForm(question, raw)
  const held: Readonly<Record<string, PartValue>> = before && !isBlank(before) ? before.parts : {}
  const kept = Object.fromEntries(Object.entries(held).filter(([id]) => id in problems))
  const all = { ...kept, ...parts }
  // An answer that is unreadable as a whole takes nothing back.
  const value: AnswerValue | undefined = Object.keys(all).length > 0 ? { parts: all } : undefined
  return { value: value ?? (Object.keys(problems).length > 0 ? before : undefined), problems }
}

/** What may be said about this form: another's failure in the same slot is not ours to report. */
function noteState(state: SaveState, pending: boolean): SaveState {
  if (pending) return state === 'saving' || typeof state === 'object' ? state : 'typing'
  return state === 'saving' || state === 'saved' ? state : 'idle'
}

/** A draft that says what the record already holds was saved the moment before the app ended. */
function draftToGoOnWith(
  workspace: Workspace,
  question: Question,
  slot: Slot,
  standing: Answer | undefined,
): DraftInput | undefined {
  const draft = workspace.draftOf(slot)
  if (!draft || !sameJson(draft.raw, rawOf(question, standing?.value))) return draft
  if (draft.basis && !sameJson(draft.basis, standing?.entry.basis)) return draft
  workspace.dropDraft(slot)
  return undefined
}

const sameJson = (a: unknown, b: unknown): boolean => JSON.stringify(sorted(a)) === JSON.stringify(sorted(b))
function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([k, v]) => [k, sorted(v)]),
  )
}
