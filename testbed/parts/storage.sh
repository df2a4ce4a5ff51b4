# shellcheck shell=bash
# What a guide finds in its namespace: MinIO, Nessie and the Secret minio-credentials.

storage_build() {
  image_minio
  image_nessie
}

storage_up() { storage_in datalyptica; }

# storage_in NAMESPACE: MinIO and Nessie.
storage_in() {
  push_image nessie testbed/nessie:1
  minio_in "$1"
  apply_manifest nessie "$1"
  await 180 - storage_is_in "$1"
}

# minio_in NAMESPACE
minio_in() {
  push_image minio testbed/minio:1
  # Somebody may have deleted it just now; nothing can be made in it until it is gone.
  await 300 - storage_may_begin "$1"
  kubectl create namespace "$1" --dry-run=client -o yaml | kubectl apply --server-side -f - >/dev/null
  kubectl -n "$1" get secret minio-credentials >/dev/null 2>&1 ||
    kubectl -n "$1" create secret generic minio-credentials \
      --from-literal=root-user=testbed-admin --from-literal=root-password="$(openssl rand -hex 16)" >/dev/null
  apply_manifest minio "$1"
  await 180 - minio_is_in "$1"
}

storage_may_begin() { ! holds Terminating kubectl get namespace "$1" -o 'jsonpath={.status.phase}'; }

minio_is_in() { holds 1 kubectl -n "$1" get statefulset minio -o 'jsonpath={.status.readyReplicas}'; }

storage_is_in() {
  minio_is_in "$1" &&
    holds 1 kubectl -n "$1" get deployment nessie -o 'jsonpath={.status.readyReplicas}'
}

storage_ready() { storage_is_in datalyptica; }
storage_down() { :; }
