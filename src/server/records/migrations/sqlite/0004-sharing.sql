-- "decided_by" is the entry that decided last how this person stands; null when no entry did.
ALTER TABLE members ADD COLUMN decided_by TEXT;
ALTER TABLE members ADD COLUMN invited_by TEXT;
ALTER TABLE members ADD COLUMN purpose TEXT;
ALTER TABLE members ADD COLUMN lawful_basis TEXT;
CREATE INDEX members_of_assessment ON members (assessment_id);

-- What each membership entry did. "why" is null when it took effect.
CREATE TABLE membership_acts (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  entry_id TEXT NOT NULL,
  seq INTEGER NOT NULL,
  actor_id TEXT NOT NULL,
  subject_id TEXT NOT NULL,
  act TEXT NOT NULL,
  why TEXT,
  PRIMARY KEY (assessment_id, entry_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE broken_glass (
  id TEXT PRIMARY KEY,
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  user_id TEXT NOT NULL,
  reason TEXT NOT NULL,
  broken_at TEXT NOT NULL,
  ends_at TEXT NOT NULL,
  -- When the owner has said that they know.
  seen_at TEXT,
  seen_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX broken_glass_of_user ON broken_glass (user_id, ends_at);
CREATE INDEX broken_glass_of_assessment ON broken_glass (assessment_id);

CREATE TABLE quarantine_decisions (
  assessment_id TEXT NOT NULL REFERENCES assessments (id),
  entry_id TEXT NOT NULL,
  user_id TEXT NOT NULL,
  hash TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('take-in', 'leave')),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  PRIMARY KEY (assessment_id, entry_id, user_id, hash, decision)
) STRICT, WITHOUT ROWID;

-- One chain for each assessment, and one of the server. Each line's hash is over the line and the hash before it.
CREATE TABLE audit (
  chain TEXT NOT NULL,
  number INTEGER NOT NULL CHECK (number > 0),
  at TEXT NOT NULL,
  who TEXT,
  what TEXT NOT NULL,
  detail TEXT NOT NULL,
  -- What is noted once only is noted under a name.
  once TEXT,
  before TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (chain, number)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX audit_once ON audit (chain, once);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'a line of the audit is never changed');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'a line of the audit is never removed');
END;

CREATE TABLE audit_heads (
  chain TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  hash TEXT NOT NULL,
  key TEXT NOT NULL,
  signature TEXT NOT NULL
) STRICT, WITHOUT ROWID;
