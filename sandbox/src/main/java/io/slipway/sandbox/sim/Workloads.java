package io.slipway.sandbox.sim;

import io.slipway.sandbox.faults.Faults;
import io.slipway.sandbox.flink.FlinkWorkloads;
import io.slipway.sandbox.flinksql.SqlGatewayWorkload;
import io.slipway.sandbox.generic.GenericWorkload;
import io.slipway.sandbox.kafka.KafkaWorkload;
import io.slipway.sandbox.lakefs.LakefsWorkload;
import io.slipway.sandbox.nessie.NessieWorkload;
import io.slipway.sandbox.openshift.BuildFailures;
import io.slipway.sandbox.openshift.BuildWorkload;
import io.slipway.sandbox.s3.MinioWorkload;
import io.slipway.sandbox.spark.SparkWorkloads;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.ArrayList;
import java.util.List;

/** All images the simulation knows; the generic one comes last. */
final class Workloads {
    private Workloads() {}

    static List<Workload> all(Services services) {
        Faults faults = services.faults();
        List<Workload> all = new ArrayList<>();
        all.add(new BuildWorkload(services.store(), new BuildFailures(services.store(), faults)));
        all.add(new MinioWorkload(services));
        all.add(new NessieWorkload());
        all.add(new LakefsWorkload(services));
        all.add(new KafkaWorkload(services));
        all.add(new SqlGatewayWorkload(services));
        all.addAll(FlinkWorkloads.all(services));
        all.addAll(SparkWorkloads.all(services));
        all.add(new GenericWorkload());
        return all;
    }
}
