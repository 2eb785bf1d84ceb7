import { rows, type Task } from '../accounts/task.ts'

export interface AgencyInvited {
  agency: string
  at: string
  /** The entry that invites. */
  entry: string
  /** Who invites. */
  actor: string
  purpose: string
  lawfulBasis: string
}

/** The first time, or anew after an ending. */
export function* inviteAgency(
  assessment: string,
  { agency, at, entry, actor, purpose, lawfulBasis }: AgencyInvited,
): Task<void> {
  const values = [assessment, agency, at, entry, actor, purpose, lawfulBasis] as const
  const again = yield* rows(
    `UPDATE agency_invitations SET ended_at = NULL, invited_at = $3, decided_by = $4, invited_by = $5, purpose = $6,
       lawful_basis = $7
     WHERE assessment_id = $1 AND agency_id = $2 AND ended_at IS NOT NULL RETURNING agency_id`,
    ...values,
  )
  if (again.length > 0) return
  yield* rows(
    `INSERT INTO agency_invitations
       (assessment_id, agency_id, invited_at, decided_by, invited_by, purpose, lawful_basis)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    ...values,
  )
}

/** Nobody of it can take the record up any more. Whoever has stays a member. */
export function* endInvitation(
  assessment: string,
  { agency, at, entry }: Pick<AgencyInvited, 'agency' | 'at' | 'entry'>,
): Task<void> {
  yield* rows(
    `UPDATE agency_invitations SET ended_at = $3, decided_by = $4
     WHERE assessment_id = $1 AND agency_id = $2 AND ended_at IS NULL`,
    assessment,
    agency,
    at,
    entry,
  )
}
