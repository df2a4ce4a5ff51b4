# shellcheck shell=bash
# kube-apiserver with RBAC, an audit log and aggregation; and the kubeconfig that everybody uses.

apiserver_build() {
  debian curl openssl
  go_module kubernetes -X k8s.io/component-base/version.gitVersion=v1.32.2 \
    -X k8s.io/component-base/version.gitMajor=1 -X k8s.io/component-base/version.gitMinor=32
  local program
  for program in kube-apiserver kube-controller-manager kube-scheduler kube-proxy kubelet kubectl; do
    ln -sf kubernetes "$BIN/$program"
  done
}

apiserver_up() {
  mkdir -p "$RUN/certs"
  [ -s "$RUN/certs/accounts.key" ] || openssl genrsa -out "$RUN/certs/accounts.key" 2048 2>/dev/null
  apiserver_front_proxy
  [ -s "$RUN/token" ] || (umask 077 && openssl rand -hex 24 >"$RUN/token")
  (umask 077 && echo "$(cat "$RUN/token"),admin,admin,\"system:masters\"" >"$RUN/tokens.csv")
  node_daemon apiserver "$BIN/kube-apiserver" \
    --etcd-servers http://127.0.0.1:2379 --cert-dir "$RUN/certs" --secure-port 6443 \
    --bind-address 0.0.0.0 --advertise-address "$NODE_IP" --service-cluster-ip-range "$SERVICE_CIDR" \
    --service-account-key-file "$RUN/certs/accounts.key" --service-account-signing-key-file "$RUN/certs/accounts.key" \
    --service-account-issuer https://kubernetes.default.svc --authorization-mode Node,RBAC \
    --token-auth-file "$RUN/tokens.csv" --allow-privileged=true --kubelet-preferred-address-types InternalIP \
    --audit-policy-file "$TESTBED/config/audit-policy.yaml" --audit-log-path "$LOGS/audit.log" \
    --requestheader-client-ca-file "$RUN/certs/front-proxy.crt" --requestheader-allowed-names front-proxy \
    --requestheader-username-headers X-Remote-User --requestheader-group-headers X-Remote-Group \
    --requestheader-extra-headers-prefix X-Remote-Extra- --enable-aggregator-routing=true \
    --proxy-client-cert-file "$RUN/certs/front-proxy.crt" --proxy-client-key-file "$RUN/certs/front-proxy.key"
  await 60 apiserver test -s "$RUN/certs/apiserver.crt"
  apiserver_kubeconfig
  await 60 apiserver apiserver_ready
}

# By this certificate the aggregated API servers know that it is the API server who asks.
apiserver_front_proxy() {
  [ -s "$RUN/certs/front-proxy.crt" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=front-proxy \
    -keyout "$RUN/certs/front-proxy.key" -out "$RUN/certs/front-proxy.crt" 2>/dev/null
}

# Clients trust the API server's certificate and, once there is a router, that of the Routes: OpenShift's installer writes both.
apiserver_kubeconfig() {
  (umask 077 && cat >"$KUBECONFIG_FILE.new" <<EOF
apiVersion: v1
kind: Config
clusters:
  - name: testbed
    cluster:
      server: https://$NODE_IP:6443
      certificate-authority-data: $(cat "$RUN/certs/apiserver.crt" "$RUN/openshift/router.crt" 2>/dev/null | base64 -w 0)
users:
  - name: admin
    user: { token: $(cat "$RUN/token") }
contexts:
  - name: testbed
    context: { cluster: testbed, user: admin }
  - name: testbed-kronodroid # for pipelines that roll out where the target is set to
    context: { cluster: testbed, user: admin, namespace: kronodroid }
current-context: testbed
EOF
  )
  mv "$KUBECONFIG_FILE.new" "$KUBECONFIG_FILE"
}

apiserver_ready() { alive apiserver && kubectl get --raw /readyz; }
apiserver_down() { stop apiserver; }
