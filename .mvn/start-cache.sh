# The start-up cache of ./slipway: makes it when it is not there, and adds to options what lets Java use it.
# Needs: root, cache, jar, kind, servers, JAVA_HOME, java, slipway_release, options, say; and lock.sh.
#
# A cache belongs to one jar and one JDK. Its name says so, so that another jar, another JDK or another clone makes its
# own. JDK 25 and newer: an ahead-of-time cache, made from a training run. Older: an archive that Java makes at exit.

# Java passes over a cache that is damaged or does not fit; it must do so in silence, because its warnings go to stdout.
quiet=(-Xlog:disable -Xlog:all=off)

of_jdk_and_jar() { # sets slipway_tail to what tells this JDK, this path of the jar and this jar from others
  local place=$JAVA_HOME:$jar sum=0 i code times line=$'\n'
  for ((i = 0; i < ${#place}; i++)); do
    printf -v code %d "'${place:i:1}"
    sum=$(((sum * 31 + code) & 0xffffffffffff))
  done
  times=$(stat -c %Y-%s "$JAVA_HOME/release" "$jar" 2>/dev/null || stat -f %m-%z "$JAVA_HOME/release" "$jar" 2>/dev/null)
  slipway_tail=$sum-${times//$line/-}
}

# What the training learnt for Java's second compiler is of no use to a process that has none, and costs it a tenth of its time.
unlearnt=(-XX:+UnlockDiagnosticVMOptions -XX:-AOTReplayTraining)

training() { # makes $1/cache from a command that does what most commands of its kind do
  export SLIPWAY_HOME=$1/.slipway NO_COLOR=1
  # Nothing of this is to reach the servers and stores that the caller has named.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS SLIPWAY_STORE KUBECONFIG "${!TEMPORAL_@}"
  cd "$1" || return 1
  local pipeline=first-steps record=(-XX:AOTCacheOutput="$1/cache")
  "$java" "${options[@]}" "${quiet[@]}" -jar "$jar" init first-steps || return 1
  if [ "$kind" = engine ]; then
    "$java" "${options[@]}" "${quiet[@]}" "${record[@]}" -jar "$jar" run first-steps --sandbox --yes || return 1
  else
    # Methods that the training ran often would be compiled before they are needed, on a core that short commands need.
    record+=(-XX:+UnlockDiagnosticVMOptions -XX:-AOTRecordTraining)
    [ -f "$root/pipelines/datalyptica/pipeline.yaml" ] && pipeline=$root/pipelines/datalyptica
    "$java" "${options[@]}" "${quiet[@]}" "${record[@]}" -jar "$jar" check "$pipeline" || return 1
  fi
  # With this mode Java refuses to start when it cannot use the cache.
  "$java" "${options[@]}" "${unlearnt[@]}" -XX:AOTMode=on -XX:AOTCache="$1/cache" -jar "$jar" --version
}

train() { # train ARCHIVE: leaves ARCHIVE, or ARCHIVE.failed so that it is not tried at every start
  local work
  work=$(mktemp -d "$cache/training.XXXXXX" 2>/dev/null) || return 1
  say "preparing the start-up cache (once) ..."
  rm -f "${1%-*-*-*-*}"-*
  if (training "$work") >"$cache/training.log" 2>&1 </dev/null && [ -s "$work/cache" ]; then
    mv -f "$work/cache" "$1"
  else
    : >"$1.failed"
    say "the start-up cache could not be made, so starts are slower; $cache/training.log says why." \
      "It is tried again when the jar changes, or after: rm '$1.failed'"
  fi
  rm -rf "$work"
}

use_start_cache() {
  local archive
  of_jdk_and_jar
  archive=$cache/start-$kind-$slipway_tail
  if [ "$slipway_release" -lt 25 ]; then
    options+=(-Xshare:auto -XX:SharedArchiveFile="$archive" -XX:+AutoCreateSharedArchive "${quiet[@]}")
    return
  fi
  # Two starts at once: one makes the cache, the other goes on without.
  if [ ! -e "$archive" ] && [ ! -e "$archive.failed" ] && take_lock "training-$kind" nowait; then
    [ -e "$archive" ] || train "$archive"
    leave_lock "training-$kind"
  fi
  [ -s "$archive" ] || return 0
  options+=(-XX:AOTCache="$archive" "${quiet[@]}")
  [ -z "$servers" ] && options+=("${unlearnt[@]}")
}
