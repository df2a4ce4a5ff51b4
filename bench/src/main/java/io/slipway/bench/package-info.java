/** What the engine costs, beside bare Temporal on the same embedded server. */
package io.slipway.bench;
