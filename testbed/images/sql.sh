# shellcheck shell=bash
# Kafka, and Flink 1.20 with its SQL Gateway, Avro, the Kafka connector and S3. The jars of gateway and S3, which the distribution has and
# PyPI's libraries have not, are from Maven Central; so are Avro and the connector, the latter for Flink 1.19 (see stand-ins.txt). Kafka is its jars from there,
# in place of apache/kafka, with scripts of ours that start the server and its tool for topics, which is where it is in that image.

KAFKA_VERSION=3.9.1
SQL_JARS=(
  org.apache.flink:flink-sql-gateway:$FLINK_VERSION
  org.apache.flink:flink-sql-gateway-api:$FLINK_VERSION
  org.apache.flink:flink-sql-connector-kafka:3.2.0-1.19
  org.apache.flink:flink-sql-avro:$FLINK_VERSION
  org.apache.flink:flink-sql-avro-confluent-registry:$FLINK_VERSION
  org.apache.flink:flink-s3-fs-hadoop:$FLINK_VERSION
)

image_kafka() {
  image_base
  maven_tree "$CACHE/jars/kafka" org.apache.kafka:{kafka_2.13,kafka-tools}:"$KAFKA_VERSION" org.slf4j:slf4j-reload4j:1.7.36
  local stamp work=$IMAGES/work/kafka
  stamp="$(cat "$CACHE/jars/kafka/.stamp" "$BASE_ROOT/.stamp" "$TESTBED"/images/{sql.sh,kafka-entrypoint.sh,kafka-topics.sh} | sha256sum)"
  packed kafka "$stamp" && return 0
  say "making the image of Kafka"
  rm -rf "$work" && mkdir -p "$work"/root/opt/kafka/{bin,libs} "$work/root/var/lib/kafka"
  cp "$CACHE"/jars/kafka/*.jar "$work/root/opt/kafka/libs/"
  install -m 755 "$TESTBED/images/kafka-entrypoint.sh" "$work/root/opt/kafka/start.sh"
  install -m 755 "$TESTBED/images/kafka-topics.sh" "$work/root/opt/kafka/bin/kafka-topics.sh"
  layer "$work/kafka.tar" "$work/root" 1001
  with_user "$work/etc" kafka 1001
  layer "$work/users.tar" "$work/etc" 0
  pack kafka '{"User": "1001", "WorkingDir": "/opt/kafka", "Entrypoint": ["/opt/kafka/start.sh"],
    "Env": ["PATH=/opt/java/openjdk/bin:/usr/local/bin:/usr/bin:/bin", "JAVA_HOME=/opt/java/openjdk", "LANG=C.UTF-8"],
    "ExposedPorts": {"9093/tcp": {}}}' "$BASE_LAYER" "$work/users.tar" "$work/kafka.tar"
  rm -rf "$work"
  stamp kafka "$stamp"
}

image_flink_sql() {
  image_flink
  maven_jars "$CACHE/jars/flink-sql" "${SQL_JARS[@]}"
  local stamp work=$IMAGES/work/flink-sql home
  home=$work/root/opt/flink
  stamp="$(cat "$CACHE/jars/flink-sql/.stamp" "$IMAGES/.apache-flink.stamp" "$TESTBED/images/sql.sh" | sha256sum)"
  packed flink-sql "$stamp" && return 0
  say "making the image of Flink with its SQL Gateway"
  rm -rf "$work" && mkdir -p "$home"/{lib,opt,plugins/s3-fs-hadoop}
  cp "$CACHE"/jars/flink-sql/flink-sql-{connector-kafka,gateway-api,avro}-*.jar "$home/lib/"
  cp "$CACHE/jars/flink-sql/flink-s3-fs-hadoop-$FLINK_VERSION.jar" "$home/plugins/s3-fs-hadoop/"
  cp "$CACHE/jars/flink-sql/flink-sql-gateway-$FLINK_VERSION.jar" "$home/opt/"
  layer "$work/sql.tar" "$work/root" 9999
  pack flink-sql '{"User": "9999", "WorkingDir": "/opt/flink", "Entrypoint": ["/docker-entrypoint.sh"],
    "Env": ["PATH=/opt/flink/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "FLINK_HOME=/opt/flink", "LANG=C.UTF-8"],
    "ExposedPorts": {"6123/tcp": {}, "8081/tcp": {}, "8083/tcp": {}}}' "image:$IMAGES/apache-flink.tar" "$work/sql.tar"
  rm -rf "$work"
  stamp flink-sql "$stamp"
}
