/** The Temporal server that a command talks to: one in this process, or one that options and environment name. */
package io.slipway.cli.temporal;
