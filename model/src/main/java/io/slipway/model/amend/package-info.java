/** What a corrected pipeline makes of a rollout that has begun: which steps stay done, which run again, and which may not. */
package io.slipway.model.amend;
