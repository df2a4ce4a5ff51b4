CREATE TEMPORARY TABLE aggregated (
    user_id BIGINT,
    item_count BIGINT
) WITH (
    'connector' = 'kafka',
    'topic' = 'dev_user_behavior_aggregated',
    'properties.group.id' = 'slipway',
    'scan.startup.mode' = 'earliest-offset',
    'scan.bounded.mode' = 'latest-offset',
    'properties.bootstrap.servers' = 'kafka:9093',
    'properties.security.protocol' = 'SASL_SSL',
    'properties.sasl.mechanism' = 'SCRAM-SHA-256',
    'properties.ssl.truststore.location' = '/etc/aiven/truststore.jks',
    'properties.ssl.truststore.password' = '${KAFKA_TRUSTSTORE_PASSWORD}',
    'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
    'format' = 'json'
);

SELECT item_count FROM aggregated WHERE user_id = ${BEHAVIOUR_USER};
