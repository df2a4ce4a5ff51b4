/** Commands that look at objects of a cluster. */
package io.slipway.cli.cluster;
