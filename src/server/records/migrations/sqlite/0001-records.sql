-- Entries are only ever added.
CREATE TABLE store (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE assessments (
  id TEXT PRIMARY KEY,
  owner_id TEXT NOT NULL,
  head INTEGER NOT NULL DEFAULT 0 CHECK (head >= 0),
  durable_through INTEGER NOT NULL DEFAULT 0 CHECK (durable_through BETWEEN 0 AND head)
) STRICT, WITHOUT ROWID;

CREATE TABLE members (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  user_id TEXT NOT NULL,
  joined_at TEXT NOT NULL,
  ended_at TEXT,
  PRIMARY KEY (user_id, assessment_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE revoked_devices (
  id TEXT PRIMARY KEY,
  revoked_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE entries (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  question TEXT NOT NULL,
  subject TEXT NOT NULL,
  hash TEXT NOT NULL,
  received_at TEXT NOT NULL,
  -- Exactly what was sent. Never read by the database.
  text TEXT NOT NULL,
  PRIMARY KEY (assessment_id, id),
  UNIQUE (assessment_id, seq)
) STRICT;

CREATE TRIGGER entries_are_not_changed BEFORE UPDATE ON entries
BEGIN
  SELECT RAISE(ABORT, 'an entry is never changed');
END;

CREATE TRIGGER entries_are_not_removed BEFORE DELETE ON entries
BEGIN
  SELECT RAISE(ABORT, 'an entry is never removed');
END;

CREATE TABLE quarantine (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  entry_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  why TEXT NOT NULL,
  hash TEXT NOT NULL,
  received_at TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (assessment_id, entry_id, user_id, hash)
) STRICT;
