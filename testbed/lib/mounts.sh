# shellcheck shell=bash

# unmount_below FOLDER: whatever is mounted in it, the innermost first.
unmount_below() {
  local point
  awk -v top="$1/" 'index($2, top) == 1 { print $2 }' /proc/self/mounts | sort -r | while read -r point; do
    umount -l "$point" 2>/dev/null
  done
  return 0
}
