# shellcheck shell=bash
# What the guide uses of OpenShift: its kinds, the controllers of openshift/, HAProxy for the Routes, and a Git server that has
# the Dockerfiles.

OPENSHIFT_RUN=$RUN/openshift

openshift_build() { debian haproxy git openssl python3; }

openshift_up() {
  mkdir -p "$OPENSHIFT_RUN"
  openshift_certificates
  openshift_source datalyptica "Dockerfiles of Spark and Flink"
  openshift_source flink-modes "Dockerfile of Flink"
  apply_manifest openshift-kinds
  apply_manifest openshift
  # Debian's own Python: another one may have no certificates or be gone in the next shell.
  BUILDS=$OPENSHIFT_RUN/builds node_daemon openshift /usr/bin/python3 -B "$TESTBED/openshift/main.py" "https://$NODE_IP:6443" "$RUN/token" "$RUN/certs/apiserver.crt" \
    "$NODE_IP" "$OPENSHIFT_RUN" "$RUN/pids/haproxy"
  await 30 openshift test -s "$OPENSHIFT_RUN/haproxy.cfg"
  node_daemon haproxy haproxy -W -db -f "$OPENSHIFT_RUN/haproxy.cfg"
  node_daemon git-server git daemon --export-all --reuseaddr --listen="$NODE_IP" --base-path="$OPENSHIFT_RUN/git" "$OPENSHIFT_RUN/git"
  await 60 openshift openshift_ready
}

# One for the aggregated API server, and one for all hosts of the router, whose issuer the kubeconfig tells clients to trust.
openshift_certificates() {
  cp "$RUN/certs/front-proxy.crt" "$OPENSHIFT_RUN/client-ca.crt"
  [ -s "$OPENSHIFT_RUN/front.crt" ] || openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj /CN=openshift.testbed.svc \
    -keyout "$OPENSHIFT_RUN/front.key" -out "$OPENSHIFT_RUN/front.crt" 2>/dev/null
  [ -s "$OPENSHIFT_RUN/router.pem" ] && return 0
  openssl req -x509 -newkey rsa:2048 -nodes -days 3650 -subj "/CN=*.apps.testbed.test" -addext "subjectAltName=DNS:*.apps.testbed.test" \
    -keyout "$OPENSHIFT_RUN/router.key" -out "$OPENSHIFT_RUN/router.crt" 2>/dev/null
  apiserver_kubeconfig
  cat "$OPENSHIFT_RUN/router.crt" "$OPENSHIFT_RUN/router.key" >"$OPENSHIFT_RUN/router.pem"
}

# openshift_source PIPELINE MESSAGE: a repository as the guides' is arranged: the pipeline's Dockerfiles of this working tree, in
# one commit.
openshift_source() {
  local work=$OPENSHIFT_RUN/source bare=$OPENSHIFT_RUN/git/$1.git
  rm -rf "$work" "$bare" && mkdir -p "$work/deploy"
  cp -a "$TESTBED/../pipelines/$1/docker" "$work/deploy/docker"
  {
    git -C "$work" init -q -b main && git -C "$work" add . &&
      git -C "$work" -c user.name="Test bed" -c user.email=testbed@localhost commit -q -m "$2" &&
      git clone -q --bare "$work" "$bare"
  } || die "the Git repository of the Dockerfiles could not be made; see the lines above"
}

openshift_ready() {
  alive openshift && alive haproxy && alive git-server &&
    kubectl get --raw /apis/build.openshift.io/v1 && kubectl get --raw /apis/image.openshift.io/v1 && kubectl get --raw /apis/route.openshift.io/v1
}

openshift_down() {
  stop openshift
  stop haproxy
  stop git-server
  sed -i "/^$NODE_IP .*# slipway test bed$/d" /etc/hosts 2>/dev/null
}
