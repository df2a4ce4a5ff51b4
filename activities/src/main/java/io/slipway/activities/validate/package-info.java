/**
 * The verb {@code validate}: runs named checks, keeps asking as long as they say, and reports each with what was
 * expected and what was seen.
 */
package io.slipway.activities.validate;
