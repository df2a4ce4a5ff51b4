/** Which images a node can pull: the internal registry's come from ImageStreams, all others are there. */
package io.slipway.sandbox.images;
