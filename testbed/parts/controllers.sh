# shellcheck shell=bash
# kube-controller-manager and kube-scheduler.

controllers_build() { apiserver_build; }

controllers_up() {
  # The usual 20 requests a second would take minutes to empty the namespaces that tests leave all at once.
  node_daemon controller-manager "$BIN/kube-controller-manager" --kubeconfig "$KUBECONFIG_FILE" --leader-elect=false \
    --kube-api-qps=500 --kube-api-burst=1000 \
    --service-account-private-key-file "$RUN/certs/accounts.key" --root-ca-file "$RUN/certs/apiserver.crt" \
    --use-service-account-credentials=true --controllers='*,-node-ipam-controller'
  node_daemon scheduler "$BIN/kube-scheduler" --kubeconfig "$KUBECONFIG_FILE" --leader-elect=false
  await 60 controller-manager kubectl get serviceaccount default -n default
  await 30 scheduler in_node curl -skf https://127.0.0.1:10259/healthz
}

controllers_ready() {
  alive controller-manager && alive scheduler && in_node curl -skf https://127.0.0.1:10257/healthz &&
    in_node curl -skf https://127.0.0.1:10259/healthz
}
controllers_down() { stop scheduler; stop controller-manager; }
