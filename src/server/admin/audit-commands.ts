import { readKeptHeads, writeKeptHeads } from '../audit/kept-heads.ts'
import { readHeads } from '../audit/read-audit.ts'
import { verifyAudit } from '../audit/verify-audit.ts'
import { type AdminCommand, refuse, said, textOf } from './admin-command.ts'

/** What is done with the audit. */
export const AUDIT_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'audit-head': {
    usage: '',
    does: 'prints how far the audit goes, signed: keep it where whoever runs the database cannot write',
    options: [],
    run: async (_, { tasks, auditing: { now, signer } }) => said(writeKeptHeads(now(), await readHeads(tasks), signer)),
  },
  verify: {
    usage: '[--heads FILE]',
    does: 'finds what was edited, removed, moved, cut off or written anew; FILE is what audit-head printed',
    options: [],
    optional: ['heads'],
    run: async ({ heads }, { tasks, auditing: { signer } }) => {
      const kept = heads === undefined ? [] : readKeptHeads(textOf(heads), signer)
      if (!kept) return refuse('FILE must hold what audit-head printed, signed with the key of this server.')
      const { chains, lines, faults } = await verifyAudit(tasks, signer, kept)
      const counted = `${chains} chains, ${lines} lines`
      if (faults.length === 0) return said(`The audit is whole: ${counted}.`)
      const told = faults.map(({ chain, number, fault }) => `${fault}  ${chain}  line ${number}`)
      return refuse([`The audit is not whole: ${faults.length} faults in ${counted}.`, ...told].join('\n'))
    },
  },
}
