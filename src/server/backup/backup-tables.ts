/** A table that is in a backup. */
export interface BackupTable {
  name: string
  /** In the order of a row. */
  columns: readonly string[]
  /** Of these columns, those that are whole numbers. All others are text, or null. */
  numbers?: readonly string[]
  /** The role of PostgreSQL that may read it. */
  readBy: 'linnet_keeper' | 'linnet_accounts' | 'linnet_audit'
  orderBy: string
}

/** In an order in which they can be filled. */
export const BACKUP_TABLES: readonly BackupTable[] = [
  { name: 'store', columns: ['name', 'value'], readBy: 'linnet_keeper', orderBy: 'name' },
  { name: 'agencies', columns: ['id', 'name', 'created_at'], readBy: 'linnet_accounts', orderBy: 'id' },
  {
    name: 'users',
    columns: [
      'id',
      'agency_id',
      'email',
      'name',
      'role',
      'access',
      'password_hash',
      'totp_secret',
      'totp_step',
      'created_at',
      'ended_at',
    ],
    numbers: ['totp_step'],
    readBy: 'linnet_accounts',
    orderBy: 'id',
  },
  {
    name: 'passkeys',
    columns: ['id', 'user_id', 'handle', 'public_key', 'counter', 'made_at'],
    numbers: ['counter'],
    readBy: 'linnet_accounts',
    orderBy: 'id',
  },
  {
    name: 'devices',
    columns: ['id', 'user_id', 'client_id', 'name', 'first_seen_at', 'last_seen_at'],
    readBy: 'linnet_accounts',
    orderBy: 'id',
  },
  { name: 'author_owners', columns: ['author_id', 'user_id'], readBy: 'linnet_accounts', orderBy: 'author_id' },
  {
    name: 'authors',
    columns: ['author_id', 'name', 'role', 'agency', 'claimed_at'],
    readBy: 'linnet_accounts',
    orderBy: 'author_id',
  },
  {
    name: 'identity_providers',
    columns: ['agency_id', 'issuer', 'client_id', 'client_secret'],
    readBy: 'linnet_accounts',
    orderBy: 'agency_id',
  },
  {
    name: 'identities',
    columns: ['issuer', 'subject', 'user_id', 'bound_at'],
    readBy: 'linnet_accounts',
    orderBy: 'issuer, subject',
  },
  { name: 'revoked_devices', columns: ['id', 'revoked_at'], readBy: 'linnet_keeper', orderBy: 'id' },
  {
    name: 'assessments',
    columns: ['id', 'owner_id', 'head', 'durable_through'],
    numbers: ['head', 'durable_through'],
    readBy: 'linnet_keeper',
    orderBy: 'id',
  },
  {
    name: 'members',
    columns: [
      'assessment_id',
      'user_id',
      'joined_at',
      'ended_at',
      'decided_by',
      'invited_by',
      'purpose',
      'lawful_basis',
      'taken_up_for',
    ],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, user_id',
  },
  {
    name: 'agency_invitations',
    columns: [
      'assessment_id',
      'agency_id',
      'invited_by',
      'purpose',
      'lawful_basis',
      'invited_at',
      'ended_at',
      'decided_by',
    ],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, agency_id',
  },
  {
    name: 'entries',
    columns: ['assessment_id', 'id', 'seq', 'question', 'subject', 'hash', 'received_at', 'text'],
    numbers: ['seq'],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, seq',
  },
  {
    name: 'quarantine',
    columns: ['assessment_id', 'entry_id', 'user_id', 'device_id', 'why', 'hash', 'received_at', 'text'],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, entry_id, user_id, hash',
  },
  {
    name: 'membership_acts',
    columns: ['assessment_id', 'entry_id', 'seq', 'actor_id', 'subject_id', 'act', 'why'],
    numbers: ['seq'],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, entry_id',
  },
  {
    name: 'broken_glass',
    columns: ['id', 'assessment_id', 'user_id', 'reason', 'broken_at', 'ends_at', 'seen_at', 'seen_by'],
    readBy: 'linnet_keeper',
    orderBy: 'id',
  },
  {
    name: 'quarantine_decisions',
    columns: ['assessment_id', 'entry_id', 'user_id', 'hash', 'decision', 'reason', 'decided_by', 'decided_at'],
    readBy: 'linnet_keeper',
    orderBy: 'assessment_id, entry_id, user_id, hash, decision',
  },
  {
    name: 'audit',
    columns: ['chain', 'number', 'at', 'who', 'what', 'detail', 'once', 'before', 'hash'],
    numbers: ['number'],
    readBy: 'linnet_audit',
    orderBy: 'chain, number',
  },
  {
    name: 'audit_heads',
    columns: ['chain', 'count', 'hash', 'key', 'signature'],
    numbers: ['count'],
    readBy: 'linnet_audit',
    orderBy: 'chain',
  },
]

/**
 * Tables that no backup holds, because it would bring back what has ended since: who was signed out would be signed in, and a
 * link that was used would open an account once more.
 */
export const LEFT_OUT = ['sessions', 'invitations', 'attempts', 'departures', 'passkey_challenges'] as const
