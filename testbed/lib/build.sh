# shellcheck shell=bash
# Programs built from their sources by Go's ordinary client, kept in $BIN. A stamp beside each says what it was built
# from; a build that was killed leaves no stamp, and is done again.

export GOPATH=$CACHE/go GOCACHE=$CACHE/go-build CGO_ENABLED=0 GOTOOLCHAIN=${GOTOOLCHAIN:-auto}
export GOFLAGS="${GOFLAGS:-} -buildvcs=false -trimpath"

needs_go() {
  command -v go >/dev/null || die "Go is not installed; it builds Kubernetes and Temporal. Install Go 1.24 or newer from go.dev/dl and run testbed/up again"
}

# built NAME STAMP: whether the program is there and was built from what STAMP says.
built() { [ -x "$BIN/$1" ] && [ "$(cat "$BIN/.$1.stamp" 2>/dev/null)" = "$2" ]; }

# go_module NAME [FLAG...]: builds testbed/go/NAME.
go_module() {
  local name=$1 from stamp
  shift
  from=$TESTBED/go/$name
  stamp=$(cat "$from"/go.mod "$from"/go.sum "$from"/*.go | sha256sum)
  built "$name" "$stamp" && return 0
  needs_go
  room 6000 "building $name"
  say "building $name"
  mkdir -p "$BIN"
  : >"$CACHE/.go-was-used"
  (cd "$from" && go build -ldflags "-s -w ${*-}" -o "$BIN/.$name.new" .) || die "building $name failed; the lines above say why"
  mv "$BIN/.$name.new" "$BIN/$name" && echo "$stamp" >"$BIN/.$name.stamp"
}

# go_program NAME PACKAGE@VERSION: builds a published program. Each has a lock: two builds that run side by side may want one.
go_program() {
  built "$1" "$2" && return 0
  mkdir -p "$BIN"
  (
    flock 8
    built "$1" "$2" || go_install "$@"
  ) 8>"$BIN/.$1.lock" || exit 1
}

go_install() {
  needs_go
  room 6000 "building $1"
  say "building $1 from $2"
  local into=$BIN/.install/$1
  mkdir -p "$into"
  : >"$CACHE/.go-was-used"
  GOBIN=$into go install -ldflags "-s -w" "$2" || die "building $1 failed; the lines above say why"
  local package=${2%@*}
  mv "$into/$(basename "$package")" "$BIN/$1" && echo "$2" >"$BIN/.$1.stamp"
}

# go_source MODULE@VERSION: the folder of a module's files, which nobody may change. Prints it.
go_source() {
  needs_go
  GOFLAGS='' go mod download -json "$1" | sed -n 's/^\t"Dir": "\(.*\)",$/\1/p' | grep . || die "Go did not give $1; see the lines above"
}

# go_copy NAME MODULE@VERSION FOLDER: builds a program from a copy of its module: `go install` takes none whose go.mod has
# lines with replace. A folder api/ that is a module of its own is not in the copy; it is taken as published.
go_copy() {
  built "$1" "$2" && return 0
  local source copy=$CACHE/source/$1
  source=$(go_source "$2") || exit 1
  room 6000 "building $1"
  say "building $1 from $2"
  chmod -R u+w "$copy" 2>/dev/null
  rm -rf "$copy" && mkdir -p "$CACHE/source" "$BIN" && cp -r "$source" "$copy" && chmod -R u+w "$copy"
  : >"$CACHE/.go-was-used"
  (cd "$copy" && go mod edit -dropreplace "${2%@*}/api" && GOFLAGS="$GOFLAGS -mod=mod" go build -ldflags "-s -w" -o "$BIN/.$1.new" "$3") || die "building $1 failed; the lines above say why"
  mv "$BIN/.$1.new" "$BIN/$1" && rm -rf "$copy" && echo "$2" >"$BIN/.$1.stamp"
}

# Go's build cache serves the builds of one testbed/up, and would keep 9 GB for versions that hardly ever change.
forget_build_cache() {
  [ -f "$CACHE/.go-was-used" ] || return 0
  go clean -cache && rm -f "$CACHE/.go-was-used"
}

# debian PACKAGE...: installs those that are not there. One at a time: dpkg has one lock, and does not wait for it.
debian() {
  mkdir -p "$CACHE"
  (
    flock 8
    debian_install "$@"
  ) 8>"$CACHE/.apt.lock" || exit 1
}

debian_install() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  # Nothing may start by itself: a containerd of the machine is not ours.
  {
    apt-get update -qq &&
      RUNLEVEL=1 DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
  } >"$CACHE/apt.log" 2>&1 || { tail -n 5 "$CACHE/apt.log" >&2; die "installing Debian packages failed; $CACHE/apt.log has it all"; }
}

# java_runtime OUT MODULE,...: a Java runtime with these modules and java.se, of the JDK that builds Slipway.
java_runtime() {
  "$(jdk)/bin/jlink" --add-modules "java.se,$2" --strip-debug --no-header-files --no-man-pages --output "$1" ||
    die "jlink failed; the lines above say why"
}

# The home of the JDK that builds Slipway: release 21 or newer.
jdk() { (unset JAVA_HOME && . "$TESTBED/../.mvn/find-jdk.sh" && echo "$JAVA_HOME") || die "no JDK of release 21 or newer"; }
