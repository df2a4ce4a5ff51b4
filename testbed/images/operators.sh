# shellcheck shell=bash
# Images of operators, and of what they run.

SPARK_OPERATOR_VERSION=2.2.1
SPARK_OPERATOR=github.com/kubeflow/spark-operator/v2@v$SPARK_OPERATOR_VERSION

# What ghcr.io has as kubeflow/spark-operator/controller: the operator on a Spark image, whose spark-submit it calls.
image_spark_operator() {
  image_spark
  go_copy spark-operator "$SPARK_OPERATOR" ./cmd/operator
  local stamp source work=$IMAGES/work/spark-operator
  stamp="$SPARK_OPERATOR $(cat "$IMAGES/.apache-spark.stamp")"
  packed spark-operator "$stamp" && return 0
  say "making the Spark operator's image"
  source=$(go_source "$SPARK_OPERATOR") || exit 1
  rm -rf "$work" && mkdir -p "$work/root/etc/k8s-webhook-server/serving-certs" "$work/root/home/spark"
  chmod -R 777 "$work/root/etc/k8s-webhook-server" "$work/root/home/spark"
  install -D -m 755 "$BIN/spark-operator" "$work/root/usr/bin/spark-operator"
  install -D -m 755 "$source/entrypoint.sh" "$work/root/usr/bin/entrypoint.sh"
  layer "$work/operator.tar" "$work/root" 0
  pack spark-operator '{"User": "185:185", "Entrypoint": ["/usr/bin/entrypoint.sh"],
    "Env": ["PATH=/opt/spark/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "SPARK_HOME=/opt/spark", "LANG=C.UTF-8"]}' \
    "image:$IMAGES/apache-spark.tar" "$work/operator.tar"
  rm -rf "$work"
  stamp spark-operator "$stamp"
}

SPARK_LAKEFS_JARS=(
  org.apache.iceberg:iceberg-spark-runtime-3.5_2.12:1.10.0
  org.apache.hadoop:hadoop-aws:3.3.4
  com.amazonaws:aws-java-sdk-bundle:1.12.262
)

# The image of the jobs of the guide on lakeFS: Spark with Iceberg and S3, and a job of ours that stands for the guide's.
image_spark_lakefs() {
  image_spark
  maven_jars "$CACHE/jars/spark-lakefs" "${SPARK_LAKEFS_JARS[@]}"
  local stamp job=$TESTBED/images/examples/kronodroid_iceberg.py work=$IMAGES/work/spark-lakefs
  stamp="${SPARK_LAKEFS_JARS[*]} $(cat "$IMAGES/.apache-spark.stamp" "$job" | sha256sum)"
  packed spark-lakefs "$stamp" && return 0
  say "making the image of the jobs on lakeFS"
  rm -rf "$work" && mkdir -p "$work/root/opt/spark/jars"
  cp "$CACHE"/jars/spark-lakefs/*.jar "$work/root/opt/spark/jars/"
  install -D -m 644 "$job" "$work/root/opt/spark/jobs/kronodroid_iceberg.py"
  layer "$work/lakefs.tar" "$work/root" 185
  pack spark-lakefs '{"User": "185", "WorkingDir": "/opt/spark/work-dir", "Entrypoint": ["/opt/entrypoint.sh"],
    "Env": ["PATH=/opt/spark/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "SPARK_HOME=/opt/spark", "LANG=C.UTF-8"]}' \
    "image:$IMAGES/apache-spark.tar" "$work/lakefs.tar"
  rm -rf "$work"
  stamp spark-lakefs "$stamp"
}

# The stand-in for lakeFS, out of Slipway's own jars: what it needs of them, on a Java runtime of release 21 or newer.
image_lakefs() {
  image_base
  "$TESTBED/../slipway" version >/dev/null || die "Slipway, whose jars have the stand-in for lakeFS, could not be built; see the lines above"
  local stamp home work=$IMAGES/work/lakefs
  home=$work/root/opt/lakefs
  rm -rf "$work" && mkdir -p "$home/classes"
  local part library
  for part in slipway-sandbox jackson-annotations jackson-core jackson-databind jackson-dataformat-yaml slf4j-api snakeyaml-engine; do
    for library in "$TESTBED/../cli/target/lib/$part"-[0-9]*.jar; do
      (cd "$home/classes" && "$(jdk)/bin/jar" --extract --file "$library") || die "$library is broken: delete cli/target and run testbed/up again"
    done
  done
  stamp=$(cd "$home" && find classes -type f -exec sha256sum {} + | sort | cat - "$BASE_ROOT/.stamp" | sha256sum)
  if packed lakefs "$stamp"; then
    rm -rf "$work"
    return 0
  fi
  say "making the image of the stand-in for lakeFS"
  java_runtime "$home/java" jdk.unsupported,jdk.httpserver
  layer "$work/lakefs.tar" "$work/root" 0
  pack lakefs '{"User": "1001", "Entrypoint": ["/opt/lakefs/java/bin/java", "-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", "/opt/lakefs/classes",
    "io.slipway.sandbox.lakefs.LakefsServer"], "Cmd": ["0.0.0.0", "8000"]}' \
    "$BASE_LAYER" "$work/lakefs.tar"
  rm -rf "$work"
  stamp lakefs "$stamp"
}
