# shellcheck shell=bash
# What ghcr.io has as apache/flink-kubernetes-operator:1.7.0, made of its jars on Maven Central: the last version that is there
# whole. Its plug-ins, the file systems among them, are left out: it fetches jars of session jobs over HTTP only.

FLINK_OPERATOR_VERSION=1.7.0
FLINK_OPERATOR_JARS=(
  org.apache.flink:flink-kubernetes-operator:$FLINK_OPERATOR_VERSION
  org.apache.flink:flink-kubernetes-standalone:$FLINK_OPERATOR_VERSION
)

image_flink_operator() {
  image_base
  maven_tree "$CACHE/jars/flink-operator" "${FLINK_OPERATOR_JARS[@]}"
  local stamp work=$IMAGES/work/flink-operator
  stamp="$(cat "$CACHE/jars/flink-operator/.stamp" "$BASE_ROOT/.stamp" "$TESTBED/images/operator-flink.sh" | sha256sum)"
  packed flink-operator "$stamp" && return 0
  say "making the Flink operator's image"
  rm -rf "$work" && mkdir -p "$work/root/opt/flink"/{lib,plugins,artifacts}
  cp "$CACHE"/jars/flink-operator/*.jar "$work/root/opt/flink/lib/"
  layer "$work/operator.tar" "$work/root" 9999
  with_user "$work/etc" flink 9999
  layer "$work/users.tar" "$work/etc" 0
  pack flink-operator '{"User": "9999", "WorkingDir": "/opt/flink",
    "Entrypoint": ["/opt/java/openjdk/bin/java", "-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dlog4j2.configurationFile=/opt/flink/conf/log4j2.properties",
      "-cp", "/opt/flink/lib/*", "org.apache.flink.kubernetes.operator.FlinkOperator"],
    "Env": ["PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "FLINK_HOME=/opt/flink", "FLINK_PLUGINS_DIR=/opt/flink/plugins", "LANG=C.UTF-8"]}' \
    "$BASE_LAYER" "$work/users.tar" "$work/operator.tar"
  rm -rf "$work"
  stamp flink-operator "$stamp"
}

# flink_operator_chart: the test bed's chart with the definitions that the operator's jar holds.
flink_operator_chart() {
  local work=$IMAGES/work/flink-operator-chart name=flink-kubernetes-operator
  rm -rf "$work" && mkdir -p "$work/jar"
  cp -r "$TESTBED/charts/$name" "$work/chart" && mkdir -p "$work/chart/crds"
  (cd "$work/jar" && "$(jdk)/bin/jar" --extract --file "$CACHE/jars/flink-operator/flink-kubernetes-operator-api-$FLINK_OPERATOR_VERSION.jar" META-INF/fabric8) ||
    die "the definitions of the Flink operator could not be read; see the lines above"
  cp "$work"/jar/META-INF/fabric8/*-v1.yml "$work/chart/crds/" || die "the Flink operator's jar has no definitions in META-INF/fabric8"
  chart "$name" "$FLINK_OPERATOR_VERSION" "$work/chart"
  rm -rf "$work"
}
