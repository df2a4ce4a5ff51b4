package io.slipway.activities.cluster.removal;

import io.slipway.activities.cluster.api.ApiKind;
import io.slipway.activities.cluster.api.ObjectRef;

/**
 * An object to delete.
 *
 * @param kind its kind
 * @param ref its name
 * @param uid its uid: another object of the same name stays
 */
public record Doomed(ApiKind kind, ObjectRef ref, String uid) {}
