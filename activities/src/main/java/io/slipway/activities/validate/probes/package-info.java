/**
 * The probes of checks: a class for each record of {@link io.slipway.model.action.Probe}, which asks once and says what
 * it saw. Keeping asking, judging by {@code expect} and reporting are the business of the package above.
 */
package io.slipway.activities.validate.probes;
