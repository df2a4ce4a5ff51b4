#!/bin/bash
# What a Flink container starts: one of the daemons in the foreground, or a command of its own. The configuration is the
# folder $FLINK_HOME/conf, which the guide mounts whole; nothing is changed in it.
set -e

case "${1:-}" in
  jobmanager | taskmanager | standalone-job | historyserver)
    daemon=$1
    shift
    exec "$FLINK_HOME/bin/$daemon.sh" start-foreground "$@"
    ;;
  *) exec "$@" ;;
esac
