import { useCallback, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import type { EntryBasis, Slot } from '../../domain/entry.ts'
import type { Question } from '../../domain/question.ts'
import { answerOf } from '../../domain/record.ts'
import { type SaveProblem, useWorkspace } from '../workspace.ts'
import { type PartProblem, type RawForm, rawOf, readForm } from './form-state.ts'
import { questionWords as words } from './words.ts'

const SETTLE = 400

/**
 * One answer being edited. What is typed is a draft; it becomes an entry when the focus leaves, a moment after a choice,
 * or when the page is left. The entry supersedes what was on screen when the edit began, and nothing that came later.
 */
export function useQuestionEdit(question: Question, slot: Slot) {
  const workspace = useWorkspace()
  const heads = workspace.view.record.heads(slot)
  const head = heads.length === 1 ? heads[0] : undefined
  const standing = head && answerOf(head)
  const standingBasis = standing?.entry.basis
  const [draft] = useState(() => workspace.draftOf(slot))
  const form = useForm<RawForm>({ defaultValues: (draft?.raw as RawForm) ?? rawOf(question, standing?.value) })
  const [basis, setBasisState] = useState<EntryBasis | undefined>(draft?.basis ?? standingBasis)
  const [problems, setProblems] = useState<Record<string, PartProblem>>({})
  const [failed, setFailed] = useState<SaveProblem>()
  const edit = useRef({
    dirty: draft !== undefined,
    seen: draft?.seenHeads ?? (undefined as string[] | undefined),
    basis: draft?.basis ?? standingBasis,
    version: 0,
    timer: undefined as ReturnType<typeof setTimeout> | undefined,
  })
  const latest = useRef({ workspace, heads, standing })
  latest.current = { workspace, heads, standing }

  const touch = useCallback(() => {
    const e = edit.current
    e.dirty = true
    e.version++
    e.seen ??= latest.current.heads.map((h) => h.id)
    latest.current.workspace.journal({
      slot,
      raw: structuredClone(form.getValues()),
      seenHeads: e.seen,
      ...(e.basis && { basis: e.basis }),
    })
  }, [form, slot])

  const commit = useCallback(async () => {
    const e = edit.current
    clearTimeout(e.timer)
    if (!e.dirty) return
    const { workspace: now, standing: before } = latest.current
    const version = e.version
    const { parts, problems: found } = readForm(question, form.getValues())
    setProblems(found)
    const given = question.basis === 'ask' ? (e.basis ?? now.pageBasis) : { how: question.basis }
    const held = before && 'parts' in before.value ? before.value.parts : {}
    const same = sameJson(parts, held) && sameJson(given, before?.entry.basis)
    if (!same) {
      const cleared = Object.keys(parts).length === 0
      if (cleared && !before) {
        if (Object.keys(found).length === 0) finish(version)
        return
      }
      const result = await now.save(
        cleared
          ? { kind: 'retract', slot, value: { why: words.clearedByPractitioner }, seen: e.seen ?? [] }
          : { kind: 'answer', slot, value: { parts }, seen: e.seen ?? [], basis: given },
      )
      setFailed(result.ok ? undefined : result.reason)
      if (!result.ok) return
    }
    if (Object.keys(found).length === 0) finish(version)

    /** Only if nothing was typed since: later words are still a draft. */
    function finish(at: number) {
      if (edit.current.version !== at) {
        edit.current.seen = undefined
        return
      }
      edit.current.dirty = false
      edit.current.seen = undefined
      latest.current.workspace.dropDraft(slot)
    }
  }, [form, question, slot])

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
      edit.current.dirty && edit.current.seen !== undefined && heads.some((h) => !edit.current.seen?.includes(h.id)),
    commit,
    change(settles: boolean) {
      touch()
      clearTimeout(edit.current.timer)
      if (settles) edit.current.timer = setTimeout(() => void commit(), SETTLE)
    },
    setBasis(next: EntryBasis | undefined) {
      edit.current.basis = next
      setBasisState(next)
      touch()
    },
    /** An honest blank takes the place of the answer. */
    async leaveBlank(value: { blank: Question['blanks'][number]; why?: string }) {
      const seen = edit.current.seen ?? latest.current.heads.map((h) => h.id)
      clearTimeout(edit.current.timer)
      const result = await latest.current.workspace.save({
        kind: 'answer',
        slot,
        value,
        seen,
        basis:
          question.basis === 'ask'
            ? (edit.current.basis ?? latest.current.workspace.pageBasis)
            : { how: question.basis },
      })
      setFailed(result.ok ? undefined : result.reason)
      if (!result.ok) return
      edit.current.dirty = false
      edit.current.seen = undefined
      latest.current.workspace.dropDraft(slot)
      form.reset(rawOf(question, undefined))
    },
  }
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
