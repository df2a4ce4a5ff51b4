# shellcheck shell=bash
# The image registry, under the name that it has on OpenShift. What is in it is kept between runs.

registry_build() { debian docker-registry; }

registry_up() {
  mkdir -p "$CACHE/registry" "$RUN/registries/$REGISTRY"
  cat >"$RUN/registry.yml" <<EOF
version: 0.1
log: { level: warn }
storage:
  filesystem: { rootdirectory: $CACHE/registry }
  delete: { enabled: true }
http: { addr: "$NODE_IP:5000" }
EOF
  # containerd knows no names of the cluster: this tells it where that registry is.
  printf '[host."http://%s:5000"]\n  capabilities = ["pull", "resolve"]\n' "$NODE_IP" >"$RUN/registries/$REGISTRY/hosts.toml"
  registry_mirrors
  node_daemon registry docker-registry serve "$RUN/registry.yml"
  await 30 registry registry_ready
  apply_manifest registry
}

# It also answers for the registries from which published manifests pull: there is no way out to them.
registry_mirrors() {
  local host
  for host in docker.io ghcr.io; do
    mkdir -p "$RUN/registries/$host"
    printf 'server = "http://%s:5000"\n[host."http://%s:5000"]\n  capabilities = ["pull", "resolve"]\n' "$NODE_IP" "$NODE_IP" \
      >"$RUN/registries/$host/hosts.toml"
  done
}

registry_ready() { alive registry && curl -sf "http://$NODE_IP:5000/v2/"; }

# Each build of a pipeline leaves the image of the one before without a name. What nobody can ask for by name goes, unless another
# test bed has the registry's folder open.
registry_down() {
  stop registry
  [ -f "$RUN/registry.yml" ] && ! compgen -G "$CACHE/run*/pids/registry" >/dev/null || return 0
  docker-registry garbage-collect --delete-untagged "$RUN/registry.yml" >/dev/null 2>&1 || say "the registry's folder could not be cleared of old images; testbed/down --all deletes it whole"
}
