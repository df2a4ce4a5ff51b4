/** What all forms of jobs share: how they are run, how they end, their logs. */
package io.slipway.activities.job.run;
