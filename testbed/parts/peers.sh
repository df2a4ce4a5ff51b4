# shellcheck shell=bash
# The programs that Slipway is measured against. Nothing of them runs here.

peers_build() {
  go_program helm helm.sh/helm/v3/cmd/helm@v3.19.5
  go_module kapp
}
peers_up() { :; }
peers_ready() { "$BIN/helm" version --short && "$BIN/kapp" version; }
peers_down() { :; }
