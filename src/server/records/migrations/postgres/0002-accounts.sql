-- A third role that owns nothing: it opens sessions. The one that works with records sees no account, and this one no record.
DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'linnet_accounts') THEN
    CREATE ROLE linnet_accounts NOLOGIN NOSUPERUSER NOBYPASSRLS;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END
$$;
DO $$
BEGIN
  IF current_setting('server_version_num')::int >= 160000 THEN
    EXECUTE 'GRANT linnet_accounts TO CURRENT_USER WITH INHERIT FALSE, SET TRUE';
  ELSE
    EXECUTE 'GRANT linnet_accounts TO CURRENT_USER';
  END IF;
END
$$;

-- Times are ISO 8601 in UTC with milliseconds, so that their order as text is their order in time.
CREATE TABLE agencies (
  id text COLLATE "C" PRIMARY KEY,
  name text COLLATE "C" NOT NULL,
  created_at text COLLATE "C" NOT NULL
);

CREATE TABLE users (
  id text COLLATE "C" PRIMARY KEY,
  agency_id text COLLATE "C" NOT NULL REFERENCES agencies (id),
  email text COLLATE "C" NOT NULL UNIQUE,
  name text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  access text COLLATE "C" NOT NULL CHECK (access IN ('practitioner', 'supervisor', 'administrator')),
  -- Neither for those who sign in with their agency's provider.
  password_hash text COLLATE "C",
  totp_secret text COLLATE "C",
  -- The last step of the authenticator that was used: an earlier one, or the same again, opens nothing.
  totp_step integer NOT NULL DEFAULT 0,
  created_at text COLLATE "C" NOT NULL,
  ended_at text COLLATE "C"
);

CREATE TABLE invitations (
  token_hash text COLLATE "C" PRIMARY KEY,
  agency_id text COLLATE "C" NOT NULL REFERENCES agencies (id),
  email text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  access text COLLATE "C" NOT NULL CHECK (access IN ('practitioner', 'supervisor', 'administrator')),
  totp_secret text COLLATE "C" NOT NULL,
  -- Null: whoever runs the server.
  invited_by text COLLATE "C",
  created_at text COLLATE "C" NOT NULL,
  expires_at text COLLATE "C" NOT NULL,
  used_at text COLLATE "C"
);

CREATE TABLE devices (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id),
  -- What the device calls itself. Another user's device may say the same.
  client_id text COLLATE "C" NOT NULL,
  name text COLLATE "C" NOT NULL,
  first_seen_at text COLLATE "C" NOT NULL,
  last_seen_at text COLLATE "C" NOT NULL,
  UNIQUE (user_id, client_id)
);

CREATE TABLE sessions (
  token_hash text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id),
  device_id text COLLATE "C" NOT NULL REFERENCES devices (id),
  created_at text COLLATE "C" NOT NULL,
  seen_at text COLLATE "C" NOT NULL,
  expires_at text COLLATE "C" NOT NULL
);
CREATE INDEX sessions_of_user ON sessions (user_id);

-- Whose an author's id is. The first account that names it has it for good.
CREATE TABLE author_owners (
  author_id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id)
);

CREATE TABLE authors (
  author_id text COLLATE "C" NOT NULL REFERENCES author_owners (author_id),
  name text COLLATE "C" NOT NULL,
  role text COLLATE "C" NOT NULL,
  agency text COLLATE "C" NOT NULL,
  claimed_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (author_id, name, role, agency)
);
CREATE INDEX author_owners_of_user ON author_owners (user_id);

-- Tries to sign in, counted by account and by address. Both are hashes.
CREATE TABLE attempts (
  key text COLLATE "C" PRIMARY KEY,
  count integer NOT NULL,
  ends_at text COLLATE "C" NOT NULL
);

-- Whoever owns the tables sees no more without the role.
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['agencies', 'users', 'invitations', 'devices', 'sessions', 'author_owners', 'authors', 'attempts']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY accounts ON %I TO linnet_accounts USING (true)', name);
  END LOOP;
END
$$;

-- People, agencies, devices and authors are never removed: what they recorded names them.
GRANT SELECT, INSERT ON agencies, author_owners, authors TO linnet_accounts;
GRANT SELECT, INSERT, UPDATE ON users, invitations, devices TO linnet_accounts;
GRANT SELECT, INSERT, UPDATE, DELETE ON sessions, attempts TO linnet_accounts;
GRANT SELECT ON revoked_devices TO linnet_accounts;
