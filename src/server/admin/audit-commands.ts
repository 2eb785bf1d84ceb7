import { auditHeads } from '../audit/audit.ts'
import { linesIfSigned, signedHeads, withoutSignature } from '../audit/signed-heads.ts'
import { headLine, readHeads, verifyAudit } from '../audit/verify.ts'
import { type AdminCommand, refuse, said, textOf } from './admin-command.ts'

/** What is done with the audit of the records. */
export const AUDIT_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  'audit-heads': {
    usage: '[--key FILE]',
    does: 'prints the end of each chain of the audit, signed with an Ed25519 key (PEM); keep it elsewhere, for verify',
    options: [],
    optional: ['key'],
    run: async ({ key }, { accounts }) => {
      const heads = await accounts.db.run(auditHeads)
      if (key === undefined) return said(...heads.map(headLine))
      const signed = signedHeads(heads, textOf(key))
      return signed
        ? said(...signed)
        : refuse('FILE holds no Ed25519 key: openssl genpkey -algorithm ed25519 -out FILE')
    },
  },
  verify: {
    usage: '[--against FILE] [--key FILE]',
    does: 'finds rows of the audit that were changed, removed, reordered or cut off; against what audit-heads printed',
    options: [],
    optional: ['against', 'key'],
    run: async ({ against, key }, { accounts }) => {
      const text = against === undefined ? '' : textOf(against)
      const lines = key === undefined ? withoutSignature(text) : linesIfSigned(text, textOf(key))
      if (lines === null) return refuse('The heads are not signed with this key. Somebody may have changed them.')
      const kept = readHeads(lines)
      if (kept === null || (against !== undefined && kept.length === 0)) {
        return refuse('FILE holds no heads, or cannot be read.')
      }
      const { chains, faults } = await verifyAudit(accounts.db, kept)
      return faults.length === 0 ? said(`${chains} chains, all whole.`) : refuse(faults.join('\n'))
    },
  },
}
