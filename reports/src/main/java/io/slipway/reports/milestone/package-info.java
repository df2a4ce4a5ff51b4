/** The report as a milestone: what was reached, how it was validated, and what it took. */
package io.slipway.reports.milestone;
