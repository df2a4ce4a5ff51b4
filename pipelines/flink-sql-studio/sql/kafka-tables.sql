-- Source in Avro and sink in JSON, over TLS with a password; the values come from the environment's file. The connector
-- for SQL has Kafka's classes under names of its own, so that the login module is called so too.
CREATE TABLE kafka_avro_source (
    user_id BIGINT,
    item_id STRING,
    category_id STRING,
    behavior STRING,
    ts TIMESTAMP(3),
    WATERMARK FOR ts AS ts - INTERVAL '5' SECOND
) WITH (
    'connector' = 'kafka',
    'topic' = '${KAFKA_ENV}_user_behavior',
    'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
    'properties.group.id' = 'flink-consumer-group',
    'properties.security.protocol' = 'SASL_SSL',
    'properties.sasl.mechanism' = 'SCRAM-SHA-256',
    'properties.ssl.truststore.location' = '/etc/aiven/truststore.jks',
    'properties.ssl.truststore.password' = '${KAFKA_TRUSTSTORE_PASSWORD}',
    'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
    'scan.startup.mode' = 'earliest-offset',
    'format' = 'avro'
);

CREATE TABLE kafka_json_sink (
    user_id BIGINT,
    item_count BIGINT,
    last_behavior STRING,
    window_start TIMESTAMP(3),
    window_end TIMESTAMP(3)
) WITH (
    'connector' = 'kafka',
    'topic' = '${KAFKA_ENV}_user_behavior_aggregated',
    'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
    'properties.security.protocol' = 'SASL_SSL',
    'properties.sasl.mechanism' = 'SCRAM-SHA-256',
    'properties.ssl.truststore.location' = '/etc/aiven/truststore.jks',
    'properties.ssl.truststore.password' = '${KAFKA_TRUSTSTORE_PASSWORD}',
    'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
    'format' = 'json'
);

INSERT INTO kafka_json_sink
SELECT
    user_id,
    COUNT(*) AS item_count,
    FIRST_VALUE(behavior) AS last_behavior,
    TUMBLE_START(ts, INTERVAL '1' MINUTE) AS window_start,
    TUMBLE_END(ts, INTERVAL '1' MINUTE) AS window_end
FROM kafka_avro_source
GROUP BY user_id, TUMBLE(ts, INTERVAL '1' MINUTE);
