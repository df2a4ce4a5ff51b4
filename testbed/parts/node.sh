# shellcheck shell=bash
# The kubelet and kube-proxy: one node, called node.

node_build() {
  apiserver_build
  debian conntrack iptables
}

node_up() {
  # Pods learn no name server of the machine: there is no way to it.
  : >"$RUN/resolv.conf"
  sed -e "s|@CONTAINERD@|$CONTAINERD|" -e "s|@DNS_IP@|$DNS_IP|" -e "s|@RUN@|$RUN|" "$TESTBED/config/kubelet.yaml" >"$RUN/kubelet.yaml"
  node_daemon kubelet "$BIN/kubelet" --config "$RUN/kubelet.yaml" --kubeconfig "$KUBECONFIG_FILE" \
    --hostname-override node --node-ip "$NODE_IP" --root-dir "$RUN/kubelet" --cert-dir "$RUN/kubelet-certs"
  node_daemon kube-proxy "$BIN/kube-proxy" --kubeconfig "$KUBECONFIG_FILE" --cluster-cidr "$POD_CIDR" \
    --hostname-override node --proxy-mode iptables --conntrack-max-per-core 0
  await 90 kubelet node_ready
}

node_ready() {
  alive kubelet && alive kube-proxy &&
    kubectl get node node -o 'jsonpath={.status.conditions[?(@.type=="Ready")].status}' | grep -q True
}

node_down() {
  stop kubelet
  stop kube-proxy
  unmount_below "$RUN/kubelet"
}
