/** Label and field selectors. */
package io.slipway.sandbox.api.select;
