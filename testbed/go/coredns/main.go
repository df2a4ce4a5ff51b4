// Command coredns is CoreDNS with the plug-ins that a cluster's own names need, and no others.
package main

import (
	"github.com/coredns/coredns/core/dnsserver"
	_ "github.com/coredns/coredns/plugin/cache"
	_ "github.com/coredns/coredns/plugin/errors"
	_ "github.com/coredns/coredns/plugin/health"
	_ "github.com/coredns/coredns/plugin/hosts"
	_ "github.com/coredns/coredns/plugin/kubernetes"
	_ "github.com/coredns/coredns/plugin/loadbalance"
	_ "github.com/coredns/coredns/plugin/ready"

	"github.com/coredns/coredns/coremain"
)

// In the order in which a query goes through them.
func init() {
	dnsserver.Directives = []string{"errors", "health", "ready", "cache", "loadbalance", "hosts", "kubernetes"}
}

func main() { coremain.Run() }
