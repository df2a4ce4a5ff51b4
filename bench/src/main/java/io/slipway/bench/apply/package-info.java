/** What it costs to put many objects on a cluster, beside kapp, Helm and kubectl. */
package io.slipway.bench.apply;
