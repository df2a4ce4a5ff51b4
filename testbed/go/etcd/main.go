// Command etcd is etcd's server. Debian's is 3.4, which cannot report the progress of a watch: Kubernetes 1.32 then refuses
// every watch that asks for bookmarks without a resource version, and spark-submit is one of those who ask.
package main

import (
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
)

func main() { etcdmain.Main(os.Args) }
