import { type Mutant, one } from './mutant.ts'

const SERVER = 'src/server/records/sqlite-record-store.ts'
/** Who may read stands in one of these. */
const READERS = [SERVER, 'src/server/records/sqlite-keeping.ts']
const PLAN = 'src/server/records/plan-push.ts'
const MEMBERSHIP = 'src/domain/membership.ts'
const TAKE_UP = 'src/server/sharing/take-up.ts'

/** Bugs of the server, and of the rule on who may see a record. */
export const SERVER_MUTANTS: readonly Mutant[] = [
  one(
    'an answer is given before the commit',
    SERVER,
    'return epochOf(db, parts)',
    "const pushes = globalThis as { n?: number }\n      pushes.n = (pushes.n ?? 0) + 1\n      if (pushes.n % 9 === 0) db.exec('ROLLBACK; BEGIN IMMEDIATE')\n      return epochOf(db, parts)",
  ),
  one(
    'a row that was committed late is left out of a page',
    SERVER,
    'return pageOf(request, start, found, {',
    "return pageOf(request, start, found.filter(({ hash }, n) => n === found.length - 1 || hash[0] !== '0'), {",
  ),
  one(
    'numbers are taken from a sequence that has gaps',
    PLAN,
    'const seq = head + plan.store.length + 1',
    "const seq = (plan.store.at(-1)?.seq ?? head) + (hash[0] === '0' ? 2 : 1)",
  ),
  one(
    'the author is whoever the entry says',
    PLAN,
    'if (!incoming.vouched && !isOwn(session, envelope)) {',
    'if (!isOwn(session, envelope) && envelope.id.length === 0) {',
  ),
  one(
    'what is kept apart is kept nowhere',
    PLAN,
    'plan.quarantine.push({ ...incoming, why: apart })',
    'plan.quarantine.length = 0',
  ),
  one(
    'what was sent twice is a conflict',
    PLAN,
    'if (before?.hash === hash) {',
    'if (before?.hash === hash && id.length === 0) {',
  ),
  {
    name: 'a record is taken up without an invitation',
    patches: [
      { file: TAKE_UP, find: 'if (invited.length === 0) return nobody', replace: '' },
      {
        file: MEMBERSHIP,
        find: "if (!invitation?.open || invitation.by !== value.invitation || value.agency.id !== agency) return 'no-invitation'",
        replace: '',
      },
      {
        file: TAKE_UP,
        find: 'FROM agency_invitations i WHERE i.assessment_id = $1 AND i.agency_id = $5 AND i.ended_at IS NULL',
        replace:
          "FROM (SELECT $1 AS assessment_id, '' AS invited_by, '' AS purpose, '' AS lawful_basis, $5 AS agency_id) i",
      },
    ],
  },
  {
    name: 'the agency is whichever the entry says',
    patches: [
      { file: TAKE_UP, find: 'if (invited.length === 0) return nobody', replace: '' },
      {
        file: MEMBERSHIP,
        find: 'agency === null ? undefined : agencies.get(agency)',
        replace: 'agencies.get(value.agency.id)',
      },
      { file: MEMBERSHIP, find: ' || value.agency.id !== agency)', replace: ')' },
    ],
  },
  one(
    'an invited agency reads before anybody took the record up',
    READERS,
    'isReader(db, session, assessment) ||\n  (!isRevoked',
    "isReader(db, session, assessment) || one(db, 'SELECT 1 FROM agency_invitations WHERE assessment_id = ? AND agency_id = ? AND ended_at IS NULL', assessment, session.agency ?? '') !== undefined ||\n  (!isRevoked",
  ),
  one(
    'a record is offered to every agency',
    'src/server/sharing/agency-offers.ts',
    'FROM agency_invitations i WHERE i.agency_id = $1 AND i.ended_at IS NULL',
    'FROM agency_invitations i WHERE $1 = $1 AND i.ended_at IS NULL',
  ),
  one(
    'somebody who left reads on',
    READERS,
    'membershipOf(db, user, assessment)?.ended_at === null && !isRevoked',
    'membershipOf(db, user, assessment) !== undefined && !isRevoked',
  ),
  one(
    'a revoked device reads on',
    READERS,
    '?.ended_at === null && !isRevoked(db, device)',
    '?.ended_at === null && device !== ""',
  ),
  one(
    'a stranger can tell that a record is there',
    SERVER,
    "if (!row || !reads(db, session, assessment, parts.now())) return { result: 'unknown-assessment' }",
    "if (!row) return { result: 'unknown-assessment' }\n    if (!reads(db, session, assessment, parts.now())) return { result: 'restart', epoch: epochOf(db, parts) }",
  ),
  one(
    'the list names records of the past',
    SERVER,
    'WHERE m.user_id = ? AND m.ended_at IS NULL',
    'WHERE m.user_id = ?',
  ),
  one(
    'a broken glass never ends on the server',
    SERVER,
    "'SELECT id FROM broken_glass WHERE user_id = ? AND assessment_id = ? AND ends_at > ?'",
    "'SELECT id FROM broken_glass WHERE user_id = ? AND assessment_id = ? AND ends_at <> ?'",
  ),
]
