# shellcheck shell=bash
# What the guide finds in its namespace: MinIO, Nessie and the Secret minio-credentials.

storage_build() {
  image_minio
  image_nessie
}

storage_up() {
  push_image minio testbed/minio:1
  push_image nessie testbed/nessie:1
  # Somebody may have deleted it just now; nothing can be made in it until it is gone.
  await 300 - storage_may_begin
  kubectl create namespace datalyptica --dry-run=client -o yaml | kubectl apply --server-side -f - >/dev/null
  kubectl -n datalyptica get secret minio-credentials >/dev/null 2>&1 ||
    kubectl -n datalyptica create secret generic minio-credentials \
      --from-literal=root-user=testbed-admin --from-literal=root-password="$(openssl rand -hex 16)" >/dev/null
  apply_manifest storage
  await 180 - storage_ready
}

storage_may_begin() { ! kubectl get namespace datalyptica -o 'jsonpath={.status.phase}' | grep -q Terminating; }

storage_ready() {
  kubectl -n datalyptica get statefulset minio -o 'jsonpath={.status.readyReplicas}' | grep -q 1 &&
    kubectl -n datalyptica get deployment nessie -o 'jsonpath={.status.readyReplicas}' | grep -q 1
}
storage_down() { :; }
