# shellcheck shell=bash
# Flux 2.7: its source, kustomize and helm controllers, and what the milestone of guide 001 finds in its namespace: MinIO, Nessie,
# buckets with the programs of its trial, and a Git server that answers over HTTP, as Flux wants it.

FLUX_RUN=$RUN/flux
FLUX_SOURCE=github.com/fluxcd/source-controller@v1.7.0
FLUX_KUSTOMIZE=github.com/fluxcd/kustomize-controller@v1.7.3
FLUX_HELM=github.com/fluxcd/helm-controller@v1.4.0
FLUX_GIT_PORT=8880
FLUX_ARTIFACTS=$NODE_IP:9790

flux_build() {
  debian lighttpd git
  go_copy source-controller $FLUX_SOURCE .
  go_copy kustomize-controller $FLUX_KUSTOMIZE .
  go_copy helm-controller $FLUX_HELM .
}

flux_up() {
  mkdir -p "$FLUX_RUN/artifacts"
  flux_git
  flux_definitions
  flux_controllers
  storage_in data-platform
  apply_manifest flux
  flux_buckets
}

# flux_git: the repository home-ops, and a server for it and those that are made beside it later.
flux_git() {
  local work=$FLUX_RUN/home-ops bare=$FLUX_RUN/git/home-ops.git
  [ -d "$bare" ] || {
    rm -rf "$work" && mkdir -p "$FLUX_RUN/git" && cp -a "$TESTBED/home-ops" "$work" &&
      git -C "$work" init -q -b main && git -C "$work" add . &&
      git -C "$work" -c user.name="Test bed" -c user.email=testbed@localhost commit -q -m "Spark's rights and monitoring" &&
      git clone -q --bare "$work" "$bare"
  } || die "the Git repository of Flux could not be made; see the lines above"
  cat >"$FLUX_RUN/git.conf" <<EOF
server.document-root = "$FLUX_RUN/git"
server.bind = "$NODE_IP"
server.port = $FLUX_GIT_PORT
server.modules = ("mod_alias", "mod_setenv", "mod_cgi")
alias.url = ("/git" => "/usr/lib/git-core/git-http-backend")
setenv.add-environment = ("GIT_PROJECT_ROOT" => "$FLUX_RUN/git", "GIT_HTTP_EXPORT_ALL" => "1")
cgi.assign = ("" => "")
EOF
  node_daemon flux-git /usr/sbin/lighttpd -D -f "$FLUX_RUN/git.conf"
  await 30 flux-git curl -sf "http://$NODE_IP:$FLUX_GIT_PORT/git/home-ops.git/info/refs?service=git-upload-pack" -o /dev/null
}

flux_definitions() {
  local module folder
  for module in $FLUX_SOURCE $FLUX_KUSTOMIZE $FLUX_HELM; do
    folder=$(go_source "$module") || exit 1
    kubectl apply --server-side --force-conflicts -f "$folder/config/crd/bases" >/dev/null || die "the cluster does not take the definitions of $module"
  done
  kubectl create namespace flux-system --dry-run=client -o yaml | kubectl apply --server-side -f - >/dev/null
}

flux_controllers() {
  local name port=9791
  export KUBECONFIG=$KUBECONFIG_FILE RUNTIME_NAMESPACE=flux-system
  for name in source-controller kustomize-controller helm-controller; do
    # shellcheck disable=SC2046 # words
    node_daemon "$name" "$BIN/$name" --metrics-addr="127.0.0.1:$port" --health-addr="127.0.0.1:$((port + 1))" --events-addr= --log-level=info \
      $([ "$name" != source-controller ] || echo "--storage-path=$FLUX_RUN/artifacts --storage-addr=$FLUX_ARTIFACTS --storage-adv-addr=$FLUX_ARTIFACTS")
    port=$((port + 2))
  done
  unset KUBECONFIG RUNTIME_NAMESPACE
  await 60 source-controller curl -s "http://$FLUX_ARTIFACTS/" -o /dev/null
}

# Buckets and programs, which the pipeline expects to be there.
flux_buckets() {
  local program
  # shellcheck disable=SC2016 # the pod's shell expands it
  flux_minio 'mc alias set local http://localhost:9000 $MINIO_ROOT_USER $MINIO_ROOT_PASSWORD &&
    mc mb --ignore-existing local/iceberg-test local/spark-history && echo keep | mc pipe local/spark-history/spark-event-logs/.keep' </dev/null
  for program in s3_integration_test iceberg_operations; do
    flux_minio "mc pipe local/iceberg-test/jobs/$program.py" <"$TESTBED/../pipelines/spark-operator-gitops/jobs/$program.py"
  done
}

flux_minio() {
  kubectl -n data-platform exec -i minio-0 -- sh -c "$1" >>"$LOGS/flux-buckets.log" 2>&1 ||
    die "the trial's programs could not be put into MinIO; the log is $LOGS/flux-buckets.log"
}

flux_ready() {
  alive source-controller && alive kustomize-controller && alive helm-controller && alive flux-git && storage_is_in data-platform &&
    kubectl -n data-platform get service rook-ceph-rgw >/dev/null 2>&1
}

flux_down() {
  local name
  for name in helm-controller kustomize-controller source-controller flux-git; do stop "$name"; done
}
