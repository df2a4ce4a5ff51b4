# shellcheck shell=bash
# What earlier guides would have installed: MinIO with its client, and Nessie.

MINIO_SERVER=github.com/minio/minio@v0.0.0-20260212201848-7aac2a2c5b7c
MINIO_CLIENT=github.com/minio/mc@v0.0.0-20250313080218-cf909e1063a9
NESSIE=org.projectnessie.nessie:nessie-quarkus:0.99.0:runner

image_minio() {
  image_base
  go_program minio "$MINIO_SERVER"
  go_program mc "$MINIO_CLIENT"
  local stamp work=$IMAGES/work/minio
  stamp="$MINIO_SERVER $MINIO_CLIENT $(sha256sum <"$BASE_ROOT/.stamp")"
  packed minio "$stamp" && return 0
  rm -rf "$work" && mkdir -p "$work/usr/local/bin"
  cp "$BIN/minio" "$BIN/mc" "$work/usr/local/bin/"
  layer "$IMAGES/layers/minio.tar" "$work" 0
  pack minio '{"Entrypoint": ["/usr/local/bin/minio"], "Env": ["PATH=/usr/local/bin:/usr/bin:/bin", "MC_CONFIG_DIR=/tmp/mc"]}' \
    "$BASE_LAYER" "$IMAGES/layers/minio.tar"
  rm -rf "$work" "$IMAGES/layers/minio.tar"
  stamp minio "$stamp"
}

# Nessie wants Java 21: a runtime is made from the JDK that builds Slipway.
image_nessie() {
  image_base
  maven_jars "$CACHE/jars/nessie" "$NESSIE"
  local stamp work=$IMAGES/work/nessie
  stamp="$NESSIE $(sha256sum <"$BASE_ROOT/.stamp") $(grep JAVA_VERSION= "$(jdk)/release")"
  packed nessie "$stamp" && return 0
  say "making the Nessie image"
  rm -rf "$work" && mkdir -p "$work/opt/nessie"
  java_runtime "$work/opt/nessie/java" jdk.unsupported,jdk.crypto.ec,jdk.naming.dns,jdk.management,jdk.zipfs,jdk.localedata
  cp "$CACHE"/jars/nessie/nessie-quarkus-*-runner.jar "$work/opt/nessie/nessie.jar"
  layer "$IMAGES/layers/nessie.tar" "$work" 0
  pack nessie '{"User": "1001", "Entrypoint": ["/opt/nessie/java/bin/java", "-jar", "/opt/nessie/nessie.jar"]}' \
    "$BASE_LAYER" "$IMAGES/layers/nessie.tar"
  rm -rf "$work" "$IMAGES/layers/nessie.tar"
  stamp nessie "$stamp"
}
