# shellcheck shell=bash
# What comes from PyPI and Maven, by their ordinary clients, kept in $CACHE/downloads and $CACHE/jars.

DOWNLOADS=$CACHE/downloads

# pypi KIND NAME VERSION: KIND is source or wheel. Prints the file.
pypi() {
  local kind=$1 name=$2 version=$3 only file
  only=--no-binary
  [ "$kind" = wheel ] && only=--only-binary
  file=$(pypi_file "$@")
  if [ -z "$file" ]; then
    python3 -m pip --version >/dev/null 2>&1 || debian python3-pip >&2
    room 2000 "downloading $name" && say "downloading $name $version" >&2
    mkdir -p "$DOWNLOADS/.new"
    python3 -m pip download -q --no-deps "$only" :all: -d "$DOWNLOADS/.new" "$name==$version" >&2 ||
      die "PyPI did not give $name $version; see the lines above"
    mv "$DOWNLOADS"/.new/* "$DOWNLOADS/" && rm -rf "$DOWNLOADS/.new"
    file=$(pypi_file "$@")
  fi
  echo "$file"
}

pypi_file() {
  local end=.tar.gz
  [ "$1" = wheel ] && end='-*.whl'
  find "$DOWNLOADS" -maxdepth 1 \( -name "$2-$3$end" -o -name "${2//-/_}-$3$end" \) 2>/dev/null | head -n 1
}

# maven_jars FOLDER ARTIFACT...: exactly these artifacts (group:artifact:version[:classifier]), without what they depend on.
maven_jars() {
  maven_copy maven_alone "$@"
  [ "$(find "$1" -name '*.jar' | wc -l)" -eq $(($# - 1)) ] || { rm -f "$1/.stamp"; die "Maven gave other jars than asked for; look into $1"; }
}

# maven_tree FOLDER ARTIFACT...: these artifacts and what they depend on.
maven_tree() { maven_copy : "$@"; }

# maven_copy EXCLUSIONS FOLDER ARTIFACT...: the function EXCLUSIONS prints what of each dependency's own is left out.
maven_copy() {
  local exclusions=$1 folder=$2 stamp
  shift 2
  stamp=$(printf '%s\n' "$@" | sha256sum)
  [ "$(cat "$folder/.stamp" 2>/dev/null)" = "$stamp" ] && return 0
  room 3000 "downloading jars"
  say "downloading $# jars from Maven"
  rm -rf "$folder" && mkdir -p "$folder"
  maven_pom "$exclusions" "$@" >"$folder/pom.xml"
  "$TESTBED/../mvnw" -q -B -f "$folder/pom.xml" org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies \
    -DincludeScope=runtime -DoutputDirectory="$folder" || die "Maven did not give all jars; see the lines above"
  echo "$stamp" >"$folder/.stamp"
}

maven_alone() { echo '<exclusions><exclusion><groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions>'; }

# maven_pom EXCLUSIONS ARTIFACT...
maven_pom() {
  local artifact group name version classifier exclusions=$1
  shift
  echo '<project xmlns="http://maven.apache.org/POM/4.0.0"><modelVersion>4.0.0</modelVersion>'
  echo '<groupId>io.slipway.testbed</groupId><artifactId>jars</artifactId><version>1</version><dependencies>'
  for artifact in "$@"; do
    IFS=: read -r group name version classifier <<<"$artifact"
    printf '<dependency><groupId>%s</groupId><artifactId>%s</artifactId><version>%s</version>%s' \
      "$group" "$name" "$version" "${classifier:+<classifier>$classifier</classifier>}"
    "$exclusions"
    echo '</dependency>'
  done
  echo '</dependencies></project>'
}

# check_sums FOLDER FILE: the jars of the folder that FILE names have the sums it says.
check_sums() { (cd "$1" && sha256sum --quiet --strict --check "$2") || die "the jars in $1 are not those that $2 names: delete the folder and run testbed/up again"; }
