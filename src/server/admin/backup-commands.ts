import { appendLine } from '../audit/append.ts'
import { SERVER_CHAIN } from '../audit/audit-line.ts'
import { restoreBackup } from '../backup/restore-backup.ts'
import { takeBackup } from '../backup/take-backup.ts'
import { type AdminCommand, refuse, said } from './admin-command.ts'

/** What is done with the database as a whole. */
export const BACKUP_COMMANDS: Readonly<Record<string, AdminCommand>> = {
  backup: {
    usage: '--to FILE',
    does: 'writes everything into one new file, and reads it back',
    options: ['to'],
    run: async ({ to = '' }, { backups: database, keeping, auditing: { now } }) => {
      const taken = await takeBackup(to, { database, keeping, now })
      if (taken.ok) return said(`The backup is whole: ${counted(taken)}.`)
      return refuse(NOT_TAKEN[taken.reason].replace('FILE', to).replace('ABOUT', taken.about ?? ''))
    },
  },
  restore: {
    usage: '--from FILE',
    does: 'puts a backup into an empty database; devices then send again what they keep',
    options: ['from'],
    run: async ({ from = '' }, { backups: database, accounts: { newId }, tasks, auditing }) => {
      const restored = await restoreBackup(from, { database, newId })
      if (!restored.ok) return refuse(NOT_RESTORED[restored.reason].replace('FILE', from))
      const note = { chain: SERVER_CHAIN, who: null, what: 'restored', detail: { of: restored.at } } as const
      await tasks.runAs('linnet_audit', () => appendLine(auditing, note))
      return said(
        `Restored the backup of ${restored.at}: ${counted(restored)}.`,
        'Everybody signs in again, and devices then send what they keep of later.',
        'Revoke again, end again and invite again whom you did since: the backup does not know of it.',
      )
    },
  },
}

const counted = ({ assessments, entries }: { assessments: number; entries: number }): string =>
  `${assessments} assessments, ${entries} entries`

const NOT_TAKEN = {
  taken: 'There is something under FILE already, and it was left as it is. Choose another name.',
  'cannot-be-written': 'FILE cannot be written: ABOUT. No backup was made.',
  'not-as-written': 'What was read back is not what was written. No backup was made: look at the disk.',
  altered:
    'An entry of the assessment ABOUT is not as it came. No backup was made: find out why, and keep the backups that there are.',
  gap: 'Entries of the assessment ABOUT are missing. No backup was made: find out why, and keep the backups that there are.',
  'not-marked':
    'FILE is whole, but the database is not what it was when the backup began (ABOUT). Look at it before you rely on either.',
} as const

const NOTHING = 'Nothing was changed.'
const NOT_RESTORED = {
  'cannot-be-read': `FILE cannot be read. ${NOTHING}`,
  'not-a-backup': `FILE is no backup of Linnet, or its beginning is damaged. ${NOTHING}`,
  damaged: `FILE is damaged or cut short. ${NOTHING} Take another backup.`,
  'later-version': `FILE was made by a newer Linnet. ${NOTHING} Restore it with that version.`,
  altered: `FILE holds an entry that is not as it came. ${NOTHING} Take another backup.`,
  gap: `FILE lacks entries. ${NOTHING} Take another backup.`,
  'not-empty': `The database has something in it. ${NOTHING} Restore into an empty one: with SQLite move the folder records away from the data folder, with PostgreSQL name a new database in DATABASE_URL.`,
  'not-owner': `The user that DATABASE_URL names does not own the tables. ${NOTHING} Restore as the user who made them.`,
} as const
