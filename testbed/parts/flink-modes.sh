# shellcheck shell=bash
# What the guide on Flink's deployment modes finds: Flink 2.1 in the registry, on which its own image is built, and a namespace
# with MinIO, Nessie and Kafka. Guide 000's Flink has the same names, so that the two cannot be in one.

FLINK_MODES_TAG=$FLINK_MODES_VERSION-scala_2.12-java17

flink-modes_build() {
  image_flink_modes
  image_kafka
  storage_build
}

flink-modes_up() {
  push_image apache-flink-modes "apache/flink:$FLINK_MODES_TAG"
  push_image kafka testbed/kafka:1
  storage_in flink-modes
  apply_manifest kafka flink-modes
  await 180 - flink_modes_kafka
}

flink_modes_kafka() { holds 1 kubectl -n flink-modes get deployment kafka -o 'jsonpath={.status.readyReplicas}'; }

flink-modes_ready() {
  holds "\"$FLINK_MODES_TAG\"" curl -sf "http://$NODE_IP:5000/v2/apache/flink/tags/list" && storage_is_in flink-modes && flink_modes_kafka
}
flink-modes_down() { :; }
