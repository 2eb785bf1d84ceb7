-- Two roles that own nothing. linnet_runtime works for whoever is signed in, and sees only what is theirs; linnet_keeper
-- works for the administration. Roles are of the whole cluster: another database of it may have made them already.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linnet_runtime') THEN
    CREATE ROLE linnet_runtime NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linnet_keeper') THEN
    CREATE ROLE linnet_keeper NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
-- To become either is to say so (SET ROLE): by merely inheriting the second, whoever connects would see everything. Before
-- version 16 that cannot be said of one grant, so make the user that connects NOINHERIT there.
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE 'GRANT linnet_runtime, linnet_keeper TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
  ELSE
    EXECUTE 'GRANT linnet_runtime, linnet_keeper TO CURRENT_USER';
  END IF;
END
$$;

CREATE TABLE store (
  name text PRIMARY KEY,
  value text NOT NULL
);

CREATE TABLE assessments (
  id text COLLATE "C" PRIMARY KEY,
  owner_id text COLLATE "C" NOT NULL,
  head bigint NOT NULL DEFAULT 0 CHECK (head >= 0),
  durable_through bigint NOT NULL DEFAULT 0 CHECK (durable_through BETWEEN 0 AND head)
) WITH (fillfactor = 70);

CREATE TABLE members (
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  user_id text COLLATE "C" NOT NULL,
  joined_at text NOT NULL,
  ended_at text,
  PRIMARY KEY (user_id, assessment_id)
);

CREATE TABLE revoked_devices (
  id text COLLATE "C" PRIMARY KEY,
  revoked_at text NOT NULL
);

-- "text" is exactly what was sent, and never read by the database: jsonb would reorder it, and refuses U+0000.
CREATE TABLE entries (
  assessment_id text COLLATE "C" NOT NULL,
  id text COLLATE "C" NOT NULL,
  seq bigint NOT NULL CHECK (seq > 0),
  question text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  received_at text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  PRIMARY KEY (assessment_id, id),
  UNIQUE (assessment_id, seq)
) PARTITION BY HASH (assessment_id);

DO $$
BEGIN
  FOR part IN 0..15 LOOP
    EXECUTE format('CREATE TABLE entries_%s PARTITION OF entries FOR VALUES WITH (MODULUS 16, REMAINDER %s)', part, part);
    EXECUTE format('ALTER TABLE entries_%s ENABLE ROW LEVEL SECURITY', part);
    EXECUTE format('ALTER TABLE entries_%s FORCE ROW LEVEL SECURITY', part);
  END LOOP;
END
$$;

CREATE TABLE quarantine (
  assessment_id text COLLATE "C" NOT NULL REFERENCES assessments (id),
  entry_id text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  why text NOT NULL,
  hash text COLLATE "C" NOT NULL,
  received_at text COLLATE "C" NOT NULL,
  text text COLLATE "C" NOT NULL,
  PRIMARY KEY (assessment_id, entry_id, user_id, hash)
);

-- Who asks, and from which device: set for one transaction. Nobody when they are not set.
CREATE FUNCTION asking_user() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.user_id', true), '');
CREATE FUNCTION asking_device_is_good() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE
  RETURN nullif(current_setting('app.device_id', true), '') IS NOT NULL
    AND NOT EXISTS (SELECT FROM revoked_devices d WHERE d.id = current_setting('app.device_id', true));

-- In plpgsql, whose statements are looked at when they run: written into the policy below, the two tables' policies would
-- name one another without end.
CREATE FUNCTION asking_user_owns(assessment text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  RETURN EXISTS (SELECT FROM assessments a WHERE a.id = assessment AND a.owner_id = asking_user());
END
$$;

ALTER TABLE assessments ENABLE ROW LEVEL SECURITY;
ALTER TABLE assessments FORCE ROW LEVEL SECURITY;
ALTER TABLE members ENABLE ROW LEVEL SECURITY;
ALTER TABLE members FORCE ROW LEVEL SECURITY;
ALTER TABLE entries ENABLE ROW LEVEL SECURITY;
ALTER TABLE entries FORCE ROW LEVEL SECURITY;
ALTER TABLE quarantine ENABLE ROW LEVEL SECURITY;
ALTER TABLE quarantine FORCE ROW LEVEL SECURITY;

GRANT SELECT ON store, revoked_devices TO linnet_runtime;
GRANT SELECT, INSERT, UPDATE (head) ON assessments TO linnet_runtime;
GRANT SELECT, INSERT ON members, entries, quarantine TO linnet_runtime;

CREATE POLICY own_row ON members FOR SELECT TO linnet_runtime
  USING (user_id = (SELECT asking_user()));
CREATE POLICY own_beginning ON members FOR INSERT TO linnet_runtime
  WITH CHECK (user_id = (SELECT asking_user()) AND ended_at IS NULL AND asking_user_owns(assessment_id));

CREATE POLICY of_members ON assessments FOR SELECT TO linnet_runtime
  USING (
    owner_id = (SELECT asking_user())
    OR id IN (SELECT m.assessment_id FROM members m WHERE m.user_id = (SELECT asking_user()) AND m.ended_at IS NULL)
  );
CREATE POLICY own_beginning ON assessments FOR INSERT TO linnet_runtime
  WITH CHECK (owner_id = (SELECT asking_user()) AND head = 0 AND durable_through = 0);
CREATE POLICY by_members ON assessments FOR UPDATE TO linnet_runtime
  USING (
    (SELECT asking_device_is_good())
    AND id IN (SELECT m.assessment_id FROM members m WHERE m.user_id = (SELECT asking_user()) AND m.ended_at IS NULL)
  );

CREATE POLICY of_members ON entries FOR SELECT TO linnet_runtime
  USING (
    (SELECT asking_device_is_good())
    AND assessment_id IN
      (SELECT m.assessment_id FROM members m WHERE m.user_id = (SELECT asking_user()) AND m.ended_at IS NULL)
  );
CREATE POLICY by_members ON entries FOR INSERT TO linnet_runtime
  WITH CHECK (
    (SELECT asking_device_is_good())
    AND assessment_id IN
      (SELECT m.assessment_id FROM members m WHERE m.user_id = (SELECT asking_user()) AND m.ended_at IS NULL)
  );

CREATE POLICY own_sending ON quarantine FOR INSERT TO linnet_runtime
  WITH CHECK (
    user_id = (SELECT asking_user())
    AND assessment_id IN (SELECT m.assessment_id FROM members m WHERE m.user_id = (SELECT asking_user()))
  );
CREATE POLICY of_owner ON quarantine FOR SELECT TO linnet_runtime
  USING (assessment_id IN (SELECT a.id FROM assessments a WHERE a.owner_id = (SELECT asking_user())));

GRANT SELECT, INSERT, UPDATE ON store, revoked_devices, members TO linnet_keeper;
GRANT SELECT, UPDATE ON assessments TO linnet_keeper;
GRANT SELECT ON entries, quarantine TO linnet_keeper;
CREATE POLICY keeping ON assessments TO linnet_keeper USING (true);
CREATE POLICY keeping ON members TO linnet_keeper USING (true);
CREATE POLICY keeping ON entries FOR SELECT TO linnet_keeper USING (true);
CREATE POLICY keeping ON quarantine FOR SELECT TO linnet_keeper USING (true);
