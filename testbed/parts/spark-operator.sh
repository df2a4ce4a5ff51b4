# shellcheck shell=bash
# What is needed to install the Spark operator: its image in the registry, under the name that its chart gives, and its own
# chart in the repository of charts. Whoever wants it installs it by Helm; the chart's definitions and certificates come with it.

spark-operator_build() {
  image_spark_operator
  [ -f "$CHARTS/spark-operator-$SPARK_OPERATOR_VERSION.tgz" ] && return 0
  local source
  source=$(go_source "$SPARK_OPERATOR") || exit 1
  chart spark-operator $SPARK_OPERATOR_VERSION "$source/charts/spark-operator-chart"
}

spark-operator_up() { push_image spark-operator "kubeflow/spark-operator/controller:$SPARK_OPERATOR_VERSION"; }

spark-operator_ready() {
  holds "$SPARK_OPERATOR_VERSION" curl -sf "http://$NODE_IP:5000/v2/kubeflow/spark-operator/controller/tags/list" &&
    holds "spark-operator-$SPARK_OPERATOR_VERSION.tgz" curl -sf "http://$NODE_IP:$CHARTS_PORT/index.yaml"
}
spark-operator_down() { :; }
