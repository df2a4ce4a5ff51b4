/** The commands of {@code slipway fleet}. */
package io.slipway.cli.fleet;
