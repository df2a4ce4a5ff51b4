# shellcheck shell=bash
# A containerd of the test bed's own, beside any that the machine has. Its images are kept between runs.

containerd_build() {
  debian containerd runc containernetworking-plugins python3
  go_module pause
  [ "$IMAGES/pause.tar" -nt "$BIN/pause" ] || one_file_image pause "$BIN/pause"
}

containerd_up() {
  mkdir -p "$CONTAINERD_ROOT" "$RUN/cni" "$(dirname "$CONTAINERD")" "$RUN/registries"
  containerd_config >"$RUN/containerd.toml"
  containerd_pod_network >"$RUN/cni/10-pods.conflist"
  node_daemon containerd containerd -c "$RUN/containerd.toml"
  await 30 containerd containerd_ready
  import_image pause
}

containerd_config() {
  cat <<EOF
version = 2
root = "$CONTAINERD_ROOT"
state = "$(dirname "$CONTAINERD")"
[grpc]
  address = "$CONTAINERD"
[plugins."io.containerd.grpc.v1.cri"]
  sandbox_image = "localhost/testbed/pause:1"
  # Where the process may not lower an OOM score, no pod would start.
  restrict_oom_score_adj = true
  [plugins."io.containerd.grpc.v1.cri".containerd.runtimes.runc]
    runtime_type = "io.containerd.runc.v2"
  [plugins."io.containerd.grpc.v1.cri".cni]
    bin_dir = "/usr/lib/cni"
    conf_dir = "$RUN/cni"
  [plugins."io.containerd.grpc.v1.cri".registry]
    config_path = "$RUN/registries"
EOF
}

containerd_pod_network() {
  cat <<EOF
{
  "cniVersion": "0.4.0",
  "name": "pods",
  "plugins": [
    {
      "type": "bridge", "bridge": "pods0", "isGateway": true, "ipMasq": true, "hairpinMode": true,
      "ipam": {
        "type": "host-local", "dataDir": "$RUN/cni-addresses",
        "ranges": [[{ "subnet": "$POD_CIDR" }]], "routes": [{ "dst": "0.0.0.0/0" }]
      }
    },
    { "type": "portmap", "capabilities": { "portMappings": true } }
  ]
}
EOF
}

containerd_ready() { alive containerd && ctr version; }

# Ends every container, so that no process, mount or record of the run stays.
containerd_down() {
  if alive containerd; then
    local id
    for id in $(ctr tasks list -q 2>/dev/null); do ctr tasks kill -s SIGKILL "$id" 2>/dev/null; done
    for id in $(ctr tasks list -q 2>/dev/null); do ctr tasks delete -f "$id" >/dev/null 2>&1; done
    for id in $(ctr containers list -q 2>/dev/null); do
      containerd_pod_namespace "$id"
      ctr containers delete "$id" >/dev/null 2>&1
    done
    containerd_forget
  fi
  stop containerd
  containerd_orphans
  unmount_below "$(dirname "$CONTAINERD")"
  rm -rf "$(dirname "$CONTAINERD")"
}

# Images that have no name but their digest: each build of a pipeline leaves two, of several GB on the disk. The registry has them
# as well, as long as somebody may ask for them, and the kubelet would delete the others with them when the disk is full.
containerd_forget() {
  local images
  images=$(ctr images ls | awk '
    NR > 1 { refs[$3] = refs[$3] " " $1; if ($1 !~ /@|^sha256:/) named[$3] = 1 }
    END { for (digest in refs) if (!(digest in named)) print refs[digest] }')
  # shellcheck disable=SC2086 # one word for each image
  [ -z "$images" ] || ctr images rm --sync $images >/dev/null || say "images without a name stay on the disk; testbed/down --all deletes them"
}

# A pod's network namespace has a name of its own, and stays when the pod is not ended by the kubelet.
containerd_pod_namespace() {
  local name
  name=$(ctr containers info "$1" | sed -n 's|.*/netns/\(cni-[0-9a-f-]*\)".*|\1|p' | head -n 1)
  [ -z "$name" ] || ip netns del "$name" 2>/dev/null
}

# Shims outlive a containerd that was killed.
containerd_orphans() {
  local pid
  for pid in $(pgrep -f -- "containerd-shim-runc-v2 .*-address $CONTAINERD"); do
    pkill -9 -P "$pid"
    kill -9 "$pid" 2>/dev/null
  done
  return 0
}
