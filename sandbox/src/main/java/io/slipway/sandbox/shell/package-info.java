/** A small POSIX-like shell for simulated containers: pipelines, lists, loops, variables, and the usual commands. */
package io.slipway.sandbox.shell;
