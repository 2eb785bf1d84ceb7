-- How the invitation of one agency stands: one row for each, as in "members". It lets nobody in by itself.
CREATE TABLE agency_invitations (
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  agency_id text COLLATE "C" NOT NULL,
  invited_by text COLLATE "C" NOT NULL,
  purpose text COLLATE "C" NOT NULL,
  lawful_basis text COLLATE "C" NOT NULL,
  invited_at text COLLATE "C" NOT NULL,
  ended_at text COLLATE "C",
  -- The entry that decided last how it stands.
  decided_by text COLLATE "C" NOT NULL,
  PRIMARY KEY (assessment_id, agency_id)
);
CREATE INDEX agency_invitations_of_agency ON agency_invitations (agency_id) WHERE ended_at IS NULL;
ALTER TABLE agency_invitations ENABLE ROW LEVEL SECURITY;
ALTER TABLE agency_invitations FORCE ROW LEVEL SECURITY;

-- For which agency this person took the record up; null for whoever was invited by name, or began it.
ALTER TABLE members ADD COLUMN taken_up_for text COLLATE "C";
GRANT UPDATE (taken_up_for) ON members TO linnet_runtime;

-- The agency for which whoever asks may take records up. Null for administrators.
CREATE FUNCTION asking_agency() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.agency_id', true), '');

GRANT SELECT, INSERT, UPDATE (invited_by, purpose, lawful_basis, invited_at, ended_at, decided_by)
  ON agency_invitations TO linnet_runtime;
CREATE POLICY of_members ON agency_invitations FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()));
CREATE POLICY to_own_agency ON agency_invitations FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND agency_id = (SELECT asking_agency()) AND ended_at IS NULL);
CREATE POLICY by_members ON agency_invitations FOR INSERT TO linnet_runtime
  WITH CHECK (
    ended_at IS NULL AND invited_by = (SELECT asking_user()) AND (SELECT asking_device_is_good())
    AND assessment_id IN (SELECT asking_memberships())
  );
CREATE POLICY again ON agency_invitations FOR UPDATE TO linnet_runtime
  USING (ended_at IS NOT NULL AND (SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()))
  WITH CHECK (
    ended_at IS NULL AND invited_by = (SELECT asking_user()) AND assessment_id IN (SELECT asking_memberships())
  );
-- By the owner, and by whoever invited.
CREATE POLICY ended ON agency_invitations FOR UPDATE TO linnet_runtime
  USING (
    ended_at IS NULL AND (SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships())
    AND (invited_by = (SELECT asking_user()) OR asking_user_owns(assessment_id))
  )
  WITH CHECK (ended_at IS NOT NULL);

-- Whoever is of an invited agency becomes a member, themselves and nobody else. A membership that has ended is a row already,
-- which this adds nothing to and changes nothing of.
CREATE POLICY taken_up ON members FOR INSERT TO linnet_runtime
  WITH CHECK (
    user_id = (SELECT asking_user()) AND ended_at IS NULL AND (SELECT asking_device_is_good())
    AND taken_up_for = (SELECT asking_agency())
    AND assessment_id IN (
      SELECT i.assessment_id FROM agency_invitations i
      WHERE i.agency_id = (SELECT asking_agency()) AND i.ended_at IS NULL
    )
  );

-- What a backup reads as linnet_keeper, which also looks whether an agency is invited before anything is said of a record.
GRANT SELECT ON agency_invitations TO linnet_keeper;
CREATE POLICY keeping ON agency_invitations FOR SELECT TO linnet_keeper USING (true);
