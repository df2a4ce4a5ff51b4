/** The defaults an API server gives to objects, and the one form it keeps equal values in. */
package io.slipway.sandbox.api.defaults;
