import type { Condition } from './condition.ts'
import type { Basis } from './entry.ts'

/**
 * What an answer can be about. `adult` is a person who is marked as a parent or carer in the assessment; `use` is one
 * substance group of one adult (`<person>:<substance>`); `adult-child` is a pair (`<person>:<child>`).
 */
export const SUBJECT_KINDS = [
  'assessment',
  'contact',
  'child',
  'person',
  'adult',
  'use',
  'adult-child',
  'place',
  'service',
  'claim',
  'test',
  'strength',
] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]

/** Honest blanks: all different from each other, and none of them means "no". */
export const BLANKS = ['not-asked', 'not-known', 'prefers-not-to-say', 'not-seen', 'asked-none'] as const
export type Blank = (typeof BLANKS)[number]

export interface Option {
  id: string
  label: string
  /** "None of these": choosing it removes the others, and the other way round. */
  exclusive?: true
  /** It can be chosen only once a thing stands in this collection under the same subject. */
  after?: {
    question: string
    /** Why it cannot be chosen yet, in words. */
    why: string
    /** How it is told where somebody recorded it all the same. */
    otherwise: string
  }
  /** What it counts in a published questionnaire; left out of every other. */
  points?: number
}

/** A number that follows from other parts of the same answer. It is offered beside what is typed and never takes its place. */
export type Derivation =
  /** UK units of the drinks in a part. */
  | { k: 'units'; of: string }
  /** Rows of a grid that hold a cell, when each of them is known. */
  | { k: 'rows'; of: string; rows: readonly string[]; cell: string; unknown: readonly string[] }
  | { k: 'sum'; of: readonly string[] }

interface PartBase {
  id: string
  /** Left out where the question's own text is the label. */
  label?: string
  hint?: string
  optional?: true
  /** Shown only while another part of the same answer holds one of these options. */
  when?: { part: string; is: readonly string[] }
}

export type Part = PartBase &
  (
    | { kind: 'single' | 'multi'; options: readonly Option[] }
    | { kind: 'number'; unit?: string; min: number; max: number; decimals?: 0 | 1 | 2; derived?: Derivation }
    /** Drinks by size, strength and number. */
    | { kind: 'drinks' }
    | { kind: 'date'; approximate?: true }
    | { kind: 'time' }
    | { kind: 'text'; long?: true; prefill?: string }
    | { kind: 'verbatim' }
    | {
        kind: 'grid'
        rows: readonly Option[]
        cells: readonly Option[]
        /** Seven days, side by side where there is room. What is counted in them can be copied to number parts. */
        week?: { counts: Derivation; copiesTo: readonly string[] }
      }
    | { kind: 'people'; of: SubjectKind; many?: true }
    | { kind: 'contact' }
    /** The recorded answer that this came from, as `originOf` writes it: kept with it and never typed. */
    | { kind: 'origin' }
  )
export type PartKind = Part['kind']

export interface Question {
  id: string
  step: string
  text: string
  hint?: string
  /** One line for the practitioner and the family: why this is asked. */
  why: string
  per: SubjectKind
  when: Condition
  /** The form of one answer; for a collection, the form of one thing in it. */
  parts: readonly Part[]
  /** Of the question that asks about each substance group: the groups, each a subject of its own. */
  subjectRows?: readonly Option[]
  /** This question holds a collection; the things in it are subjects of this kind, or of no other question (`item`). */
  collects?: 'child' | 'person' | 'place' | 'service' | 'claim' | 'test' | 'strength' | 'item'
  /** What one thing is called on the screen: "person", "sleep place". Only with `collects`. */
  thing?: string
  /** Adds to and shows the collection of another question instead of holding its own. */
  addsTo?: string
  blanks: readonly Blank[]
  /** `ask`: the practitioner says how they know; otherwise the one way in which this can be known. */
  basis: 'ask' | Basis
  topics: readonly string[]
  requirements: readonly string[]
  /** Part of the first-contact core set: left unanswered it needs attention. */
  core?: true
  /** Hidden unless it is safe to ask private questions. */
  private?: true
}

export interface Step {
  id: string
  name: string
  group: string
  questions: readonly Question[]
  /** What has to stand before the step is complete, beyond that every question is answered or left open. */
  completion?: readonly CompletionNeed[]
}

/** One thing that has to stand in every answer to a question of the step. */
export interface CompletionNeed {
  question: string
  /** The parts that have to be filled in, and the options that do not count in them. */
  parts: readonly { id: string; not?: readonly string[] }[]
  /** Honest blanks that meet the need; no other one does. */
  blanks?: readonly Blank[]
  /** What is missing while the need is not met, in a few words. */
  says: string
  /** Somebody has to be asked: the question that says whom, for when nobody is, and what is missing then. */
  someFrom?: { question: string; says: string }
}

/** Which answer to a question makes a claim that is worth checking, and how the claim is put. */
export interface ClaimRaiser {
  question: string
  /** The part that makes it: with one of these options, or with any number. Left out for a blank. */
  part?: string
  is?: readonly string[]
  blank?: Blank
  topic: string
  polarity: 'says-yes' | 'says-no' | 'amount'
  /** What goes on from "Says that", with places for {who}, {child}, {substance}, {option}, {thing} and {n}. */
  says: string
  /** The part holds what an adult tells, however the rest of the answer is known. */
  asTold?: true
}

export interface GuidancePack {
  id: string
  steps: readonly Step[]
  /** In the order in which they are offered. */
  claimRaisers?: readonly ClaimRaiser[]
}
