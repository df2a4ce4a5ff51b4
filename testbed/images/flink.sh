# shellcheck shell=bash
# What Docker Hub has as apache/flink:VERSION-scala_2.12-java17, made from PyPI: the libraries from apache-flink-libraries, the
# scripts and the configuration from the wheel of apache-flink. Different: Debian in place of Ubuntu, no jemalloc, and an entry
# point of ours, which knows FLINK_PROPERTIES of what the published one reads. The examples of Flink 1.20 are from Maven Central;
# those of Flink 2 are published nowhere, and the two that the guide needs are compiled here.

FLINK_VERSION=1.20.0
FLINK_MODES_VERSION=2.1.0
FLINK_EXAMPLES=org.apache.flink:flink-examples-streaming:$FLINK_VERSION
# The distribution has it, PyPI's libraries have not.
FLINK_MODES_GATEWAY=org.apache.flink:flink-sql-gateway:$FLINK_MODES_VERSION

image_flink() { flink_image apache-flink $FLINK_VERSION flink_published; }
image_flink_modes() { flink_image apache-flink-modes $FLINK_MODES_VERSION flink_compiled; }

# flink_image NAME VERSION REST: the function REST is given Flink's home, and puts there what else the distribution has.
flink_image() {
  image_base
  local name=$1 version=$2 rest=$3 stamp work=$IMAGES/work/$1 home libraries wheel
  home=$work/root/opt/flink
  stamp="$version $(cat "$BASE_ROOT/.stamp" "$TESTBED"/images/flink* "$TESTBED"/images/examples/flink/* | sha256sum)"
  packed "$name" "$stamp" && return 0
  libraries=$(pypi source apache-flink-libraries "$version") || exit 1
  # The scripts are the same for every Python; any wheel will do.
  wheel=$(pypi wheel apache-flink "$version") || exit 1
  say "making the image of Flink $version"
  rm -rf "$work" && mkdir -p "$work/unpacked" "$home"/{log,usrlib,examples/streaming}
  tar -xzf "$libraries" -C "$work/unpacked" --strip-components 1 || die "$libraries is broken: delete it and run testbed/up again"
  (cd "$work/unpacked" && python3 -m zipfile -e "$wheel" .) || die "$wheel is broken: delete it and run testbed/up again"
  mv "$work"/unpacked/deps/{lib,opt,plugins,bin} "$home/"
  cp "$work"/unpacked/pyflink/bin/* "$home/bin/"
  mv "$work/unpacked/pyflink/conf" "$home/conf"
  chmod 755 "$home"/bin/*.sh "$home/bin/flink"
  "$rest" "$home"
  layer "$work/flink.tar" "$work/root" 9999
  with_user "$work/etc" flink 9999
  install -D -m 755 "$TESTBED/images/flink-entrypoint.sh" "$work/etc/docker-entrypoint.sh"
  layer "$work/users.tar" "$work/etc" 0
  pack "$name" '{"User": "9999", "WorkingDir": "/opt/flink", "Entrypoint": ["/docker-entrypoint.sh"],
    "Env": ["PATH=/opt/flink/bin:/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
      "JAVA_HOME=/opt/java/openjdk", "FLINK_HOME=/opt/flink", "LANG=C.UTF-8"],
    "ExposedPorts": {"6123/tcp": {}, "8081/tcp": {}}}' \
    "$BASE_LAYER" "$work/users.tar" "$work/flink.tar"
  rm -rf "$work"
  stamp "$name" "$stamp"
}

flink_published() {
  maven_jars "$CACHE/jars/flink-examples" "$FLINK_EXAMPLES"
  local jar=$CACHE/jars/flink-examples/flink-examples-streaming-$FLINK_VERSION.jar
  flink_example "$1" "$jar" wordcount.WordCount
  flink_example "$1" "$jar" windowing.TopSpeedWindowing
}

flink_compiled() {
  local classes=$1/../classes
  maven_jars "$CACHE/jars/flink-modes" "$FLINK_MODES_GATEWAY"
  cp "$CACHE"/jars/flink-modes/flink-sql-gateway-*.jar "$1/opt/"
  mkdir -p "$classes"
  "$(jdk)/bin/javac" -nowarn --release 17 -cp "$1/lib/*" -d "$classes" "$TESTBED"/images/examples/flink/*.java &&
    "$(jdk)/bin/jar" --create --date=2026-01-01T00:00:00Z --file "$classes.jar" -C "$classes" . || die "compiling Flink's examples failed; the lines above say why"
  flink_example "$1" "$classes.jar" wordcount.WordCount
  flink_example "$1" "$classes.jar" statemachine.StateMachineExample
  rm -r "$classes" "$classes.jar"
}

# flink_example HOME JAR CLASS: the distribution has a jar for each example, which says what to run.
flink_example() {
  local jar=$1/examples/streaming/${3#*.}.jar
  cp "$2" "$jar"
  "$(jdk)/bin/jar" --update --file "$jar" --main-class "org.apache.flink.streaming.examples.$3" || die "making $jar failed; the lines above say why"
}
