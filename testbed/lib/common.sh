# shellcheck shell=bash
# What every script of the test bed shares: where things are, how it speaks, and what it needs of the machine.

TESTBED=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
# Kept between runs: binaries, downloads, images. Safe to delete when the test bed is down.
CACHE=${SLIPWAY_TESTBED:-$(dirname "$TESTBED")/.testbed}
BIN=$CACHE/bin
# What a cold start and one run of the guide's pipeline take of the disk at their height, and what the run takes of it.
COLD_MIB=34000 RUN_MIB=17000
# The memory of a machine on which the guide's pipeline, as its profile has sized it, runs beside the servers.
MEMORY_MIB=20000
# A second test bed beside the first, of what both have built: a number from 1 to 9. It has a network namespace, an address,
# a containerd and cgroups of its own, so that the crash tests may kill its servers while the first is at work.
NUMBER=${SLIPWAY_TESTBED_NUMBER:-}
[[ $NUMBER =~ ^[1-9]?$ ]] || { echo "testbed: SLIPWAY_TESTBED_NUMBER is '$NUMBER'; it must be a number from 1 to 9, or empty" >&2; exit 1; }
# Belongs to one run: data, certificates, logs, process ids. `testbed/down` deletes it.
RUN=$CACHE/run$NUMBER
LOGS=$RUN/logs
export PATH=$BIN:/usr/local/go/bin:$PATH:/usr/sbin:/sbin

# The network namespace, the machine's address in it, and the ranges of pods and services. They are of the block that is
# set aside for bench tests (RFC 2544) and belong to nobody.
NETNS=slipway-testbed$NUMBER
NODE_IP=198.18.$((255 - NUMBER)).2
HOST_IP=198.18.$((255 - NUMBER)).1
POD_CIDR=198.18.0.0/24
SERVICE_CIDR=198.19.0.0/16
DNS_IP=198.19.0.10
KUBECONFIG_FILE=$RUN/kubeconfig

say() { printf '%s  %s\n' "$(date +%H:%M:%S)" "$*"; }
die() { printf 'testbed: %s\n' "$*" >&2; exit 1; }

# Says why the test bed cannot run here, and returns 1; says nothing and returns 0 when it can.
cannot_run() {
  [ "$(uname -s)" = Linux ] || { echo "the test bed needs Linux; this is $(uname -s)"; return 1; }
  [ "$(uname -m)" = x86_64 ] || { echo "the test bed is built for x86_64; this is $(uname -m)"; return 1; }
  [ "$(id -u)" = 0 ] || { echo "the test bed makes namespaces and mounts, so it needs root; run it as root or with sudo -E"; return 1; }
  command -v apt-get >/dev/null || { echo "the test bed takes programs from Debian's packages, and there is no apt-get here"; return 1; }
  unshare --net true 2>/dev/null ||
    { echo "the kernel does not let this process make a network namespace (a container without CAP_SYS_ADMIN?)"; return 1; }
}

# room MIB WHAT: there must be that much free space below the cache.
room() {
  local free
  mkdir -p "$CACHE" || die "cannot make $CACHE; set SLIPWAY_TESTBED to a folder that can be written"
  free=$(df --output=avail -m "$CACHE" | tail -n 1)
  [ "$free" -ge "$1" ] || die "$CACHE has $((free)) MiB free and $2 takes $1 MiB: make room, or set SLIPWAY_TESTBED to a folder on a larger disk; then run testbed/up again"
}

# Says what is missing for what is yet to be built and run, a compiler, memory or room, and returns 1.
cannot_hold() {
  local free folder=$CACHE needed=$RUN_MIB memory
  memory=$(awk '/^MemTotal/ { printf "%d", $2 / 1024 }' /proc/meminfo)
  [ "$memory" -ge "$MEMORY_MIB" ] || { echo "this machine has $memory MiB of memory, and the live tests take $MEMORY_MIB MiB"; return 1; }
  if [ ! -f "$CACHE/images/nessie.tar" ]; then
    needed=$COLD_MIB
    command -v go >/dev/null || { echo "there is no Go, which builds Kubernetes and Temporal; install Go 1.24 or newer"; return 1; }
  fi
  until [ -d "$folder" ]; do folder=$(dirname "$folder"); done
  free=$(df --output=avail -m "$folder" | tail -n 1)
  [ "$free" -ge "$needed" ] || { echo "$folder has $((free)) MiB free and the test bed takes $needed MiB more; SLIPWAY_TESTBED names another folder"; return 1; }
}

# apply_manifest NAME [NAMESPACE]: manifests/NAME.yaml, with the addresses and the namespace that stand in it between @.
apply_manifest() {
  sed -e "s|@NODE_IP@|$NODE_IP|" -e "s|@DNS_IP@|$DNS_IP|" -e "s|@REGISTRY@|$REGISTRY|" -e "s|@NAMESPACE@|${2:-}|" "$TESTBED/manifests/$1.yaml" |
    kubectl apply --server-side --force-conflicts -f - >/dev/null || die "the cluster does not take manifests/$1.yaml; see the lines above"
}

# holds TEXT COMMAND...: whether the command succeeds and what it prints holds the text. No pipe into grep -q: that ends at the first
# match, and a command that has more to say then fails for want of a reader, now and then.
holds() {
  local text=$1 said
  shift
  said=$("$@" 2>/dev/null) && [[ $said == *"$text"* ]]
}

kubectl() { "$BIN/kubectl" --kubeconfig "$KUBECONFIG_FILE" "$@"; }
in_node() { nsenter --net="/run/netns/$NETNS" "$@"; }
