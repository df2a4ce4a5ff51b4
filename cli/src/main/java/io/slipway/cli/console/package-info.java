/** Where a command runs and what it prints on: results on stdout, progress and errors on stderr. */
package io.slipway.cli.console;
