/** What every verb's activity stands on: the step's context, its recorder, and the envelope that runs it. */
package io.slipway.activities.step;
