# Finds a JDK of release 21 or newer and exports JAVA_HOME. Sourced by ./mvnw and ./slipway.
# A JAVA_HOME that is new enough is taken as it is; otherwise the newest JDK on PATH or in the usual places wins.

slipway_jdk_release() { # the feature release of the JDK in $1, or 0
  [ -x "$1/bin/javac" ] || { echo 0; return; }
  _release=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | head -n 1)
  echo "${_release:-0}"
}

slipway_find_jdk() {
  [ -n "${JAVA_HOME:-}" ] && [ "$(slipway_jdk_release "$JAVA_HOME")" -ge 21 ] && return 0
  _best=0 _best_home=
  _on_path=$(command -v javac 2>/dev/null || true)
  [ -n "$_on_path" ] && _on_path=$(dirname "$(dirname "$(readlink -f "$_on_path" 2>/dev/null || echo "$_on_path")")")
  for _home in "${JAVA_HOME:-}" "$_on_path" /usr/lib/jvm/* /opt/java/* /opt/jdk* "$HOME"/.sdkman/candidates/java/* \
    "$HOME"/.jdks/* "$HOME"/.asdf/installs/java/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*; do
    [ -n "$_home" ] && [ -d "$_home" ] || continue
    _found=$(slipway_jdk_release "$_home")
    if [ "$_found" -gt "$_best" ]; then _best=$_found _best_home=$_home; fi
  done
  if [ "$_best" -lt 21 ]; then
    echo "slipway needs a JDK of release 21 or newer; the newest found is ${_best_home:-none} (release $_best)." >&2
    echo "Install one (for example Temurin 21 or 25) and set JAVA_HOME to its folder." >&2
    return 1
  fi
  export JAVA_HOME="$_best_home"
}

slipway_find_jdk
