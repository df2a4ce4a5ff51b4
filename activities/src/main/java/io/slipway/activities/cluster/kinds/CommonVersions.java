package io.slipway.activities.cluster.kinds;

import java.util.List;

/** API versions that are looked through first when somebody gives only a kind's name. */
final class CommonVersions {
    static final List<String> IN_ORDER = List.of(
            "v1",
            "apps/v1",
            "batch/v1",
            "networking.k8s.io/v1",
            "rbac.authorization.k8s.io/v1",
            "policy/v1",
            "autoscaling/v2",
            "storage.k8s.io/v1",
            "apiextensions.k8s.io/v1",
            "route.openshift.io/v1",
            "build.openshift.io/v1",
            "image.openshift.io/v1");

    private CommonVersions() {}
}
