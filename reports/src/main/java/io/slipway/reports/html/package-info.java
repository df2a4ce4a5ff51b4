/** The report as one self-contained HTML page. */
package io.slipway.reports.html;
