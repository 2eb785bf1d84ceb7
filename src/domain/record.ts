import { type Answer, type AnswerValue, readAnswer } from './answer.ts'
import { type Entry, type Slot, slotKey } from './entry.ts'
import { readContact, readCorrection, readNote, readResponse, readSignOff } from './entry-kinds.ts'

/** Kinds that stand in a slot as its answer. Others (note, correction, response, contact ...) never become heads. */
export const HEAD_KINDS: ReadonlySet<string> = new Set(['answer', 'retract', 'resolve'])

/** Value of a `resolve` entry: which of several answers stands, or that all of them do, and why. */
export type ResolveValue = ChosenValue | KeptBothValue
export interface ChosenValue {
  /** The answer that now stands. */
  answer: AnswerValue
  why: string
}
/** The answers differ because their sources do. All of them stand; the claim holds what each source says. */
export interface KeptBothValue {
  /** By the id of the entry that recorded it; with the answer itself, should that entry not be here yet. */
  kept: readonly { entry: string; answer: AnswerValue }[]
  /** The subject of the claim. */
  claim: string
  why: string
}
export interface RetractValue {
  why: string
}

/** The entries of one assessment, indexed. Built from the set alone: order and duplicates make no difference. */
export interface AssessmentRecord {
  entries: readonly Entry[]
  heads(slot: Slot): readonly Entry[]
  /** Every entry ever made in a slot, heads or not. */
  history(slot: Slot): readonly Entry[]
  ofKind(kind: string): readonly Entry[]
  /** Slots of a question that hold any head. */
  slotsOf(question: string): readonly Slot[]
  /** Entries that this version keeps but cannot show. */
  unshowable: readonly Entry[]
}

export function recordOf(input: readonly Entry[]): AssessmentRecord {
  const byId = new Map(input.map((e) => [e.id, e]))
  // A fixed order that does not depend on arrival; never used to choose between answers.
  const entries = [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  const bySlot = grouped(entries, (e) => slotKey(e.slot))
  const headsBySlot = new Map<string, readonly Entry[]>()
  const slotsByQuestion = new Map<string, Slot[]>()
  for (const [key, all] of bySlot) {
    const standing = all.filter((e) => HEAD_KINDS.has(e.kind))
    const shown = headsAmong(standing)
    const first = shown[0]
    if (!first) continue
    headsBySlot.set(key, shown)
    const slots = slotsByQuestion.get(first.slot.question) ?? []
    slots.push(first.slot)
    slotsByQuestion.set(first.slot.question, slots)
  }
  const byKind = grouped(entries, (e) => e.kind)
  return {
    entries,
    heads: (slot) => headsBySlot.get(slotKey(slot)) ?? [],
    history: (slot) => bySlot.get(slotKey(slot)) ?? [],
    ofKind: (kind) => byKind.get(kind) ?? [],
    slotsOf: (question) => slotsByQuestion.get(question) ?? [],
    unshowable: entries.filter((e) => !isShowable(e)),
  }
}

/** True for a kind that this version knows, with a value that it can read. */
function isShowable(e: Entry): boolean {
  switch (e.kind) {
    case 'answer':
    case 'resolve':
      return answersOf(e).length > 0
    case 'retract':
      return true
    case 'note':
      return readNote(e.value) !== null
    case 'correction':
      return readCorrection(e.value) !== null
    case 'response':
      return readResponse(e.value) !== null
    case 'contact':
      return readContact(e.value) !== null
    case 'sign-off':
      return readSignOff(e.value) !== null
    case 'membership':
      return isMembership(e.value)
    default:
      return false
  }
}

/** Said by the member list, which reads it in full: here it is enough that it names an act. */
const isMembership = (value: unknown): boolean => typeof value === 'object' && value !== null && 'act' in value

/** The answers that a head stands for: more than one where several were kept, each as whoever recorded it made it. */
export function answersOf(head: Entry, history: readonly Entry[] = []): readonly Answer[] {
  const one = answerOf(head)
  if (one) return [one]
  const { question, subject } = head.slot
  return (keptBothIn(head)?.kept ?? []).map((k) => {
    const original = history.find((e) => e.id === k.entry)
    return (original && answerOf(original)) ?? { question, subject, value: k.answer, entry: head }
  })
}

/** What a `resolve` entry that keeps several answers holds; null for every other entry. */
export function keptBothIn(head: Entry): KeptBothValue | null {
  if (head.kind !== 'resolve') return null
  const { kept, claim, why } = (head.value ?? {}) as Partial<Record<keyof KeptBothValue, unknown>>
  if (!Array.isArray(kept) || kept.length === 0) return null
  const isWhole = kept.every((k) => typeof k?.entry === 'string' && readAnswer(k.answer) !== null)
  return isWhole ? { kept, claim: String(claim ?? ''), why: String(why ?? '') } : null
}

/** The answer that a head stands for; null for a retract, for several that were kept, and for what cannot be read here. */
export function answerOf(head: Entry): Answer | null {
  const known = read.get(head)
  if (known !== undefined) return known
  const answer = readAnswerOf(head)
  read.set(head, answer)
  return answer
}

/** An entry never changes, so that it is read once for as long as it is held. */
const read = new WeakMap<Entry, Answer | null>()

function readAnswerOf(head: Entry): Answer | null {
  if (head.kind !== 'answer' && head.kind !== 'resolve') return null
  const raw = head.kind === 'resolve' ? (head.value as Partial<ChosenValue> | null)?.answer : head.value
  const value = readAnswer(raw)
  return value && { question: head.slot.question, subject: head.slot.subject, value, entry: head }
}

/**
 * The entries that no other one supersedes. A ring of entries that supersede one another has no such entry: it is shown
 * whole rather than dropped, with all that only it supersedes.
 */
export function headsAmong(entries: readonly Entry[]): readonly Entry[] {
  if (entries.length === 1) return entries
  const superseded = new Set(entries.flatMap((e) => e.supersedes))
  const heads = entries.filter((e) => !superseded.has(e.id))
  const byId = new Map(entries.map((e) => [e.id, e]))
  const covered = new Set<string>()
  const waiting = [...heads]
  for (let e = waiting.pop(); e; e = waiting.pop()) {
    if (covered.has(e.id)) continue
    covered.add(e.id)
    waiting.push(...e.supersedes.flatMap((id) => byId.get(id) ?? []))
  }
  const shown = new Set(heads.map((e) => e.id))
  return entries.filter((e) => shown.has(e.id) || !covered.has(e.id))
}

function grouped(entries: readonly Entry[], keyOf: (e: Entry) => string): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>()
  for (const e of entries) {
    const key = keyOf(e)
    const group = groups.get(key)
    if (group) group.push(e)
    else groups.set(key, [e])
  }
  return groups
}
