/** The clients people use, against a whole sandbox: kubectl and Fabric8. */
package io.slipway.sandbox.clients;
