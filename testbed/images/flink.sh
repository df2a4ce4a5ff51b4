# shellcheck shell=bash
# What Docker Hub has as apache/flink:1.20.0-scala_2.12-java17, made from PyPI: the libraries from apache-flink-libraries, the
# scripts and the configuration from the wheel of apache-flink, the examples from Maven Central. Different: Debian in place
# of Ubuntu, no jemalloc, and the entry point changes no configuration.

FLINK_VERSION=1.20.0
FLINK_EXAMPLES=org.apache.flink:flink-examples-streaming:$FLINK_VERSION

image_flink() {
  image_base
  local stamp work=$IMAGES/work/flink home
  home=$work/root/opt/flink
  stamp="$FLINK_VERSION $(cat "$BASE_ROOT/.stamp" "$TESTBED"/images/flink* | sha256sum)"
  packed apache-flink "$stamp" && return 0
  local libraries wheel
  libraries=$(pypi source apache-flink-libraries $FLINK_VERSION) || exit 1
  wheel=$(flink_wheel) || exit 1
  maven_jars "$CACHE/jars/flink-examples" "$FLINK_EXAMPLES"
  say "making the Flink image"
  rm -rf "$work" && mkdir -p "$work/unpacked" "$home"/{log,usrlib,examples/streaming}
  tar -xzf "$libraries" -C "$work/unpacked" --strip-components 1 || die "$libraries is broken: delete it and run testbed/up again"
  (cd "$work/unpacked" && python3 -m zipfile -e "$wheel" .) || die "$wheel is broken: delete it and run testbed/up again"
  mv "$work"/unpacked/deps/{lib,opt,plugins,bin} "$home/"
  cp "$work"/unpacked/pyflink/bin/* "$home/bin/"
  mv "$work/unpacked/pyflink/conf" "$home/conf"
  chmod 755 "$home"/bin/*.sh "$home/bin/flink"
  flink_example "$home" WordCount org.apache.flink.streaming.examples.wordcount.WordCount
  flink_example "$home" TopSpeedWindowing org.apache.flink.streaming.examples.windowing.TopSpeedWindowing
  layer "$IMAGES/layers/flink.tar" "$work/root" 9999
  with_user "$work/etc" flink 9999
  install -D -m 755 "$TESTBED/images/flink-entrypoint.sh" "$work/etc/docker-entrypoint.sh"
  layer "$IMAGES/layers/flink-users.tar" "$work/etc" 0
  pack apache-flink '{"User": "9999", "WorkingDir": "/opt/flink", "Entrypoint": ["/docker-entrypoint.sh"],
    "Env": ["PATH=/opt/flink/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "FLINK_HOME=/opt/flink", "LANG=C.UTF-8"],
    "ExposedPorts": {"6123/tcp": {}, "8081/tcp": {}}}' \
    "$BASE_LAYER" "$IMAGES/layers/flink-users.tar" "$IMAGES/layers/flink.tar"
  rm -rf "$work" "$IMAGES/layers/flink.tar"
  stamp apache-flink "$stamp"
}

# The scripts are the same for every Python; any wheel will do.
flink_wheel() { pypi wheel apache-flink $FLINK_VERSION; }

# flink_example HOME NAME CLASS: Maven Central has all examples in one jar; the distribution has a jar for each, which says what
# to run.
flink_example() {
  local jar=$1/examples/streaming/$2.jar
  cp "$CACHE/jars/flink-examples/flink-examples-streaming-$FLINK_VERSION.jar" "$jar"
  "$(jdk)/bin/jar" --update --file "$jar" --main-class "$3" || die "making $2.jar failed; the lines above say why"
}
