/** What a rollout asks of its worker beside its steps: planning, the journal, verifying kept steps, concurrency groups. */
package io.slipway.activities.rollout;
