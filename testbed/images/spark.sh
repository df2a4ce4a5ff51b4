# shellcheck shell=bash
# What Docker Hub has as apache/spark:3.5.7-scala2.12-java17-python3-ubuntu, made from PyPI's source archive of PySpark, which
# holds Spark whole. Different: Debian in place of Ubuntu, and SparkPi is compiled here (its jar is published nowhere).

SPARK_VERSION=3.5.7

image_spark() {
  image_base
  local stamp work=$IMAGES/work/spark archive
  stamp="$SPARK_VERSION $(cat "$BASE_ROOT/.stamp" "$TESTBED"/images/spark* "$TESTBED/images/examples/SparkPi.java" | sha256sum)"
  packed apache-spark "$stamp" && return 0
  archive=$(pypi source pyspark $SPARK_VERSION) || exit 1
  say "making the Spark image"
  rm -rf "$work" && mkdir -p "$work/unpacked" "$work/root/opt/spark/work-dir" "$work/root/opt/spark/conf"
  tar -xzf "$archive" -C "$work/unpacked" --strip-components 1 || die "$archive is broken: delete it and run testbed/up again"
  spark_layout "$work/unpacked" "$work/root/opt/spark"
  spark_pi "$work/root/opt/spark" "$work/classes"
  with_user "$work/etc" spark 185
  install -D -m 755 "$TESTBED/images/spark-entrypoint.sh" "$work/etc/opt/entrypoint.sh"
  layer "$IMAGES/layers/spark.tar" "$work/root" 185
  layer "$IMAGES/layers/spark-users.tar" "$work/etc" 0
  pack apache-spark '{"User": "185", "WorkingDir": "/opt/spark/work-dir", "Entrypoint": ["/opt/entrypoint.sh"],
    "Env": ["PATH=/opt/spark/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "SPARK_HOME=/opt/spark", "LANG=C.UTF-8"]}' \
    "$BASE_LAYER" "$IMAGES/layers/spark-users.tar" "$IMAGES/layers/spark.tar"
  rm -rf "$work" "$IMAGES/layers/spark.tar"
  stamp apache-spark "$stamp"
}

# spark_layout UNPACKED HOME: from how PyPI's archive is arranged to how the distribution is.
spark_layout() {
  mv "$1"/deps/{bin,sbin,jars,data} "$2/"
  mkdir -p "$2/examples/src/main" "$2/examples/jars" "$2/python/lib"
  mv "$1/deps/examples" "$2/examples/src/main/python"
  mv "$1/pyspark" "$2/python/pyspark"
  find "$1/lib" -name '*.zip' -exec mv {} "$2/python/lib/" \;
  chmod 755 "$2"/bin/* "$2"/sbin/*
  echo "Spark $SPARK_VERSION" >"$2/RELEASE"
}

# spark_pi HOME CLASSES: org.apache.spark.examples.SparkPi under the name that the guide submits.
spark_pi() {
  mkdir -p "$2"
  "$(jdk)/bin/javac" -nowarn --release 17 -cp "$1/jars/*" -d "$2" "$TESTBED/images/examples/SparkPi.java" ||
    die "compiling SparkPi failed; the lines above say why"
  "$(jdk)/bin/jar" --create --file "$1/examples/jars/spark-examples_2.12-$SPARK_VERSION.jar" -C "$2" . ||
    die "packing SparkPi failed; the lines above say why"
}
