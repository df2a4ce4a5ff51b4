/** How the checks of a pipeline came out, time after time. */
package io.slipway.reports.history;
