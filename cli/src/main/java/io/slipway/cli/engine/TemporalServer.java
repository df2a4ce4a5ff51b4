package io.slipway.cli.engine;

import io.grpc.StatusRuntimeException;
import io.slipway.cli.error.CliException;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.time.Duration;
import picocli.CommandLine.Option;

/** The options that name a Temporal server, and the way to it. */
public final class TemporalServer {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Option(
            names = "--temporal",
            required = true,
            paramLabel = "HOST:PORT",
            description = "Where the Temporal server's frontend answers, without TLS.")
    private String address = "";

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            defaultValue = "default",
            description = "The Temporal namespace (default: ${DEFAULT-VALUE}).")
    private String namespace = "default";

    /** Host and port. */
    public String address() {
        return address;
    }

    /** The namespace on it. */
    public String namespace() {
        return namespace;
    }

    /**
     * Connects. The stubs are the caller's to shut down.
     *
     * @throws CliException when the server does not answer
     */
    public WorkflowServiceStubs connect() {
        WorkflowServiceStubsOptions options =
                WorkflowServiceStubsOptions.newBuilder().setTarget(address).validateAndBuildWithDefaults();
        try {
            return WorkflowServiceStubs.newConnectedServiceStubs(options, PATIENCE);
        } catch (StatusRuntimeException e) {
            throw CliException.unreachable(
                    "the Temporal server at " + address + " cannot be reached: "
                            + e.getStatus().getCode() + " within " + PATIENCE.toSeconds() + " s",
                    "Check --temporal, and that the server runs; 'slipway sandbox --temporal-port 7233' is one to try.",
                    e);
        }
    }
}
