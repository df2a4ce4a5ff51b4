/** Commands in pods, as jobs. */
package io.slipway.activities.job.command;
