# shellcheck shell=bash
# What is needed to install the Flink Kubernetes Operator: its image in the registry, under the name that its chart gives, and a
# chart in the repository of charts, with a jar of Flink's examples beside it for session jobs. A pipeline installs it by Helm.

flink-operator_build() {
  image_flink
  image_flink_operator
  flink_operator_chart
  cp "$CACHE/jars/flink-examples/flink-examples-streaming-$FLINK_VERSION.jar" "$CHARTS/" || die "there is no jar of Flink's examples: delete $CACHE/jars/flink-examples and run testbed/up again"
}

flink-operator_up() {
  push_image apache-flink apache/flink:1.20.0-scala_2.12-java17
  push_image flink-operator "apache/flink-kubernetes-operator:$FLINK_OPERATOR_VERSION"
}

flink-operator_ready() {
  holds "$FLINK_OPERATOR_VERSION" curl -sf "http://$NODE_IP:5000/v2/apache/flink-kubernetes-operator/tags/list" &&
    holds "flink-kubernetes-operator-$FLINK_OPERATOR_VERSION.tgz" curl -sf "http://$NODE_IP:$CHARTS_PORT/index.yaml"
}
flink-operator_down() { :; }
