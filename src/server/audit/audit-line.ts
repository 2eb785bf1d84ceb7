import { createHash } from 'node:crypto'
import { canonicalJson } from '../../domain/canonical-json.ts'

/** What is noted. Those of the server's own chain are about no record that there is. */
export type AuditWhat =
  | 'opened'
  | 'exported'
  | 'shared'
  | 'invited'
  | 'left'
  | 'ended'
  | 'handed-over'
  | 'without-effect'
  | 'broke-glass'
  | 'glass-seen'
  | 'kept-apart'
  | 'taken-in'
  | 'left-apart'
  | 'refused'
  | 'sign-in-refused'
  | 'looked-up-person'
  | 'restored'

/** Ids and codes; of free words only the reason for breaking the glass. */
export type AuditDetail = Readonly<Record<string, string | number | null>>

/** One line of a chain. */
export interface AuditLine {
  chain: string
  /** Counts from 1 without gaps. */
  number: number
  /** ISO 8601 in UTC by the server's clock. */
  at: string
  /** A user's id; null when nobody was signed in. */
  who: string | null
  what: string
  /** Canonical JSON of an `AuditDetail`. */
  detail: string
  once: string | null
  /** The hash of the line before; `NO_HASH` before the first. */
  before: string
  hash: string
}

export const NO_HASH = '0'.repeat(64)
export const SERVER_CHAIN = 'server'
/** An assessment's id is its device's choice: with this before it, none is ever the server's chain. */
export const chainOf = (assessment: string): string => `a ${assessment}`

/** SHA-256 over the canonical JSON of the line with the hash before it, in lower-case hexadecimal. */
export const hashOfLine = ({ chain, number, at, who, what, detail, once, before }: Omit<AuditLine, 'hash'>): string =>
  sha256(canonicalJson({ chain, number, at, who, what, detail, once, before }))

/** What is signed: how many lines a chain has, and the hash of its last. */
export const headText = ({ chain, count, hash }: { chain: string; count: number; hash: string }): string =>
  canonicalJson({ chain, count, hash })

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')
