/** What was seen, as short and safe texts for people and as plain values for expressions. */
package io.slipway.activities.evidence;
