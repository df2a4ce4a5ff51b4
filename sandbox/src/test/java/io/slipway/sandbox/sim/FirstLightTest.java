package io.slipway.sandbox.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.slipway.sandbox.store.Kinds;
import org.junit.jupiter.api.Test;

class FirstLightTest {
    @Test
    void earlierGuidesRunAndAnswer() {
        try (Cluster cluster = Cluster.withFaults()) {
            cluster.awaitAvailable("nessie");
            cluster.await(
                    Kinds.STATEFUL_SET,
                    "minio",
                    set -> set.path("status").path("readyReplicas").asInt() == 1);
            assertThat(
                            cluster.sh(
                                    "minio-0",
                                    "mc alias set local http://localhost:9000 $MINIO_ROOT_USER $MINIO_ROOT_PASSWORD && mc mb --ignore-existing local/lakehouse && echo x | mc pipe local/lakehouse/a/b && mc ls local/lakehouse/"))
                    .satisfies(ran -> assertThat(ran.code()).as(ran.toString()).isZero())
                    .satisfies(ran -> assertThat(ran.out()).contains("a/"));
            assertThat(cluster.exec(
                                    "minio-0",
                                    "curl",
                                    "-s",
                                    "http://nessie.datalyptica.svc.cluster.local:19120/api/v2/config")
                            .out())
                    .contains("defaultBranch");
        }
    }
}
