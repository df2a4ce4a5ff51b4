# shellcheck shell=bash
# The kubelet and kube-proxy: one node, called node.

node_build() {
  apiserver_build
  debian conntrack iptables
}

node_up() {
  # Pods learn no name server of the machine: there is no way to it.
  : >"$RUN/resolv.conf"
  sed -e "s|@CONTAINERD@|$CONTAINERD|" -e "s|@DNS_IP@|$DNS_IP|" -e "s|@RUN@|$RUN|" -e "s|@CGROUP@|$(node_cgroup)|" \
    "$TESTBED/config/kubelet.yaml" >"$RUN/kubelet.yaml"
  node_cgroups
  # Under disk pressure the kubelet deletes images that no container has, and the pause image is in no registry.
  node_daemon kubelet "$BIN/kubelet" --pod-infra-container-image localhost/testbed/pause:1 --config "$RUN/kubelet.yaml" --kubeconfig "$KUBECONFIG_FILE" \
    --hostname-override node --node-ip "$NODE_IP" --root-dir "$RUN/kubelet" --cert-dir "$RUN/kubelet-certs"
  node_daemon kube-proxy "$BIN/kube-proxy" --kubeconfig "$KUBECONFIG_FILE" --cluster-cidr "$POD_CIDR" \
    --hostname-override node --proxy-mode iptables --conntrack-max-per-core 0
  await 90 kubelet node_ready
}

# A kubelet deletes the cgroups of pods that it does not know; a second one has a folder of its own for them.
node_cgroup() { [ -z "$NUMBER" ] && echo / || echo "/slipway-testbed$NUMBER"; }

node_cgroups() {
  [ -n "$NUMBER" ] || return 0
  local controller
  for controller in /sys/fs/cgroup/*/; do
    [ ! -e "$controller/cgroup.procs" ] || mkdir -p "$controller$(node_cgroup)"
  done
  # A cpuset that is empty takes no process.
  local cpuset=/sys/fs/cgroup/cpuset name
  for name in cpus mems; do
    [ ! -e "$cpuset/cpuset.$name" ] || cat "$cpuset/cpuset.$name" >"$cpuset$(node_cgroup)/cpuset.$name"
  done
  [ ! -e /sys/fs/cgroup/cgroup.procs ] || mkdir -p "/sys/fs/cgroup$(node_cgroup)"
}

node_ready() {
  alive kubelet && alive kube-proxy &&
    holds True kubectl get node node -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}'
}

node_down() {
  stop kubelet
  stop kube-proxy
  unmount_below "$RUN/kubelet"
  [ -z "$NUMBER" ] || find /sys/fs/cgroup/*"$(node_cgroup)" "/sys/fs/cgroup$(node_cgroup)" -depth -type d -exec rmdir {} + 2>/dev/null
  return 0
}
