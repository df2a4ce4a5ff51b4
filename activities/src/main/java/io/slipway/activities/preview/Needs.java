package io.slipway.activities.preview;

import io.slipway.activities.cluster.Cluster;
import io.slipway.activities.cluster.api.ApiKind;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What the steps of a plan need of the cluster and bring for each other, collected on the way through it.
 *
 * @param rights what the account must be allowed
 * @param quotas what must fit into the namespaces' quotas
 * @param images what must be in image streams
 * @param kinds kinds that steps so far define
 * @param cluster the cluster with these kinds
 */
record Needs(Rights rights, Quotas quotas, Images images, List<ApiKind> kinds, Cluster cluster) {
    static Needs of(Cluster cluster) {
        List<ApiKind> kinds = new CopyOnWriteArrayList<>();
        return new Needs(
                new Rights(cluster), new Quotas(cluster), new Images(cluster), kinds, cluster.expecting(kinds));
    }
}
