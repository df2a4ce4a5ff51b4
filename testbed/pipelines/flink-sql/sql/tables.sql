CREATE TEMPORARY TABLE events (
  id BIGINT,
  note STRING
) WITH (
  'connector' = 'kafka',
  'topic' = '${TOPIC}',
  'properties.bootstrap.servers' = 'kafka:9093',
  'properties.group.id' = 'slipway',
  'properties.security.protocol' = 'SASL_SSL',
  'properties.sasl.mechanism' = 'SCRAM-SHA-256',
  'properties.ssl.truststore.location' = '/etc/kafka-client/truststore.jks',
  'properties.ssl.truststore.password' = '${KAFKA_TRUSTSTORE_PASSWORD}',
  'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${KAFKA_USERNAME}" password="${KAFKA_PASSWORD}";',
  'scan.startup.mode' = 'earliest-offset',
  'scan.bounded.mode' = 'latest-offset',
  'format' = 'json'
);
