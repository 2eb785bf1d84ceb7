-- Times are ISO 8601 in UTC with milliseconds, so that their order as text is their order in time.
CREATE TABLE agencies (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  email TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  access TEXT NOT NULL CHECK (access IN ('practitioner', 'supervisor', 'administrator')),
  -- Neither for those who sign in with their agency's provider.
  password_hash TEXT,
  totp_secret TEXT,
  -- The last step of the authenticator that was used: an earlier one, or the same again, opens nothing.
  totp_step INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE invitations (
  token_hash TEXT PRIMARY KEY,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  email TEXT NOT NULL,
  role TEXT NOT NULL,
  access TEXT NOT NULL CHECK (access IN ('practitioner', 'supervisor', 'administrator')),
  totp_secret TEXT NOT NULL,
  -- Null: whoever runs the server.
  invited_by TEXT,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE devices (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  -- What the device calls itself. Another user's device may say the same.
  client_id TEXT NOT NULL,
  name TEXT NOT NULL,
  first_seen_at TEXT NOT NULL,
  last_seen_at TEXT NOT NULL,
  UNIQUE (user_id, client_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  device_id TEXT NOT NULL REFERENCES devices (id),
  created_at TEXT NOT NULL,
  seen_at TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_user ON sessions (user_id);

-- Whose an author's id is. The first account that names it has it for good.
CREATE TABLE author_owners (
  author_id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id)
) STRICT, WITHOUT ROWID;

CREATE TABLE authors (
  author_id TEXT NOT NULL REFERENCES author_owners (author_id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  agency TEXT NOT NULL,
  claimed_at TEXT NOT NULL,
  PRIMARY KEY (author_id, name, role, agency)
) STRICT, WITHOUT ROWID;
CREATE INDEX author_owners_of_user ON author_owners (user_id);

-- Tries to sign in, counted by account and by address. Both are hashes.
CREATE TABLE attempts (
  key TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  ends_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
