package io.slipway.cli.rollouts;

import io.slipway.activities.cluster.lease.GroupLock;
import io.slipway.activities.cluster.lease.Holder;
import io.slipway.activities.cluster.lease.HolderName;
import io.slipway.activities.cluster.lease.Standing;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.HomeServers;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code slipway unlock}: frees a concurrency group whose holder nobody here can ask. Holders of this home's processes
 * and of the server that is named are asked first; one that is at work keeps the group.
 */
@Command(
        name = "unlock",
        mixinStandardHelpOptions = true,
        description = "Free a concurrency group held by a rollout of another Temporal server. Shows the holder"
                + " and asks for confirmation; refuses while the holder is known to be running.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway unlock datalyptica --target staging",
            "  slipway unlock shop --target staging --temporal-address OTHER:7233",
            "  slipway unlock shop --target staging --yes",
            "",
            "Exit codes: 0 the group is free now; 2 it was not held, its holder is",
            "running, or there was no confirmation."
        })
public final class UnlockCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            paramLabel = "GROUP",
            description = "Concurrency group: 'concurrency: { group }', or the pipeline's name.")
    private String group;

    @Mixin
    private ClusterOptions where;

    @Option(
            names = {"-n", "--lease-namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace of the worker's Leases (default: that of the kube context).")
    private String namespace = "";

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask for confirmation.")
    private boolean yes;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public UnlockCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (ChosenCluster chosen = where.open(environment, SimulationOptions.GUIDES)) {
            String place = namespace.isEmpty() ? chosen.target().namespace() : namespace;
            GroupLock lock = new GroupLock(chosen.cluster(), () -> {}, place, group, Clock.systemUTC());
            Holder holder = lock.holder()
                    .orElseThrow(
                            () -> CliException.invalid(
                                    "nobody holds group '" + group + "' in namespace " + place + " of "
                                            + chosen.target().name() + "; nothing was changed",
                                    "The name of a group is set by the pipeline's 'concurrency: { group }' (default: the pipeline's name)."));
            refuseWhileAtWork(holder);
            if (!yes) {
                environment.console().err().println("group '" + group + "' is held by " + holder.text());
                Confirmation.ask(environment, "Take it from that rollout?");
            }
            free(lock, holder);
        }
        return ExitCode.DONE;
    }

    private void free(GroupLock lock, Holder holder) throws InterruptedException {
        if (!lock.free(holder, environment.user())) {
            throw CliException.failed(
                    "group '" + group + "' has a new holder now; nothing was changed", "Run it again.");
        }
        output.print(
                environment.console(),
                () -> "group '" + group + "' is free; it was held by " + holder.text(),
                () -> Json.mapper()
                        .createObjectNode()
                        .put("group", group)
                        .put("rollout", holder.rollout())
                        .put("since", holder.since().toString())
                        .put("place", holder.trail().place()));
    }

    private void refuseWhileAtWork(Holder holder) throws IOException {
        Optional<HolderName> name = HolderName.of(holder.identity());
        if (name.isPresent() && standing(name.get()) == Standing.RUNNING) {
            throw CliException.invalid(
                    "group '" + group + "' is held by " + holder.text() + ", which is running; nothing was changed",
                    "Follow it with '" + holder.trail().follow() + "', or end it with 'slipway cancel "
                            + holder.rollout() + "'.");
        }
    }

    private Standing standing(HolderName name) throws IOException {
        Standing here = new HomeServers(new Home(environment)).standing(name.server());
        Optional<TemporalSettings> server = temporal.settings(environment);
        if (here != Standing.FOREIGN || server.isEmpty()) {
            return here;
        }
        try (EngineSession session = EngineSession.client(new Home(environment), server.get())) {
            return session.engine().groups().standing(name);
        }
    }
}
