CREATE TEMPORARY TABLE behaviour (
    user_id BIGINT,
    item_id STRING,
    category_id STRING,
    behavior STRING,
    ts TIMESTAMP(3)
) WITH (
    'connector' = 'kafka',
    'topic' = 'dev_user_behavior',
    'properties.bootstrap.servers' = 'kafka:9093',
    'properties.security.protocol' = 'SASL_SSL',
    'properties.sasl.mechanism' = 'SCRAM-SHA-256',
    'properties.ssl.truststore.location' = '/etc/aiven/truststore.jks',
    'properties.ssl.truststore.password' = '${KAFKA_TRUSTSTORE_PASSWORD}',
    'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
    'format' = 'avro'
);

INSERT INTO behaviour
SELECT ${BEHAVIOUR_USER}, item, 'boats', 'buy', CAST(FLOOR(LOCALTIMESTAMP TO MINUTE) AS TIMESTAMP(3)) + INTERVAL '1' SECOND * later
FROM (VALUES ('anchor', 1), ('rope', 2), ('sail', 130)) AS told (item, later);
