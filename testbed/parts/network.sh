# shellcheck shell=bash
# A network namespace that holds the whole cluster. It has no way out of the machine: the host does not forward for it.
# The tests reach it over one pair of virtual interfaces.

network_build() { debian iproute2 iptables; }

network_up() {
  network_ready && return 0
  network_down
  ip netns add "$NETNS"
  ip link add "slipway-host$NUMBER" type veth peer name "slipway-node$NUMBER" netns "$NETNS"
  ip addr add "$HOST_IP/30" dev "slipway-host$NUMBER"
  ip link set "slipway-host$NUMBER" up
  ip -n "$NETNS" addr add "$NODE_IP/30" dev "slipway-node$NUMBER"
  ip -n "$NETNS" link set "slipway-node$NUMBER" up
  ip -n "$NETNS" link set lo up
  in_node sysctl -qw net.ipv4.ip_forward=1 net.ipv4.conf.all.route_localnet=1
  # kube-proxy finds its address by the default route. It leads to the interface, and nobody answers there.
  ip -n "$NETNS" route add default dev "slipway-node$NUMBER"
}

network_ready() { holds "$NODE_IP" ip -n "$NETNS" addr show "slipway-node$NUMBER" && holds UP ip link show "slipway-host$NUMBER" up; }

network_down() {
  ip link del "slipway-host$NUMBER" 2>/dev/null
  ip netns del "$NETNS" 2>/dev/null
  return 0
}
