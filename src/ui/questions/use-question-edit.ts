import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { Answer } from '../../domain/answer.ts'
import type { Entry, EntryBasis, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf } from '../../domain/record.ts'
import { type DraftInput, type SaveProblem, useWorkspace, type Workspace } from '../workspace.ts'
import { type PartProblem, type RawForm, rawOf, readForm } from './form-state.ts'
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
  const [problems, setProblems] = useState<Record<string, PartProblem>>({})
  const [failed, setFailed] = useState<SaveProblem>()
  const edit = useRef<Edit>({
    dirty: draft !== undefined,
    seen: draft?.seenHeads,
    basis: draft?.basis ?? standingBasis,
    version: 0,
    saving: Promise.resolve(),
    inFlight: false,
  })
  const latest = useRef({ workspace, heads, standing })
  latest.current = { workspace, heads, standing }

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
    e.seen ??= e.own ? [e.own.id] : latest.current.heads.map((h) => h.id)
    journal()
  }, [journal])

  /** One after the other: an entry must name the one before it, or the same hand would seem to disagree with itself. */
  const inTurn = useCallback((work: () => Promise<void>) => {
    const e = edit.current
    clearTimeout(e.timer)
    const alone = () => {
      e.inFlight = true
      return work().finally(() => {
        e.inFlight = false
      })
    }
    e.saving = e.saving.then(alone, alone)
    return e.saving
  }, [])

  /** What was typed while the entry was being written is still a draft, begun with that entry on screen. */
  const settle = useCallback(
    (version: number, mended: boolean) => {
      const e = edit.current
      if (e.version === version && mended) {
        e.dirty = false
        e.seen = undefined
        latest.current.workspace.dropDraft(slot)
      } else {
        if (e.own) e.seen = [e.own.id]
        journal()
      }
    },
    [journal, slot],
  )

  const commitNow = useCallback(async () => {
    const e = edit.current
    if (!e.dirty) return
    const { workspace: now } = latest.current
    const version = e.version
    const before = e.own ? (answerOf(e.own) ?? undefined) : latest.current.standing
    const { parts, problems: found } = readForm(question, form.getValues())
    const mended = Object.keys(found).length === 0
    setProblems(found)
    const given = question.basis === 'ask' ? (e.basis ?? now.pageBasis) : { how: question.basis }
    const held = before && 'parts' in before.value ? before.value.parts : {}
    const cleared = Object.keys(parts).length === 0
    const same = sameJson(parts, held) && (cleared || sameJson(given, before?.entry.basis))
    if (!same) {
      const result = await now.save(
        cleared
          ? { kind: 'retract', slot, value: { why: words.clearedByPractitioner }, seen: e.seen ?? [] }
          : { kind: 'answer', slot, value: { parts }, seen: e.seen ?? [], basis: given },
      )
      setFailed(result.ok ? undefined : result.reason)
      if (!result.ok) return
      e.own = result.entry
    }
    settle(version, mended)
  }, [form, question, settle, slot])
  const commit = useCallback(() => inTurn(commitNow), [commitNow, inTurn])

  const headIds = heads.map((h) => h.id).join()
  useEffect(() => {
    const own = edit.current.own
    if (own && headIds.includes(own.id)) delete edit.current.own
  }, [headIds])

  useEffect(() => () => void commit(), [commit])

  // A colleague's answer, or a settled difference, comes into a form that nobody is editing; never into one that is.
  const headId = head?.id
  useEffect(() => {
    if (edit.current.dirty || headId === undefined) return
    form.reset(rawOf(question, latest.current.standing?.value))
    edit.current.basis = latest.current.standing?.entry.basis
    setBasisState(edit.current.basis)
  }, [headId, form, question])

  return {
    form,
    heads,
    basis,
    problems,
    failed,
    /** Somebody else answered after this edit began. */
    overtaken:
      edit.current.dirty &&
      !edit.current.inFlight &&
      edit.current.seen !== undefined &&
      heads.some((h) => !edit.current.seen?.includes(h.id)),
    commit,
    /** `settles`: milliseconds after which a choice is an entry without the focus leaving; text waits for that. */
    change(settles?: number) {
      touch()
      clearTimeout(edit.current.timer)
      if (settles !== undefined) edit.current.timer = setTimeout(() => void commit(), settles)
    },
    setBasis(next: EntryBasis | undefined) {
      edit.current.basis = next
      setBasisState(next)
      touch()
    },
    /** An honest blank takes the place of the answer. */
    leaveBlank: (value: { blank: Question['blanks'][number]; why?: string }) =>
      inTurn(async () => {
        const e = edit.current
        const version = e.version
        const now = latest.current
        const seen = e.seen ?? (e.own ? [e.own.id] : now.heads.map((h) => h.id))
        const known = question.basis === 'ask' ? (e.basis ?? now.workspace.pageBasis) : { how: question.basis }
        const result = await now.workspace.save({ kind: 'answer', slot, value, seen, basis: known })
        setFailed(result.ok ? undefined : result.reason)
        if (!result.ok) return
        e.own = result.entry
        setProblems({})
        if (e.version === version) form.reset(rawOf(question, undefined))
        settle(version, true)
      }),
  }
}

interface Edit {
  dirty: boolean
  /** The heads on screen when this edit began. */
  seen: string[] | undefined
  basis: EntryBasis | undefined
  /** Counts what was typed, so that a save knows whether it is still the latest. */
  version: number
  saving: Promise<void>
  /** An entry is being written: the head that appears now is our own. */
  inFlight: boolean
  /** Our own entry, until the record on screen holds it. */
  own?: Entry
  timer?: ReturnType<typeof setTimeout>
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
