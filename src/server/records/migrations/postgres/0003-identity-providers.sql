CREATE TABLE identity_providers (
  agency_id text COLLATE "C" PRIMARY KEY REFERENCES agencies (id),
  issuer text COLLATE "C" NOT NULL,
  client_id text COLLATE "C" NOT NULL,
  client_secret text COLLATE "C" NOT NULL
);

-- Who somebody is to their provider: never by e-mail address, which can be given to somebody else.
CREATE TABLE identities (
  issuer text COLLATE "C" NOT NULL,
  subject text COLLATE "C" NOT NULL,
  user_id text COLLATE "C" NOT NULL REFERENCES users (id),
  bound_at text COLLATE "C" NOT NULL,
  PRIMARY KEY (issuer, subject)
);

-- Somebody who was sent to their provider and has not come back. Each is good once.
CREATE TABLE departures (
  state_hash text COLLATE "C" PRIMARY KEY,
  browser_hash text COLLATE "C" NOT NULL,
  agency_id text COLLATE "C" NOT NULL REFERENCES agencies (id),
  nonce text COLLATE "C" NOT NULL,
  verifier text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL,
  device_name text COLLATE "C" NOT NULL,
  back_to text COLLATE "C" NOT NULL,
  invitation_hash text COLLATE "C",
  expires_at text COLLATE "C" NOT NULL
);

DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['identity_providers', 'identities', 'departures']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY accounts ON %I TO linnet_accounts USING (true)', name);
  END LOOP;
END
$$;

GRANT SELECT, INSERT, UPDATE ON identity_providers TO linnet_accounts;
GRANT SELECT, INSERT ON identities TO linnet_accounts;
GRANT SELECT, INSERT, DELETE ON departures TO linnet_accounts;
