/** Who may do what: role based access control over the roles and bindings in the store. */
package io.slipway.sandbox.api.authz;
