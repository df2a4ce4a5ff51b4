/** The words and signs that all renderings of a report, and the live view, have in common. */
package io.slipway.reports.words;
