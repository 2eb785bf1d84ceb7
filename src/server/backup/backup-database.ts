import type { BackupTable } from './backup-tables.ts'

/** One row, in the order of its table's columns. */
export type BackupRow = readonly (string | number | null)[]

/** Some rows of one table. */
export interface BackupPart {
  table: BackupTable
  rows: readonly BackupRow[]
}

/**
 * - `not-empty`: there is something in the database. Nothing was changed: restore into an empty one.
 * - `not-owner`: whoever connects does not own the tables. Nothing was changed: connect as the user that made them.
 */
export type Filled = { ok: true } | { ok: false; reason: 'not-empty' | 'not-owner' }

/** A database as a backup sees it: all tables, without asking whose rows they are. */
export interface BackupDatabase {
  /** Everything there is at one moment, table by table in the order of `BACKUP_TABLES`. PostgreSQL goes on working meanwhile. */
  snapshot(): AsyncGenerator<BackupPart>
  /** Puts all of it into an empty database, under a new epoch, in one transaction: whatever fails, nothing was changed. */
  fill(parts: AsyncIterable<BackupPart>, epoch: string): Promise<Filled>
}

/** How many rows are read or written at once. */
export const ROWS = 200

export const insertText = ({ name, columns }: BackupTable, places: string): string =>
  `INSERT INTO ${name} (${columns.join(', ')}) VALUES ${places}`

export const selectText = ({ name, columns, orderBy }: BackupTable): string =>
  `SELECT ${columns.map((column) => `t.${column}`).join(', ')} FROM ${name} t ORDER BY ${orderBy
    .split(', ')
    .map((column) => `t.${column}`)
    .join(', ')}`
