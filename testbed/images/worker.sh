# shellcheck shell=bash
# The worker's image, by its own Dockerfile: what a container engine makes of it, on images of ours for those that it begins with.

# What Docker Hub has as eclipse-temurin:25-jdk and 25-jre: the JDK that builds Slipway, and a runtime made from it.
image_temurin() {
  image_base
  local stamp kind work=$IMAGES/work/temurin env='{"Env": ["PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "JAVA_HOME=/opt/java/openjdk", "LANG=C.UTF-8"]}'
  stamp="$(cat "$BASE_ROOT/.stamp" "$(jdk)/release" | sha256sum)"
  packed temurin-jdk "$stamp" && packed temurin-jre "$stamp" && return 0
  say "making the images of Java that the worker's stands on"
  rm -rf "$work" && mkdir -p "$work"/{jdk,jre}/opt/java
  cp -rL "$(jdk)" "$work/jdk/opt/java/openjdk" || die "the JDK could not be copied; the lines above say why"
  rm -rf "$work/jdk/opt/java/openjdk"/{jmods,lib/src.zip}
  java_runtime "$work/jre/opt/java/openjdk" jdk.unsupported,jdk.crypto.ec,jdk.naming.dns,jdk.management,jdk.zipfs,jdk.localedata,jdk.charsets,jdk.net,jdk.security.auth,jdk.httpserver,jdk.jfr
  for kind in jdk jre; do
    layer "$work/$kind.tar" "$work/$kind" 0
    pack "temurin-$kind" "$env" "$BASE_LAYER" "$work/$kind.tar"
    stamp "temurin-$kind" "$stamp"
  done
  rm -rf "$work"
}

# Built as `docker build -f deploy/worker/Dockerfile .` would, by buildah, with the machine's own Maven repository in the first stage.
image_worker() {
  image_temurin
  local stamp
  stamp="$(cat "$IMAGES/.temurin-jre.stamp") $(worker_sources)"
  packed slipway-worker "$stamp" && return 0
  room 6000 "building the worker's image"
  say "building the worker's image by its Dockerfile"
  debian buildah ca-certificates
  rm -rf "$IMAGES/work/buildah" && mkdir -p "$IMAGES/work/buildah" "$HOME/.m2"
  worker_buildah >"$IMAGES/slipway-worker.log" 2>&1 ||
    { tail -n 15 "$IMAGES/slipway-worker.log" >&2; die "building deploy/worker/Dockerfile failed; $IMAGES/slipway-worker.log has it all"; }
  mv "$IMAGES/slipway-worker.new" "$IMAGES/slipway-worker.tar"
  unmount_below "$IMAGES/work/buildah"
  rm -rf --one-file-system "$IMAGES/work/buildah"
  stamp slipway-worker "$stamp"
}

worker_buildah() {
  local kind id work=$IMAGES/work/buildah context
  context=$(dirname "$TESTBED")
  echo '{"default": [{"type": "insecureAcceptAnything"}]}' >"$work/policy.json"
  local buildah=(buildah --root "$work/storage" --runroot "$work/run" --storage-driver overlay)
  for kind in jdk jre; do
    id=$("${buildah[@]}" pull --quiet --signature-policy "$work/policy.json" "oci-archive:$IMAGES/temurin-$kind.tar") &&
      "${buildah[@]}" tag "$id" "docker.io/library/eclipse-temurin:25-$kind" || return 1
  done
  "${buildah[@]}" build --isolation chroot --pull=never --signature-policy "$work/policy.json" --volume "$HOME/.m2:/root/.m2" \
    --file "$context/deploy/worker/Dockerfile" --tag slipway-worker:0.1.0 "$context" &&
    rm -f "$IMAGES/slipway-worker.new" &&
    "${buildah[@]}" push --disable-compression --signature-policy "$work/policy.json" slipway-worker:0.1.0 "oci-archive:$IMAGES/slipway-worker.new"
}

# A word that is another when anything that goes into the image is.
worker_sources() {
  (cd "$TESTBED/.." && find pom.xml ./*/pom.xml ./*/src/main pipelines .mvn mvnw deploy/worker .dockerignore "$TESTBED/images/worker.sh" -type f -print0 |
    sort -z | xargs -0 sha256sum | sha256sum)
}
