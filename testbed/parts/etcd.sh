# shellcheck shell=bash
# The store of the API server. It forgets nothing in a run, but does not wait for the disk: the run is all it is for.

etcd_build() { go_module etcd; }

etcd_up() {
  node_daemon etcd "$BIN/etcd" --data-dir "$RUN/etcd" --unsafe-no-fsync --log-level warn \
    --listen-client-urls http://127.0.0.1:2379 --advertise-client-urls http://127.0.0.1:2379 \
    --listen-peer-urls http://127.0.0.1:2380 --auto-compaction-retention 5m
  await 30 etcd etcd_ready
}

etcd_ready() { alive etcd && in_node curl -sf http://127.0.0.1:2379/health; }
etcd_down() { stop etcd; }
