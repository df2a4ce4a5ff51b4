-- A bounded source that is made here, and a view on it.
CREATE TEMPORARY TABLE numbers (n BIGINT) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '100',
  'fields.n.kind' = 'sequence',
  'fields.n.start' = '0',
  'fields.n.end' = '99'
);
CREATE TEMPORARY VIEW kinds AS SELECT IF(MOD(n, 2) = 0, 'even', 'odd') AS kind FROM numbers; -- a semicolon; in a comment
SELECT kind, COUNT(*) FROM kinds GROUP BY kind ORDER BY kind;
