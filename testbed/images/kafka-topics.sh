#!/bin/bash
# Kafka's own tool for topics, with the heap and the log that the distribution gives it: warnings and errors go to standard error.
log=$(mktemp)
trap 'rm -f "$log"' EXIT
printf 'log4j.rootLogger=WARN, stderr\nlog4j.appender.stderr=org.apache.log4j.ConsoleAppender\nlog4j.appender.stderr.layout=org.apache.log4j.PatternLayout\nlog4j.appender.stderr.layout.ConversionPattern=[%%d] %%p %%m (%%c)%%n\nlog4j.appender.stderr.Target=System.err\n' \
  >"$log"
java -Xmx256m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Dlog4j.configuration="file:$log" -cp "/opt/kafka/libs/*" \
  org.apache.kafka.tools.TopicCommand "$@"
