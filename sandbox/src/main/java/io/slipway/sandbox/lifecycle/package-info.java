/** What the control plane does for every object: first objects, CRDs, namespaces, garbage collection, quota status. */
package io.slipway.sandbox.lifecycle;
