-- Housekeeping of the events table, for the scheduled jobs: few large files, and no history older than it need be.
CALL iceberg.system.rewrite_data_files(table => 'analytics.events', options => map('min-input-files', '5'));

CALL iceberg.system.expire_snapshots(table => 'analytics.events', retain_last => 20);
