# shellcheck shell=bash
# A worker in the cluster, as deploy/worker has it, with its image from its own Dockerfile; and a Temporal server in namespace temporal,
# where that Deployment looks for one.

worker_build() {
  temporal_build
  [ "$IMAGES/temporal.tar" -nt "$BIN/temporal" ] || one_file_image temporal "$BIN/temporal"
  image_worker
}

worker_up() {
  local another=no
  is_pushed slipway-worker || another=yes
  push_image temporal testbed/temporal:1
  push_image slipway-worker library/slipway-worker:0.1.0
  # What a provisioner would do for the claim of volume.yaml.
  mkdir -p /var/lib/slipway-testbed-worker
  apply_manifest temporal
  kubectl apply --server-side --force-conflicts -k "$TESTBED/manifests/worker" >/dev/null ||
    die "the cluster does not take manifests/worker; see the lines above"
  # Its tag is the same.
  [ $another = no ] || kubectl -n slipway rollout restart deployment/slipway-worker >/dev/null
  await 180 - worker_ready
}

worker_ready() {
  holds 1 kubectl -n temporal get deployment temporal -o 'jsonpath={.status.readyReplicas}' &&
    holds 1 kubectl -n slipway get deployment slipway-worker -o 'jsonpath={.status.readyReplicas}'
}
worker_down() { rm -rf /var/lib/slipway-testbed-worker; }
