# shellcheck shell=bash
# metrics-server: what pods use of CPU and memory, served as metrics.k8s.io. It runs beside the cluster.

metrics_build() { go_program metrics-server sigs.k8s.io/metrics-server/cmd/metrics-server@v0.7.2; }

metrics_up() {
  node_daemon metrics-server "$BIN/metrics-server" --kubeconfig "$KUBECONFIG_FILE" \
    --authentication-kubeconfig "$KUBECONFIG_FILE" --authorization-kubeconfig "$KUBECONFIG_FILE" \
    --secure-port 4443 --cert-dir "$RUN/metrics-certs" --metric-resolution 10s --kubelet-request-timeout 5s \
    --kubelet-insecure-tls --kubelet-preferred-address-types InternalIP
  apply_manifest metrics
  await 60 metrics-server metrics_ready
}

metrics_ready() { alive metrics-server && kubectl get --raw /apis/metrics.k8s.io/v1beta1; }
metrics_down() { stop metrics-server; }
