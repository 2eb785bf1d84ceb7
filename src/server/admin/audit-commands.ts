import { auditHeads } from '../audit/audit.ts'
import { headLine, readHeads, verifyAudit } from '../audit/verify.ts'
import { type AdminCommand, refuse, said, textOf } from './admin-command.ts'

/** What is done with the audit of the records. */
export const AUDIT_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'audit-heads': {
    usage: '',
    does: 'prints the end of each chain of the audit; keep it elsewhere, for verify',
    options: [],
    run: async (_, { accounts }) => said(...(await accounts.db.run(auditHeads)).map(headLine)),
  },
  verify: {
    usage: '[--against FILE]',
    does: 'finds rows of the audit that were changed, removed, reordered or cut off; FILE is what audit-heads printed',
    options: [],
    optional: ['against'],
    run: async ({ against }, { accounts }) => {
      const kept = against === undefined ? [] : readHeads(textOf(against))
      if (kept === null || (against !== undefined && kept.length === 0))
        return refuse('FILE holds no heads, or cannot be read.')
      const { chains, faults } = await verifyAudit(accounts.db, kept)
      return faults.length === 0 ? said(`${chains} chains, all whole.`) : refuse(faults.join('\n'))
    },
  },
}
