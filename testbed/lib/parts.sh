# shellcheck shell=bash
# The parts of the test bed in the order in which they start. Each has a file in parts/ with four functions: NAME_build
# (install, build, pack; needs no running part), NAME_up (start and await; safe to repeat), NAME_ready, NAME_down.

ALL_PARTS=(network etcd apiserver controllers containerd node dns temporal registry metrics images storage openshift kwok temporal-postgres peers)
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

load_parts() {
  local file
  for file in common process mounts build download image; do
    # shellcheck source=/dev/null
    . "$TESTBED/lib/$file.sh"
  done
  for file in "$TESTBED"/images/{base,spark,flink,platform,builder}.sh "$TESTBED"/parts/*.sh; do
    # shellcheck source=/dev/null
    . "$file"
  done
}

# One testbed/up or testbed/down at a time.
lock() {
  mkdir -p "$CACHE"
  exec 9>"$CACHE/lock"
  flock -n 9 || die "another testbed/up or testbed/down is at work; wait for it"
}
