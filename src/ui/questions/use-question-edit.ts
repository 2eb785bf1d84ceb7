import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { isBlank } from '../../domain/answer.ts'
import type { Author, Entry, EntryBasis, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf } from '../../domain/record.ts'
import { type DraftInput, useWorkspace } from '../workspace.ts'
import { tidyBasis } from './basis-choice.tsx'
import { draftToGoOnWith, noteState, sameJson, valueIn } from './edit-values.ts'
import { blankIn, LEFT_OPEN, type PartProblem, type RawForm, rawOf, readForm } from './form-state.ts'
import { questionWords as words } from './words.ts'

/**
 * One answer being edited. What is typed is a draft; it becomes an entry when the focus leaves, a moment after a choice,
 * or when the page is left. The entry supersedes what was on screen when the edit began, and nothing that came later.
 */
export function useQuestionEdit(question: Question, { subject, question: of }: Slot) {
  const workspace = useWorkspace()
  const { goesOnFrom } = workspace
  const slot = useMemo(() => ({ question: of, subject }), [of, subject])
  const heads = workspace.view.record.heads(slot)
  const head = heads.length === 1 ? heads[0] : undefined
  const standing = head && answerOf(head)
  const standingBasis = standing?.entry.basis
  const [begunAs] = useState(() => draftToGoOnWith(workspace, question, slot, standing ?? undefined))
  const form = useForm<RawForm>({ defaultValues: (begunAs?.raw as RawForm) ?? rawOf(question, standing?.value) })
  const [basis, setBasisState] = useState<EntryBasis | undefined>(begunAs?.basis ?? standingBasis)
  const [problems, setProblems] = useState<Record<string, PartProblem>>(() =>
    begunAs ? readForm(question, form.getValues()).problems : {},
  )
  /** Something was typed that nobody has tried to save, or that would not be saved. */
  const [pending, setPending] = useState(begunAs !== undefined)
  /** The focus is in the form. */
  const [inUse, setInUse] = useState(false)
  const edit = useRef<Edit>({
    dirty: begunAs !== undefined,
    draft: begunAs,
    seen: begunAs?.seenHeads,
    basis: begunAs?.basis ?? standingBasis,
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
    const draft: DraftInput = {
      slot,
      raw: structuredClone(form.getValues()),
      seenHeads: seen ?? [],
      ...(known && { basis: known }),
    }
    edit.current.draft = draft
    latest.current.workspace.journal(draft)
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
      const { workspace: now } = latest.current
      const kept = now.draftOf(slot)
      // The page was opened again meanwhile, and what is typed there is not ours to drop.
      const isOurs = !kept || kept === e.draft
      if (e.version === version) setPending(false)
      if (e.entered && e.own) e.entered = [e.own.id]
      if (e.version === version && mended) {
        e.dirty = false
        e.seen = undefined
        // What the page says of how it is known may change; what was recorded with this answer does not.
        e.basis = stands
        setBasisState(stands)
        if (isOurs) now.dropDraft(slot)
      } else {
        if (e.own) e.seen = [e.own.id]
        if (isOurs) journal()
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
        const result = await now.saveEdit(
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

  useEffect(
    () => () => {
      clearTimeout(edit.current.leaving)
      void commit()
    },
    [commit],
  )

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

  // The page before this one has saved what is typed here.
  const { seen: began } = edit.current
  const overtaken = began !== undefined && goesOnFrom(slot, began) !== began
  useEffect(() => {
    if (overtaken && !edit.current.focused && !edit.current.inFlight) void commit()
  }, [overtaken, commit])

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
    meanwhile: authorsSince(edit.current, heads, (seen) => goesOnFrom(slot, seen)),
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
      edit.current.leaving = setTimeout(() => {
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
  seen: readonly string[] | undefined
  /** What this form kept as a draft last, or goes on with. */
  draft: DraftInput | undefined
  basis: EntryBasis | undefined
  /** Counts what was typed, so that a save knows whether it is still the latest. */
  version: number
  saving: Promise<unknown>
  focused: boolean
  /** The head that the form was last filled from, or made. */
  reflects: string | undefined
  /** The heads on screen when the focus came, or our own entry since; while the focus is in the form. */
  entered?: readonly string[]
  /** An entry is being written: the head that appears now is our own. */
  inFlight: boolean
  /** Our own entry, until the record on screen holds it. */
  own?: Entry
  timer?: ReturnType<typeof setTimeout>
  /** The focus has left, and a tap may still be under way. */
  leaving?: ReturnType<typeof setTimeout>
}

const onScreen = ({ own }: Edit, heads: readonly Entry[]): string[] => (own ? [own.id] : heads.map((h) => h.id))

function authorsSince(
  { dirty, seen, entered, inFlight }: Edit,
  heads: readonly Entry[],
  goesOnFrom: (seen: readonly string[]) => readonly string[],
): readonly Author[] {
  const began = dirty ? seen : entered
  if (!began || inFlight) return []
  const known = goesOnFrom(began)
  const later = heads.filter((h) => !known.includes(h.id)).map((h) => h.author)
  return [...new Map(later.map((author) => [author.id, author])).values()]
}
