/** A simulated Nessie: its configuration and branches over HTTP, and the catalog that Spark's SQL uses. */
package io.slipway.sandbox.nessie;
