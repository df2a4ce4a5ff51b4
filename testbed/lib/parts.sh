# shellcheck shell=bash
# The parts of the test bed in the order in which they start. Each has a file in parts/ with four functions: NAME_build
# (install, build, pack; needs no running part), NAME_up (start and await; safe to repeat), NAME_ready, NAME_down.

ALL_PARTS=(network etcd apiserver controllers containerd node dns temporal registry metrics images storage openshift kwok temporal-postgres peers charts spark-operator lakefs flink-modes flink-operator sql flink-studio flux worker browser)
KUBERNETES=(network etcd apiserver controllers containerd node dns)
PLATFORM=(registry metrics images storage openshift)

# parts_of WORD...: the parts that the words stand for, in starting order, each once; all of them when there is no word.
parts_of() {
  local word part wanted=" "
  [ $# -gt 0 ] || set -- "${ALL_PARTS[@]}"
  for word in "$@"; do
    case $word in
      kubernetes) wanted+="${KUBERNETES[*]} " ;;
      platform) wanted+="${KUBERNETES[*]} ${PLATFORM[*]} " ;;
      *)
        [[ " ${ALL_PARTS[*]} " == *" $word "* ]] || die "there is no part '$word'; the parts are: kubernetes platform ${ALL_PARTS[*]}"
        wanted+="$word "
        ;;
    esac
  done
  for part in "${ALL_PARTS[@]}"; do
    if [[ $wanted == *" $part "* ]]; then echo "$part"; fi
  done
}

# build_all PART...: the images, which wait for downloads, are made while the compiler is at work on the rest. Both may want the
# same program: Go's own caches and the lock in go_program see to that. What one of them says stands above its end.
build_all() {
  local part beside=() failed=0
  exec 7>"$CACHE/.building.lock"
  flock -s 7
  for part in "$@"; do
    case $part in
      images | storage | spark-operator | lakefs | flink-modes | flink-operator | sql | flink-studio | worker | browser) beside+=("$part") ;;
    esac
  done
  (for part in "${beside[@]}"; do timed "$part"; done) &
  local images=$!
  # A subshell, so that a part that gives up does not leave the images behind that are being made.
  (for part in "$@"; do [[ " ${beside[*]} " == *" $part "* ]] || timed "$part"; done) || failed=1
  [ $failed = 0 ] || [ ${#beside[@]} = 0 ] || say "waiting for the images, which are still being made" >&2
  wait "$images" || failed=1
  [ $failed = 0 ] || exit 1
  # Unless another test bed is building with it.
  flock -n 7 && forget_build_cache
  exec 7>&-
}

# timed PART: builds it; says how long when it was more than a look.
timed() {
  local began=$SECONDS
  "${1}_build"
  [ $((SECONDS - began)) -lt 3 ] || say "built $1 in $((SECONDS - began)) s"
}

load_parts() {
  local file
  for file in common process mounts build download image; do
    # shellcheck source=/dev/null
    . "$TESTBED/lib/$file.sh"
  done
  for file in "$TESTBED"/images/{base,spark,flink,platform,builder,operators,operator-flink,sql,worker}.sh "$TESTBED"/parts/*.sh; do
    # shellcheck source=/dev/null
    . "$file"
  done
}

# One testbed/up or testbed/down at a time.
lock() {
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock$NUMBER"
  flock -n 9 || die "another testbed/up or testbed/down is at work; wait for it"
}
