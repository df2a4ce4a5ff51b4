-- The rows of this rollout in place of those of the one before, so that writing twice does no harm.
CREATE DATABASE IF NOT EXISTS lakehouse.flink_modes;
CREATE TABLE IF NOT EXISTS lakehouse.flink_modes.cargo (rollout STRING, id BIGINT, item STRING);
INSERT OVERWRITE lakehouse.flink_modes.cargo VALUES
  ('${ROLLOUT}', 1, 'anchor'),
  ('${ROLLOUT}', 2, 'rope'),
  ('${ROLLOUT}', 3, 'sail');
