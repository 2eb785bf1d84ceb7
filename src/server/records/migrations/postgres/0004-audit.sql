-- Who did what with a record, one chain for each. Rows are only ever added.
CREATE TABLE audit (
  assessment_id text COLLATE "C" NOT NULL,
  seq integer NOT NULL CHECK (seq > 0),
  at text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  what text COLLATE "C" NOT NULL,
  hash text COLLATE "C" NOT NULL,
  PRIMARY KEY (assessment_id, seq)
);
CREATE INDEX audit_of_user ON audit (assessment_id, user_id, device_id, what, at);

-- How long each chain is and with what it ends. Its row is the lock under which a chain grows.
CREATE TABLE audit_heads (
  assessment_id text COLLATE "C" PRIMARY KEY,
  count integer NOT NULL,
  head text COLLATE "C" NOT NULL
) WITH (fillfactor = 70);

ALTER TABLE audit ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts ON audit TO linnet_accounts USING (true);
ALTER TABLE audit_heads ENABLE ROW LEVEL SECURITY;
ALTER TABLE audit_heads FORCE ROW LEVEL SECURITY;
CREATE POLICY accounts ON audit_heads TO linnet_accounts USING (true);

GRANT SELECT, INSERT ON audit TO linnet_accounts;
GRANT SELECT, INSERT, UPDATE ON audit_heads TO linnet_accounts;
