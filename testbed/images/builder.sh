# shellcheck shell=bash
# What builds images in the cluster: a builder with buildah and git, and a Maven image for the Dockerfiles' first stage.

# What Docker Hub has as maven:3.9.11-eclipse-temurin-17. The cluster has no way out, so Maven finds what the Dockerfiles
# ask for in a local repository in the image, and is told to stay offline.
image_maven() {
  image_base
  local stamp work=$IMAGES/work/maven artifact lists
  lists=("$TESTBED"/../pipelines/{datalyptica,flink-modes}/docker/*/*.txt)
  stamp="3.9.11 $(cat "$BASE_ROOT/.stamp" "${lists[@]}" "$TESTBED"/images/{builder.sh,stand-ins.txt} | sha256sum)"
  packed maven "$stamp" && return 0
  room 5000 "the jars of the images"
  say "making the Maven image"
  rm -rf "$work" && mkdir -p "$work/usr/share/maven" "$work/usr/bin"
  maven_distribution "$work/usr/share/maven"
  ln -s ../share/maven/bin/mvn "$work/usr/bin/mvn"
  while read -r artifact; do maven_offline "$artifact"; done < <(grep -hv '^#' "${lists[@]}" | sort -u)
  mkdir -p "$work/usr/share/maven-repository"
  cp -al "$CACHE/maven-repository/." "$work/usr/share/maven-repository/"
  rm -rf "$work/usr/share/maven-repository/.copied"
  cat >"$work/usr/share/maven/conf/settings.xml" <<'EOF'
<settings>
  <localRepository>/usr/share/maven-repository</localRepository>
  <offline>true</offline>
</settings>
EOF
  layer "$IMAGES/layers/maven.tar" "$work" 0
  pack maven '{"Env": ["PATH=/opt/java/openjdk/bin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin", "JAVA_HOME=/opt/java/openjdk"]}' \
    "$BASE_LAYER" "$IMAGES/layers/maven.tar"
  rm -rf "$work" "$IMAGES/layers/maven.tar"
  stamp maven "$stamp"
}

# maven_offline ARTIFACT: puts it, or what stands in for it, into the repository that goes into the image, by the plug-in
# that the Dockerfiles call: so that is there too.
maven_offline() {
  local wanted=$1 taken group name version folder
  taken=$(awk -v wanted="$wanted" '$1 == wanted { print $2 }' "$TESTBED/images/stand-ins.txt")
  "$TESTBED/../mvnw" -q -B -Dmaven.repo.local="$CACHE/maven-repository" --strict-checksums \
    org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy -Dartifact="${taken:-$wanted}" \
    -DoutputDirectory="$CACHE/maven-repository/.copied" </dev/null || die "Maven did not give ${taken:-$wanted}; see the lines above"
  [ -n "$taken" ] || return 0
  IFS=: read -r group name version <<<"$wanted"
  folder=$CACHE/maven-repository/${group//.//}/$name/$version
  mkdir -p "$folder"
  mv "$CACHE/maven-repository/.copied/$name-${taken##*:}.jar" "$folder/$name-$version.jar"
  printf '<project><modelVersion>4.0.0</modelVersion><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version></project>\n' \
    "$group" "$name" "$version" >"$folder/$name-$version.pom"
}

# maven_distribution FOLDER: the Maven that ./mvnw has downloaded.
maven_distribution() {
  local home
  home=$("$TESTBED/../mvnw" -B --version | sed -n 's/^Maven home: //p')
  [ -x "${home:-none}/bin/mvn" ] || die "./mvnw --version names no Maven home; run ./mvnw --version by hand to see why"
  cp -a "$home/." "$1/"
}

image_builder() {
  image_base
  local stamp work=$IMAGES/work/builder-files
  stamp="$(cat "$BASE_ROOT/.stamp" "$TESTBED"/images/build* | sha256sum)"
  packed builder "$stamp" && return 0
  say "making the builder image"
  [ -f "$IMAGES/layers/buildah.tar" ] || with_packages buildah buildah git crun
  rm -rf "$work" && mkdir -p "$work/etc/containers" "$work/usr/local/bin"
  install -m 755 "$TESTBED/images/build.sh" "$work/usr/local/bin/build"
  cat >"$work/etc/containers/registries.conf" <<EOF
unqualified-search-registries = ["docker.io"]
[[registry]]
prefix = "docker.io"
location = "$REGISTRY"
insecure = true
[[registry]]
location = "$REGISTRY"
insecure = true
EOF
  echo '{"default": [{"type": "insecureAcceptAnything"}]}' >"$work/etc/containers/policy.json"
  layer "$IMAGES/layers/builder.tar" "$work" 0
  pack builder '{"Entrypoint": ["/usr/local/bin/build"], "Env": ["PATH=/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"]}' \
    "$BASE_LAYER" "$IMAGES/layers/buildah.tar" "$IMAGES/layers/builder.tar"
  rm -rf "$work"
  stamp builder "$stamp"
}
