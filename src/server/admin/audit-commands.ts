import { readFileSync } from 'node:fs'
import { readKeptHeads, writeKeptHeads } from '../audit/kept-heads.ts'
import { readHeads } from '../audit/read-audit.ts'
import type { AuditSigner } from '../audit/signer.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import type { RecordTasks } from '../records/record-tasks.ts'

export interface AuditCommandParts {
  tasks: RecordTasks
  signer: AuditSigner
  /** ISO 8601 in UTC. */
  now(): string
}

type Outcome = { ok: true; lines: string[] } | { ok: false; problem: string }

/** One line to be kept elsewhere: how far every chain goes, signed. */
export async function printAuditHead({ tasks, signer, now }: AuditCommandParts): Promise<Outcome> {
  return { ok: true, lines: [writeKeptHeads(now(), await readHeads(tasks), signer)] }
}

/** Checks the audit, and against what `audit-head` printed on an earlier day where a file of it is named. */
export async function verify({ tasks, signer }: AuditCommandParts, file: string | undefined): Promise<Outcome> {
  const kept = file === undefined ? [] : keptIn(file, signer)
  if (!kept)
    return { ok: false, problem: 'FILE must hold what audit-head printed, signed with the key of this server.' }
  const { chains, lines, faults } = await verifyAudit(tasks, signer, kept)
  const counted = `${chains} chains, ${lines} lines`
  if (faults.length === 0) return { ok: true, lines: [`The audit is whole: ${counted}.`] }
  const told = faults.map(({ chain, number, fault }) => `${fault}  ${chain}  line ${number}`)
  return { ok: false, problem: [`The audit is not whole: ${faults.length} faults in ${counted}.`, ...told].join('\n') }
}

function keptIn(file: string, signer: AuditSigner) {
  try {
    return readKeptHeads(readFileSync(file, 'utf8'), signer)
  } catch {
    return null
  }
}
