-- The catalog of the platform: names in Nessie, files in MinIO. It lasts as long as the session; what it names stays.
CREATE CATALOG lakehouse WITH (
  'type' = 'iceberg',
  'catalog-impl' = 'org.apache.iceberg.nessie.NessieCatalog',
  'uri' = 'http://nessie:19120/api/v2',
  'client-api-version' = '2',
  'ref' = 'main',
  'warehouse' = 's3a://${BUCKET}/warehouse'
);
SET 'execution.runtime-mode' = 'batch';
