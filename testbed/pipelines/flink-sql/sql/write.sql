CREATE TEMPORARY TABLE numbers (n BIGINT) WITH (
  'connector' = 'datagen',
  'number-of-rows' = '100',
  'fields.n.kind' = 'sequence',
  'fields.n.start' = '0',
  'fields.n.end' = '99'
);
INSERT INTO events SELECT n, 'a note; with a semicolon' FROM numbers;
