# shellcheck shell=bash
# Images: packed by images/pack.py into $IMAGES. What Kubernetes itself needs is imported into containerd; everything else
# is pushed to the test bed's registry and pulled from there, as on any cluster.

IMAGES=$CACHE/images
CONTAINERD=/run/slipway-testbed$NUMBER/containerd.sock
CONTAINERD_ROOT=$CACHE/containerd$NUMBER
REGISTRY=image-registry.openshift-image-registry.svc:5000

ctr() { command ctr -a "$CONTAINERD" -n k8s.io "$@"; }

# layer OUT.tar FOLDER [USER]: a layer that is the same whenever the folder's content is; all of it belongs to USER if named.
layer() {
  mkdir -p "$(dirname "$1")"
  tar --sort=name --mtime=@0 --numeric-owner ${3:+--owner=$3 --group=$3} -C "$2" -cf "$1.new" . && mv "$1.new" "$1"
}

# pack NAME CONFIG LAYER...: the archive $IMAGES/NAME.tar.
pack() {
  local name=$1 config=$2
  shift 2
  python3 "$TESTBED/images/pack.py" "$IMAGES/$name.new" "$config" "$@" ||
    die "packing the image $name failed; the lines above say why"
  mv "$IMAGES/$name.new" "$IMAGES/$name.tar"
}

# packed NAME STAMP...: whether the archive is there and was made from what the stamp says, in today's form.
packed() {
  local name=$1
  shift
  [ -f "$IMAGES/$name.tar" ] && [ "$(cat "$IMAGES/.$name.stamp" 2>/dev/null)" = "$* $(image_form)" ]
}
stamp() {
  local name=$1
  shift
  echo "$* $(image_form)" >"$IMAGES/.$name.stamp"
}
image_form() { sha256sum <"$TESTBED/images/pack.py"; }

# one_file_image NAME FILE: an image of one static program.
one_file_image() {
  local name=$1 work=$IMAGES/work/$1
  rm -rf "$work" && mkdir -p "$work/root"
  cp "$2" "$work/root/$name"
  layer "$work/layer.tar" "$work/root" 0
  pack "$name" "{\"Entrypoint\": [\"/$name\"]}" "$work/layer.tar"
  rm -rf "$work"
}

# import_image NAME: as localhost/testbed/NAME:1 into containerd, unless just this archive is there still: the kubelet deletes images.
import_image() {
  local stamp=$CONTAINERD_ROOT/.imported-$1
  [ "$stamp" -nt "$IMAGES/$1.tar" ] && holds "localhost/testbed/$1:1" ctr images ls -q && return 0
  ctr images import --index-name "localhost/testbed/$1:1" "$IMAGES/$1.tar" >/dev/null ||
    die "containerd does not take $IMAGES/$1.tar: delete it and run testbed/up again"
  touch "$stamp"
}

# push_image NAME REPOSITORY:TAG: into the registry, unless just this archive was pushed there already.
push_image() {
  is_pushed "$1" && return 0
  python3 "$TESTBED/images/push.py" "$IMAGES/$1.tar" "http://$NODE_IP:5000" "$2" ||
    die "the registry does not take $IMAGES/$1.tar; the lines above say why"
  # The node keeps what it has pulled under a tag, from earlier runs too, and would not look again.
  local host
  for host in docker.io ghcr.io "$REGISTRY"; do ctr images rm "$host/$2" >/dev/null 2>&1; done
  touch "$CACHE/registry/.pushed-$1"
}

is_pushed() { [ "$CACHE/registry/.pushed-$1" -nt "$IMAGES/$1.tar" ]; }
