/** Who asks: bearer tokens, service account tokens, impersonation. */
package io.slipway.sandbox.api.authn;
