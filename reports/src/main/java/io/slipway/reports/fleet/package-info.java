/** The report of a fleet: waves and targets, which failed and why; as text, Markdown, HTML and JSON. */
package io.slipway.reports.fleet;
