import type { Author } from '../../domain/entry.ts'
import type { MineResponse, PullRequest, PullResponse, PushRequest, PushResponse } from '../../sync/protocol.ts'
import type { AuditSigner } from '../audit/signer.ts'
import type { Vouching } from './vouching.ts'

/** Who asks, as the session says it: never as the request says it. */
export interface Session {
  user: string
  device: string
  /**
   * Every author that this account has said it recorded as, those of the past among them: what was recorded offline
   * before a change of role is still theirs. An author's id is random and belongs to one account; it is not the user's.
   */
  authors: readonly Author[]
  /** The agency for which this account may take up records that are offered to it; none for administrators. */
  agency?: string | undefined
}

/**
 * `unavailable`: the database cannot be reached or cannot write now (stopped, full, out of connections). Nothing was
 * changed, or it cannot be known. Answered with 503: the device keeps everything and sends again, which is harmless.
 */
export type Unavailable = { ok: false; reason: 'unavailable' }
export type Answered<T> = { ok: true; answer: T } | Unavailable

/**
 * Keeps what was recorded, one append-only list for each assessment. Texts are stored and given back byte for byte.
 *
 * `push` stores what it can of a batch in one transaction and answers after the commit, one result for each entry.
 * `pull` gives the entries of one assessment in the order of storing.
 * Requests have been parsed with their schema before. A person who is not a member gets, from each, exactly what an id that does not exist gets.
 */
export interface ServerRecordStore {
  push(session: Session, request: PushRequest): Promise<Answered<PushResponse>>
  pull(session: Session, request: PullRequest): Promise<Answered<PullResponse>>
  mine(session: Session): Promise<Answered<MineResponse>>
  close(): Promise<void>
}

/**
 * Something that ordinary use cannot bring about, for the log: ids only, never content.
 * - `conflict`: two different entries have one id.
 * - `other-author`: somebody sent an entry under another person's name.
 * - `cursor-ahead`: a device has read more than there is: the database was put back without a new epoch.
 */
export interface Alarm {
  what: 'conflict' | 'other-author' | 'cursor-ahead'
  assessment: string
  entry: string | null
  user: string
}

/** What a store needs from outside. */
export interface StoreParts {
  /** ISO 8601 in UTC. Stamped on what is received; never compared. */
  now(): string
  /** A new random id without a full stop. */
  newId(): string
  alarm(alarm: Alarm): void
  /** Of the audit. */
  signer: AuditSigner
  /** Without it no vouchers are given, and none believed. All processes of one database have the same key. */
  vouching?: Vouching | undefined
}
