/** Concurrency groups among servers and processes that know nothing of each other. */
package io.slipway.cli.groups;
