/**
 * A rollout for people and machines: {@link io.slipway.reports.Report} is made from the journal, the plan and the
 * evidence in the blob store, and is the one input of every rendering.
 */
package io.slipway.reports;
