/** What waiting costs: how late, how large, and how long after a killed worker. */
package io.slipway.bench.waits;
