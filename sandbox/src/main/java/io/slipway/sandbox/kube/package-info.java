/** What all controllers share: kinds, selectors, quantities, conditions, events, owners. */
package io.slipway.sandbox.kube;
