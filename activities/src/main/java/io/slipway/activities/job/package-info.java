/**
 * The verbs {@code testJob} and {@code runJob}: a job is started once for its key, followed to its end, judged, and of a
 * test nothing stays. A package below for each form of job.
 */
package io.slipway.activities.job;
