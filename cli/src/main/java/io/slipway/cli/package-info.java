/** The command line: the entry point and the list of commands. Each command is a class of its own, and thin. */
package io.slipway.cli;
