-- What a backup reads as linnet_keeper, which reads every record already.
GRANT SELECT ON membership_acts, quarantine_decisions TO linnet_keeper;
CREATE POLICY keeping ON membership_acts FOR SELECT TO linnet_keeper USING (true);
CREATE POLICY keeping ON quarantine_decisions FOR SELECT TO linnet_keeper USING (true);
