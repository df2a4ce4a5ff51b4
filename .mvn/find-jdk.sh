# Finds a JDK of release 21 or newer and exports JAVA_HOME. Sourced by ./mvnw and ./slipway, so it is plain sh, and it
# starts no process, because every start of slipway comes through here.
# A JAVA_HOME that is new enough is taken as it is; otherwise the newest JDK on PATH or in the usual places wins.

slipway_read_release() { # sets slipway_release to the feature release of the JDK in $1, or 0
  slipway_release=0
  [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 0
  while IFS= read -r _line || [ -n "$_line" ]; do
    case $_line in
      JAVA_VERSION=\"[0-9]*)
        _line=${_line#JAVA_VERSION=\"}
        slipway_release=${_line%%[!0-9]*}
        return 0
        ;;
    esac
  done <"$1/release"
}

slipway_jdk_release() { # prints the feature release of the JDK in $1, or 0
  slipway_read_release "$1"
  echo "$slipway_release"
}

slipway_find_jdk() {
  if [ -n "${JAVA_HOME:-}" ]; then
    slipway_read_release "$JAVA_HOME"
    if [ "$slipway_release" -ge 21 ]; then
      export JAVA_HOME
      return 0
    fi
  fi
  _best=0 _best_home=
  _on_path=$(command -v javac 2>/dev/null || true)
  [ ! -L "$_on_path" ] || _on_path=$(readlink -f "$_on_path" 2>/dev/null || echo "$_on_path")
  _on_path=${_on_path%/*/*}
  for _home in "${JAVA_HOME:-}" "$_on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "${HOME:-/}"/.sdkman/candidates/java/* \
    "${HOME:-/}"/.jdks/* "${HOME:-/}"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home \
    /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
    [ -n "$_home" ] && [ -d "$_home" ] || continue
    slipway_read_release "$_home"
    if [ "$slipway_release" -gt "$_best" ]; then _best=$slipway_release _best_home=$_home; fi
  done
  if [ "$_best" -lt 21 ]; then
    echo "slipway needs a JDK of release 21 or newer; the newest found is ${_best_home:-none} (release $_best)." >&2
    echo "Install one (for example Temurin 21 or 25) and set JAVA_HOME to its folder." >&2
    return 1
  fi
  slipway_release=$_best
  export JAVA_HOME="$_best_home"
}

slipway_find_jdk
