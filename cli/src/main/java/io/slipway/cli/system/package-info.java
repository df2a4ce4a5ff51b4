/** Commands about Slipway itself: version, completion, and the servers it can be. */
package io.slipway.cli.system;
