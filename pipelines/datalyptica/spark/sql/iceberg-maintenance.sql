-- Housekeeping of the events table: few large files in place of many small ones. Snapshots are not expired here: tables
-- in Nessie have gc.enabled=false, because other branches may still use their files; Nessie's own collector does that.
CALL iceberg.system.rewrite_data_files(table => 'analytics.events', options => map('min-input-files', '5'));

CALL iceberg.system.rewrite_manifests('analytics.events');
