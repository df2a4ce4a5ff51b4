-- A topic as a table, read from its beginning to what is its end at that moment. A broker that wants TLS or a password is described
-- here, by options that begin with 'properties.'.
CREATE TEMPORARY TABLE messages (rollout STRING, id BIGINT, item STRING) WITH (
  'connector' = 'kafka',
  'topic' = '${TOPIC}',
  'properties.bootstrap.servers' = '${KAFKA}',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);
SET 'execution.runtime-mode' = 'batch';
