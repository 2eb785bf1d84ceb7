-- Nothing to change here: the number is that of the other database, whose backups this one can restore.
SELECT 1;
