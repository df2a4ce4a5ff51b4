# shellcheck shell=bash
# The lowest layer of every image: Debian bookworm with a Java 17 runtime and the tools that the guide's commands call.

BASE_PACKAGES=openjdk-17-jre-headless,python3,tini,curl,netcat-openbsd,procps,gettext-base,ca-certificates
BASE_ROOT=$IMAGES/base
BASE_LAYER=$IMAGES/layers/base.tar

image_base() {
  debian debootstrap
  if [ "$(cat "$BASE_ROOT/.stamp" 2>/dev/null)" != "$BASE_PACKAGES" ]; then
    room 4000 "the base image"
    say "making the base image with debootstrap"
    # debootstrap mounts /proc and /sys in it while it works, and leaves them there when it is killed.
    unmount_below "$BASE_ROOT"
    rm -rf --one-file-system "$BASE_ROOT" && mkdir -p "$IMAGES/layers"
    debootstrap --variant=minbase --include="$BASE_PACKAGES" bookworm "$BASE_ROOT" >"$IMAGES/base.log" 2>&1 ||
      { tail -n 5 "$IMAGES/base.log" >&2; die "debootstrap failed; $IMAGES/base.log has it all"; }
    # Where the published images of Spark and Flink have their Java.
    mkdir -p "$BASE_ROOT/opt/java"
    ln -s ../../usr/lib/jvm/java-17-openjdk-amd64 "$BASE_ROOT/opt/java/openjdk"
    rm -f "$BASE_LAYER"
    echo "$BASE_PACKAGES" >"$BASE_ROOT/.stamp"
  fi
  [ -f "$BASE_LAYER" ] || base_layer
}

base_layer() {
  tar --sort=name --mtime=@0 --numeric-owner -C "$BASE_ROOT" -cf "$BASE_LAYER.new" \
    --exclude='./var/cache/*/*' --exclude='./var/lib/apt/lists/*' --exclude='./usr/share/doc/*' --exclude='./usr/share/man/*' \
    --exclude='./usr/share/locale/*' --exclude='./dev/*' --exclude='./proc/*' --exclude='./sys/*' --exclude='./tmp/*' --exclude=./.stamp . &&
    mv "$BASE_LAYER.new" "$BASE_LAYER"
}

# with_packages NAME PACKAGE...: a layer $IMAGES/layers/NAME.tar of Debian packages on top of the base.
with_packages() {
  local name=$1 work=$IMAGES/work/$1
  shift
  unmount_below "$work"
  rm -rf --one-file-system "$work" && mkdir -p "$work/upper" "$work/work" "$work/root"
  mount -t overlay overlay -o "lowerdir=$BASE_ROOT,upperdir=$work/upper,workdir=$work/work" "$work/root" ||
    die "cannot mount an overlay on $work; does the file system of SLIPWAY_TESTBED allow it?"
  cp /etc/resolv.conf "$work/root/etc/resolv.conf"
  chroot "$work/root" sh -c "apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq -y --no-install-recommends install $*" \
    >"$IMAGES/$name.log" 2>&1
  local failed=$?
  umount "$work/root"
  [ $failed = 0 ] || { tail -n 5 "$IMAGES/$name.log" >&2; die "installing $* into the image $name failed; $IMAGES/$name.log has it all"; }
  rm -rf "$work"/upper/var/cache/apt "$work"/upper/var/lib/apt/lists "$work"/upper/usr/share/{doc,man} "$work"/upper/etc/resolv.conf
  layer "$IMAGES/layers/$name.tar" "$work/upper"
  rm -rf "$work"
}

# users FOLDER NAME ID: the base's users and one more.
with_user() {
  mkdir -p "$1/etc"
  { cat "$BASE_ROOT/etc/passwd" && echo "$2:x:$3:$3::/opt/$2:/bin/bash"; } >"$1/etc/passwd"
  { cat "$BASE_ROOT/etc/group" && echo "$2:x:$3:"; } >"$1/etc/group"
  { cat "$BASE_ROOT/etc/shadow" && echo "$2:!:19700::::::"; } >"$1/etc/shadow"
}
