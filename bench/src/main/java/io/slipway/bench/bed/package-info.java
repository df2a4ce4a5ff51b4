/** The test bed as the rows of the bench use it: its parts, programs, namespaces and workers. */
package io.slipway.bench.bed;
