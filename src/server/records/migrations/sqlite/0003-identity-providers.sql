CREATE TABLE identity_providers (
  agency_id TEXT PRIMARY KEY REFERENCES agencies (id),
  issuer TEXT NOT NULL,
  client_id TEXT NOT NULL,
  client_secret TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Who somebody is to their provider: never by e-mail address, which can be given to somebody else.
CREATE TABLE identities (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  bound_at TEXT NOT NULL,
  PRIMARY KEY (issuer, subject)
) STRICT, WITHOUT ROWID;

-- Somebody who was sent to their provider and has not come back. Each is good once.
CREATE TABLE departures (
  state_hash TEXT PRIMARY KEY,
  browser_hash TEXT NOT NULL,
  agency_id TEXT NOT NULL REFERENCES agencies (id),
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  device_id TEXT NOT NULL,
  device_name TEXT NOT NULL,
  back_to TEXT NOT NULL,
  invitation_hash TEXT,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
