#!/bin/bash
# One Kafka server that is its own controller (KRaft). It reads /etc/kafka/server.properties, and lets in the user of KAFKA_USER and
# KAFKA_PASSWORD by SCRAM where there is one.
set -e
kafka() { java -Xmx384m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "/opt/kafka/libs/*" "$@"; }
printf 'log4j.rootLogger=WARN, out\nlog4j.appender.out=org.apache.log4j.ConsoleAppender\nlog4j.appender.out.layout=org.apache.log4j.PatternLayout\nlog4j.appender.out.layout.ConversionPattern=%%d %%p %%c: %%m%%n\n' \
  >/tmp/log4j.properties
kafka -Dlog4j.configuration=file:/tmp/log4j.properties kafka.tools.StorageTool format --ignore-formatted \
  --config /etc/kafka/server.properties --cluster-id c2xpcHdheS10ZXN0YmVkIQ \
  ${KAFKA_USER:+--add-scram "SCRAM-SHA-256=[name=$KAFKA_USER,password=$KAFKA_PASSWORD]"}
exec java -Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j.configuration=file:/tmp/log4j.properties -cp "/opt/kafka/libs/*" \
  kafka.Kafka /etc/kafka/server.properties
