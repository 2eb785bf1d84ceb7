-- Who did what with a record, one chain for each. Rows are only ever added.
CREATE TABLE audit (
  assessment_id TEXT NOT NULL,
  seq INTEGER NOT NULL CHECK (seq > 0),
  at TEXT NOT NULL,
  user_id TEXT NOT NULL,
  device_id TEXT NOT NULL,
  what TEXT NOT NULL,
  hash TEXT NOT NULL,
  PRIMARY KEY (assessment_id, seq)
) STRICT;
CREATE INDEX audit_of_user ON audit (assessment_id, user_id, device_id, what, at);

CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never changed');
END;

CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
  SELECT RAISE(ABORT, 'the audit is never removed');
END;

-- How long each chain is and with what it ends. Its row is the lock under which a chain grows.
CREATE TABLE audit_heads (
  assessment_id TEXT PRIMARY KEY,
  count INTEGER NOT NULL,
  head TEXT NOT NULL
) STRICT, WITHOUT ROWID;
