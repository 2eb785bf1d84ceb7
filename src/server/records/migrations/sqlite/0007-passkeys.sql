-- What somebody shows beside a password, in the place of an authenticator's code. The handle is what a passkey calls its user.
CREATE TABLE passkeys (
  id TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  handle TEXT NOT NULL,
  public_key TEXT NOT NULL,
  counter INTEGER NOT NULL,
  made_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX passkeys_of_user ON passkeys (user_id);

-- What a passkey was asked to sign, and for what. Each is good once.
CREATE TABLE passkey_challenges (
  challenge_hash TEXT PRIMARY KEY,
  asked_for TEXT NOT NULL,
  expires_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
