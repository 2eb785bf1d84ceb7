-- A role that owns nothing, adds to the audit, and reads it. Nobody may change or remove a line of it.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linnet_audit') THEN
    CREATE ROLE linnet_audit NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE 'GRANT linnet_audit TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
  ELSE
    EXECUTE 'GRANT linnet_audit TO CURRENT_USER';
  END IF;
END
$$;

-- "decided_by" is the entry that decided last how this person stands; null when no entry did.
ALTER TABLE members
  ADD COLUMN decided_by text COLLATE "C",
  ADD COLUMN invited_by text COLLATE "C",
  ADD COLUMN purpose text COLLATE "C",
  ADD COLUMN lawful_basis text COLLATE "C";
CREATE INDEX members_of_assessment ON members (assessment_id);

-- What each membership entry did. "why" is null when it took effect.
CREATE TABLE membership_acts (
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  entry_id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  actor_id text COLLATE "C" NOT NULL,
  subject_id text COLLATE "C" NOT NULL,
  act text COLLATE "C" NOT NULL,
  why text COLLATE "C",
  PRIMARY KEY (assessment_id, entry_id)
);

CREATE TABLE broken_glass (
  id text COLLATE "C" PRIMARY KEY,
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  user_id text COLLATE "C" NOT NULL,
  reason text NOT NULL,
  broken_at text COLLATE "C" NOT NULL,
  ends_at text COLLATE "C" NOT NULL,
  -- When the owner has said that they know.
  seen_at text COLLATE "C",
  seen_by text COLLATE "C"
);
CREATE INDEX broken_glass_of_user ON broken_glass (user_id, ends_at);
CREATE INDEX broken_glass_of_assessment ON broken_glass (assessment_id);

CREATE TABLE quarantine_decisions (
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  entry_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  decision text NOT NULL CHECK (decision IN ('take-in', 'leave')),
  reason text NOT NULL,
  decided_by text COLLATE "C" NOT NULL,
  decided_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (assessment_id, entry_id, user_id, hash, decision)
);

-- One chain for each assessment, and one of the server. Each line's hash is over the line and the hash before it.
CREATE TABLE audit (
  chain text COLLATE "C" NOT NULL,
  number bigint NOT NULL CHECK (number > 0),
  at text COLLATE "C" NOT NULL,
  who text COLLATE "C",
  what text COLLATE "C" NOT NULL,
  detail text NOT NULL,
  -- What is noted once only is noted under a name.
  once text COLLATE "C",
  before text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (chain, number)
);
CREATE UNIQUE INDEX audit_once ON audit (chain, once);

CREATE TABLE audit_heads (
  chain text COLLATE "C" PRIMARY KEY,
  count bigint NOT NULL,
  hash text COLLATE "C" NOT NULL,
  key text COLLATE "C" NOT NULL,
  signature text COLLATE "C" NOT NULL
) WITH (fillfactor = 70);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['membership_acts', 'broken_glass', 'quarantine_decisions', 'audit', 'audit_heads']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
  END LOOP;
END
$$;

-- Two questions that a policy of the table itself cannot ask without asking itself again: linnet_keeper answers them, for
-- the one who asks and nobody else.
CREATE FUNCTION asking_time() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.now', true), '');
CREATE FUNCTION asking_memberships() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
  SELECT m.assessment_id FROM members m WHERE m.user_id = asking_user() AND m.ended_at IS NULL;
END;
CREATE FUNCTION asking_glass() RETURNS SETOF text LANGUAGE sql STABLE SECURITY DEFINER
BEGIN ATOMIC
  SELECT g.assessment_id FROM broken_glass g WHERE g.user_id = asking_user() AND g.ends_at > asking_time();
END;
DO $$
BEGIN
  EXECUTE format('GRANT CREATE ON SCHEMA %I TO linnet_keeper', current_schema());
  ALTER FUNCTION asking_memberships() OWNER TO linnet_keeper;
  ALTER FUNCTION asking_glass() OWNER TO linnet_keeper;
  EXECUTE format('REVOKE CREATE ON SCHEMA %I FROM linnet_keeper', current_schema());
