/** Commands that read what rollouts left behind: show, report, logs, list. */
package io.slipway.cli.records;
