# shellcheck shell=bash
# kwok plays the kubelet of nodes that are not there: thousands of pods become Ready that nobody runs. It keeps to nodes with
# the label type=kwok, and makes none itself: a test applies as many as it wants.

kwok_build() { go_program kwok sigs.k8s.io/kwok/cmd/kwok@v0.7.0; }

kwok_up() {
  node_daemon kwok "$BIN/kwok" --kubeconfig "$KUBECONFIG_FILE" --manage-nodes-with-label-selector type=kwok \
    --node-lease-duration-seconds 40 --server-address 127.0.0.1:10247
  await 60 kwok kwok_ready
}

kwok_ready() { alive kwok && in_node curl -sf http://127.0.0.1:10247/healthz; }
kwok_down() { stop kwok; }
