-- The first Iceberg table: catalog, object store and Spark agree when the row comes back.
CREATE NAMESPACE IF NOT EXISTS iceberg.analytics;

CREATE TABLE IF NOT EXISTS iceberg.analytics.events (id BIGINT, ts TIMESTAMP) USING iceberg;

INSERT INTO iceberg.analytics.events VALUES (1, current_timestamp());

SELECT id, count(*) AS times FROM iceberg.analytics.events WHERE id = 1 GROUP BY id;
