package io.slipway.sandbox.sim;

import io.slipway.sandbox.generic.GenericWorkload;
import io.slipway.sandbox.workloads.Services;
import io.slipway.sandbox.workloads.Workload;
import java.util.ArrayList;
import java.util.List;

/** All images the simulation knows; the generic one comes last. */
final class Workloads {
    private Workloads() {}

    static List<Workload> all(Services services) {
        List<Workload> all = new ArrayList<>();
        all.add(new GenericWorkload());
        return all;
    }
}
