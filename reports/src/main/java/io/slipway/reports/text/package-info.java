/** The report as text, for a terminal. */
package io.slipway.reports.text;