END
$$;

GRANT SELECT ON broken_glass TO linnet_keeper;
CREATE POLICY keeping ON broken_glass FOR SELECT TO linnet_keeper USING (true);

GRANT UPDATE (joined_at, ended_at, decided_by, invited_by, purpose, lawful_basis) ON members TO linnet_runtime;
CREATE POLICY of_fellows ON members FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()));
CREATE POLICY invited ON members FOR INSERT TO linnet_runtime
  WITH CHECK (ended_at IS NULL AND (SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()));
CREATE POLICY invited_again ON members FOR UPDATE TO linnet_runtime
  USING (ended_at IS NOT NULL AND (SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()))
  WITH CHECK (ended_at IS NULL AND assessment_id IN (SELECT asking_memberships()));
-- An owner ends others, and everybody else themselves: so that no owner is ever ended.
CREATE POLICY ended ON members FOR UPDATE TO linnet_runtime
  USING (
    ended_at IS NULL AND (SELECT asking_device_is_good())
    AND (user_id = (SELECT asking_user())) <> asking_user_owns(assessment_id)
  )
  WITH CHECK (ended_at IS NOT NULL);

GRANT UPDATE (owner_id) ON assessments TO linnet_runtime;
CREATE FUNCTION owner_hands_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF current_user = 'linnet_runtime' AND (
    OLD.owner_id IS DISTINCT FROM asking_user()
    OR NOT EXISTS (
      SELECT FROM members m WHERE m.assessment_id = NEW.id AND m.user_id = NEW.owner_id AND m.ended_at IS NULL
    )
  ) THEN
    RAISE EXCEPTION 'only the owner hands over, and to a member' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER owner_hands_over BEFORE UPDATE OF owner_id ON assessments
  FOR EACH ROW WHEN (OLD.owner_id IS DISTINCT FROM NEW.owner_id) EXECUTE FUNCTION owner_hands_over();

GRANT SELECT, INSERT ON membership_acts, broken_glass, quarantine_decisions TO linnet_runtime;
GRANT UPDATE (seen_at, seen_by) ON broken_glass TO linnet_runtime;
CREATE POLICY of_members ON membership_acts FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()));
CREATE POLICY by_members ON membership_acts FOR INSERT TO linnet_runtime
  WITH CHECK ((SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_memberships()));

-- Whoever breaks the glass reads what was recorded until it ends, and adds nothing.
CREATE POLICY own_glass ON broken_glass FOR INSERT TO linnet_runtime
  WITH CHECK (user_id = (SELECT asking_user()) AND (SELECT asking_device_is_good()) AND seen_at IS NULL);
CREATE POLICY own_glass_shown ON broken_glass FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND (user_id = (SELECT asking_user()) OR asking_user_owns(assessment_id)));
CREATE POLICY seen_by_owner ON broken_glass FOR UPDATE TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND asking_user_owns(assessment_id));
CREATE POLICY of_broken_glass ON assessments FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND id IN (SELECT asking_glass()));
CREATE POLICY of_broken_glass ON entries FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND assessment_id IN (SELECT asking_glass()));

CREATE POLICY of_owner ON quarantine_decisions FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND asking_user_owns(assessment_id));
CREATE POLICY by_owner ON quarantine_decisions FOR INSERT TO linnet_runtime
  WITH CHECK (
    decided_by = (SELECT asking_user()) AND (SELECT asking_device_is_good()) AND asking_user_owns(assessment_id)
  );

GRANT SELECT, INSERT ON audit TO linnet_audit;
GRANT SELECT, INSERT, UPDATE ON audit_heads TO linnet_audit;
CREATE POLICY auditing ON audit TO linnet_audit USING (true);
CREATE POLICY auditing ON audit_heads TO linnet_audit USING (true);
GRANT SELECT ON audit TO linnet_runtime;
CREATE POLICY of_members ON audit FOR SELECT TO linnet_runtime
  USING ((SELECT asking_device_is_good()) AND chain IN (SELECT 'a ' || m FROM asking_memberships() m));
