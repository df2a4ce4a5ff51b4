# shellcheck shell=bash
# What the guide on lakeFS finds in its namespace kronodroid: MinIO with raw samples, the image of its job, and a stand-in for
# lakeFS, which is no program that can be had here. The stand-in is the sandbox's, with an S3 gateway, as a server of its own.

LAKEFS_KEYS=$RUN/lakefs.env

lakefs_build() {
  image_minio
  image_spark_lakefs
  image_lakefs
}

lakefs_up() {
  push_image minio testbed/minio:1
  push_image spark-lakefs testbed/spark-lakefs:1
  push_image lakefs testbed/lakefs:1
  kubectl create namespace kronodroid --dry-run=client -o yaml | kubectl apply --server-side -f - >/dev/null
  lakefs_keys
  apply_manifest lakefs
  await 180 - lakefs_ready
  # shellcheck disable=SC2016 # the pod's shell expands it
  kubectl -n kronodroid exec deployment/minio -- sh -c 'mc alias set local http://localhost:9000 $MINIO_ROOT_USER $MINIO_ROOT_PASSWORD &&
    mc mb --ignore-existing local/dlt-data && mc pipe local/dlt-data/kronodroid/raw/part-0.csv </raw/part-0.csv' >"$LOGS/lakefs-samples.log" 2>&1 ||
    die "the raw samples could not be put into MinIO; the log is $LOGS/lakefs-samples.log"
}

# The keys that the two servers know, and that a run of the pipeline takes from its environment.
lakefs_keys() {
  [ -s "$LAKEFS_KEYS" ] || (umask 077 && printf '%s=%s\n' \
    MINIO_ACCESS_KEY_ID "minio-$(openssl rand -hex 4)" MINIO_SECRET_ACCESS_KEY "$(openssl rand -hex 20)" \
    LAKEFS_ACCESS_KEY_ID "AKIA$(openssl rand -hex 8)" LAKEFS_SECRET_ACCESS_KEY "$(openssl rand -hex 20)" >"$LAKEFS_KEYS")
  kubectl -n kronodroid create secret generic storage-keys --from-env-file "$LAKEFS_KEYS" --dry-run=client -o yaml |
    kubectl apply --server-side -f - >/dev/null
}

lakefs_ready() {
  local server
  for server in minio lakefs; do
    holds 1 kubectl -n kronodroid get deployment $server -o 'jsonpath={.status.readyReplicas}' || return 1
  done
}
lakefs_down() { :; }
