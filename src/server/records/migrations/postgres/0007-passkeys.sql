-- What somebody shows beside a password, in the place of an authenticator's code. The handle is what a passkey calls its user.
CREATE TABLE passkeys (
  id text COLLATE "C" PRIMARY KEY,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id),
  handle text COLLATE "C" NOT NULL,
  public_key text COLLATE "C" NOT NULL,
  counter bigint NOT NULL,
  made_at text COLLATE "C" NOT NULL
);
CREATE INDEX passkeys_of_user ON passkeys (user_id);

-- What a passkey was asked to sign, and for what. Each is good once.
CREATE TABLE passkey_challenges (
  challenge_hash text COLLATE "C" PRIMARY KEY,
  asked_for text COLLATE "C" NOT NULL,
  expires_at text COLLATE "C" NOT NULL
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['passkeys', 'passkey_challenges']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY accounts ON %I TO linnet_accounts USING (true)', name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE, DELETE ON passkeys TO linnet_accounts;
GRANT SELECT, INSERT, DELETE ON passkey_challenges TO linnet_accounts;
