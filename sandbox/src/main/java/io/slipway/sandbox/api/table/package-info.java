/** Tables for people: the columns {@code kubectl get} prints. */
package io.slipway.sandbox.api.table;
