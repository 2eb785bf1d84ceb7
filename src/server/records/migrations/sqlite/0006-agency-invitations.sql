-- How the invitation of one agency stands: one row for each, as in "members". It lets nobody in by itself.
CREATE TABLE agency_invitations (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  agency_id TEXT NOT NULL,
  invited_by TEXT NOT NULL,
  purpose TEXT NOT NULL,
  lawful_basis TEXT NOT NULL,
  invited_at TEXT NOT NULL,
  ended_at TEXT,
  -- The entry that decided last how it stands.
  decided_by TEXT NOT NULL,
  PRIMARY KEY (assessment_id, agency_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX agency_invitations_of_agency ON agency_invitations (agency_id) WHERE ended_at IS NULL;

-- For which agency this person took the record up; null for whoever was invited by name, or began it.
ALTER TABLE members ADD COLUMN taken_up_for TEXT;
