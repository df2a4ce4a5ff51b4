package io.slipway.sandbox.sim;

import io.slipway.sandbox.faults.Fault;
import io.slipway.sandbox.faults.Faults;
import java.util.List;
import java.util.Optional;

/**
 * What the simulated cluster is like.
 *
 * @param faults what goes wrong
 * @param platformNamespace where MinIO and Nessie of the earlier guides run; empty for a bare cluster
 */
public record SimulationOptions(List<Fault> faults, Optional<String> platformNamespace) {
    /** The namespace the guides use. */
    public static final String GUIDES = "datalyptica";

    public SimulationOptions {
        faults = List.copyOf(faults);
    }

    /** A cluster on which the earlier guides have been carried out, and nothing goes wrong. */
    public static SimulationOptions standard() {
        return new SimulationOptions(List.of(), Optional.of(GUIDES));
    }

    /** A cluster with nodes and nothing else. */
    public static SimulationOptions bare() {
        return new SimulationOptions(List.of(), Optional.empty());
    }

    /**
     * The same with faults.
     *
     * @param scripts such as {@code flink-deploy: ImagePullBackOff}
     * @throws io.slipway.sandbox.faults.FaultSyntaxException when one cannot be read, naming every mistake
     */
    public SimulationOptions withFaults(List<String> scripts) {
        return new SimulationOptions(Faults.parse(scripts), platformNamespace);
    }
}
