# shellcheck shell=bash
# CoreDNS, as a Deployment of the cluster.

dns_build() {
  go_module coredns
  [ "$IMAGES/coredns.tar" -nt "$BIN/coredns" ] || one_file_image coredns "$BIN/coredns"
}

dns_up() {
  import_image coredns
  apply_manifest dns
  await 60 - dns_ready
}

dns_ready() { holds 1 kubectl -n kube-system get deployment coredns -o 'jsonpath={.status.readyReplicas}'; }
dns_down() { :; }
