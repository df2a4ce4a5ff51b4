# shellcheck shell=bash
# A repository of Helm charts, as projects publish theirs: an index.yaml beside packed charts, over HTTP.

CHARTS=$CACHE/charts
CHARTS_PORT=8879

charts_build() { debian python3; }

charts_up() {
  mkdir -p "$CHARTS"
  node_daemon charts /usr/bin/python3 -m http.server $CHARTS_PORT --bind "$NODE_IP" --directory "$CHARTS"
  await 30 charts charts_ready
}

charts_ready() { alive charts && curl -sf "http://$NODE_IP:$CHARTS_PORT/" -o /dev/null; }
charts_down() { stop charts; }

# chart NAME VERSION FOLDER: packs a chart into the repository, and writes the index anew.
chart() {
  local archive=$CHARTS/$1-$2.tgz
  mkdir -p "$CHARTS"
  tar --sort=name --mtime=@0 --numeric-owner --owner=0 --group=0 --mode=u+w --transform "s|^\.|$1|" -C "$3" -czf "$archive.new" . ||
    die "packing the chart $1 failed; see the lines above"
  mv "$archive.new" "$archive"
  chart_index >"$CHARTS/index.yaml.new" && mv "$CHARTS/index.yaml.new" "$CHARTS/index.yaml"
}

chart_index() {
  local archive name
  printf 'apiVersion: v1\nentries:\n'
  for archive in "$CHARTS"/*.tgz; do
    name=$(basename "$archive" .tgz)
    printf '  %s:\n    - { apiVersion: v2, name: %s, version: %s, digest: %s, urls: [%s.tgz] }\n' \
      "${name%-*}" "${name%-*}" "${name##*-}" "$(sha256sum <"$archive" | cut -d ' ' -f 1)" "$name"
  done
}
