#!/bin/bash
# What a Flink container starts: one of the daemons in the foreground, or a command of its own. The configuration is the
# folder $FLINK_HOME/conf, into which the daemons' FLINK_PROPERTIES are written first; where it is mounted whole, as in the guide
# on the platform, nothing can be, and nothing is changed.
set -e

properties() {
  local line options=()
  [ -n "${FLINK_PROPERTIES:-}" ] && [ -w "$FLINK_HOME/conf/config.yaml" ] || return 0
  while read -r line; do
    [ -z "$line" ] || options+=("-D${line%%:*}=${line#*: }")
  done <<<"$FLINK_PROPERTIES"
  "$FLINK_HOME/bin/config-parser-utils.sh" "$FLINK_HOME/conf" "$FLINK_HOME/bin" "$FLINK_HOME/lib" "${options[@]}"
}

case "${1:-}" in
  jobmanager | taskmanager | standalone-job | historyserver)
    daemon=$1
    shift
    properties
    exec "$FLINK_HOME/bin/$daemon.sh" start-foreground "$@"
    ;;
  *) exec "$@" ;;
esac
