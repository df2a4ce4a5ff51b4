/** What a rollout would do, told without doing it: objects by the API server's dry run, conditions, needs, checks. */
package io.slipway.activities.preview;
