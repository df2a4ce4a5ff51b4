/** Charts: where they come from, and their files. */
package io.slipway.activities.helm.chart;
