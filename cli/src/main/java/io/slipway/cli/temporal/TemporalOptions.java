package io.slipway.cli.temporal;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.workflows.contract.Rollout;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/**
 * The options that name a Temporal server. Each has a variable of the environment that stands in for it, with the names
 * that Temporal's own tools use; an option is stronger. Without an address there is no server, and rollouts run in this
 * process.
 */
public final class TemporalOptions {
    private static final String NAMESPACE = "default";

    @Option(
            names = "--temporal-address",
            paramLabel = "HOST:PORT",
            description = "Address of the Temporal server (TEMPORAL_ADDRESS); without one, rollouts run in this"
                    + " process.")
    private Optional<String> address = Optional.empty();

    @Option(
            names = {"--namespace", "--temporal-namespace"},
            paramLabel = "NAME",
            description = "Temporal namespace, not the cluster's (TEMPORAL_NAMESPACE; 'default').")
    private Optional<String> namespace = Optional.empty();

    @Option(
            names = "--task-queue",
            paramLabel = "NAME",
            description = "Task queue of the workers (TEMPORAL_TASK_QUEUE; '" + Rollout.TASK_QUEUE + "').")
    private Optional<String> taskQueue = Optional.empty();

    @Option(
            names = "--temporal-ui",
            paramLabel = "URL",
            description = "URL of the Temporal UI, for links (TEMPORAL_UI_ADDRESS).")
    private Optional<String> ui = Optional.empty();

    @Option(
            names = "--temporal-api-key-file",
            paramLabel = "FILE",
            description = "File with an API key; requires TLS (the key itself: TEMPORAL_API_KEY).")
    private Optional<Path> apiKeyFile = Optional.empty();

    @ArgGroup(validate = false, heading = "%nTLS to the Temporal server:%n")
    private TlsOptions tls = new TlsOptions();

    /**
     * The server that is meant; empty when none is named.
     *
     * @throws CliException when the settings contradict each other or name files that cannot be read
     */
    public Optional<TemporalSettings> settings(Environment environment) {
        boolean named = address.isPresent()
                || environment.variable("TEMPORAL_ADDRESS").isPresent()
                || environment.variable("TEMPORAL_PROFILE").isPresent();
        return named ? Optional.of(read(environment)) : none();
    }

    /**
     * No server, for what runs in this process. Who typed a namespace meant one of the cluster, and must not find out by what was
     * deployed elsewhere.
     *
     * @throws CliException when a namespace was typed
     */
    public Optional<TemporalSettings> none() {
        namespace.ifPresent(name -> {
            throw CliException.invalid(
                    "--namespace " + name + " is an option for a Temporal server, and none is given",
                    "Omit it, or add --temporal-address HOST:PORT. The namespace of objects is set by the pipeline's"
                            + " 'cluster: { namespace }', else by the kube context.");
        });
        return Optional.empty();
    }

    /**
     * That server, which nobody has named here; all else is as the options and the environment say.
     *
     * @throws CliException when the settings contradict each other or name files that cannot be read
     */
    public TemporalSettings at(Environment environment, String server, String itsNamespace) {
        TemporalProfile profile = TemporalProfile.load(environment);
        profile.address(server);
        profile.namespace(itsNamespace);
        return complete(profile, environment);
    }

    /** Whether an option, and not the environment, names a server. */
    public boolean typed() {
        return address.isPresent();
    }

    /**
     * The server that is meant.
     *
     * @throws CliException when none is named
     */
    public TemporalSettings required(Environment environment) {
        return settings(environment)
                .orElseThrow(() -> CliException.invalid(
                        "no Temporal server is given", "Use --temporal-address HOST:PORT, or set TEMPORAL_ADDRESS."));
    }

    private TemporalSettings read(Environment environment) {
        TemporalProfile profile = TemporalProfile.load(environment);
        address.ifPresent(profile::address);
        namespace.ifPresent(profile::namespace);
        return complete(profile, environment);
    }

    private TemporalSettings complete(TemporalProfile profile, Environment environment) {
        apiKeyFile.map(environment.directory()::resolve).ifPresent(profile::apiKey);
        tls.applyTo(profile, environment);
        return new TemporalSettings(
                profile.checked(NAMESPACE),
                taskQueue.or(() -> environment.variable("TEMPORAL_TASK_QUEUE")).orElse(Rollout.TASK_QUEUE),
                ui.or(() -> environment.variable("TEMPORAL_UI_ADDRESS")));
    }
}
