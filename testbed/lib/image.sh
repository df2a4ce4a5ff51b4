# shellcheck shell=bash
# Images: packed by images/pack.py into $CACHE/images, and imported into the test bed's containerd.

IMAGES=$CACHE/images
CONTAINERD=/run/slipway-testbed/containerd.sock

ctr() { command ctr -a "$CONTAINERD" -n k8s.io "$@"; }

# layer OUT.tar FOLDER USER: a layer that is the same whenever the folder's content is the same.
layer() {
  tar --sort=name --mtime=@0 --numeric-owner --owner="$3" --group="$3" -C "$2" -cf "$1.new" . && mv "$1.new" "$1"
}

# one_file_image NAME FILE: an image of one static program.
one_file_image() {
  local name=$1 work=$IMAGES/work/$1
  rm -rf "$work" && mkdir -p "$work/root"
  cp "$2" "$work/root/$name"
  layer "$work/layer.tar" "$work/root" 0
  echo "{\"Entrypoint\": [\"/$name\"]}" >"$work/config.json"
  python3 "$TESTBED/images/pack.py" "localhost/testbed/$name:1" "$IMAGES/$name.tar" "$work/config.json" "$work/layer.tar"
  rm -rf "$work"
}

# import_image FILE.tar: unless just this archive is in containerd already.
import_image() {
  local stamp
  stamp=$CACHE/containerd/.imported-$(basename "$1")
  [ "$stamp" -nt "$1" ] && return 0
  ctr images import "$1" >/dev/null || die "containerd does not take $1: delete it and run testbed/up again"
  touch "$stamp"
}
