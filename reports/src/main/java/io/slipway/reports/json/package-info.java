/** The report as JSON, for programs. */
package io.slipway.reports.json;
