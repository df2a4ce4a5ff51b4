/** The report as Markdown: the milestone report of a run. */
package io.slipway.reports.markdown;
