/** The mistakes an API server refuses, in its words. Only those people make; it is not every rule of Kubernetes. */
package io.slipway.sandbox.api.validate;
