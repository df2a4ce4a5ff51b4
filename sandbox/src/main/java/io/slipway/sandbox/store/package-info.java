/**
 * What etcd and the storage layer of an API server do: versioned objects by kind, namespace and name, optimistic
 * concurrency, finalizers, an ordered stream of changes, and a journal that survives a killed process.
 */
package io.slipway.sandbox.store;
