package io.slipway.cli.fleet;

import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.FleetCluster;
import io.slipway.cli.engine.FleetEngine;
import io.slipway.cli.error.CliException;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetTarget;
import io.slipway.model.fleet.TargetRecord;
import io.slipway.model.fleet.TargetStatus;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.worker.fleet.FleetHandle;
import io.slipway.workflows.contract.FleetDecision;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway fleet continue}: goes on with a fleet that has paused, failed, or lost its process. */
@Command(
        name = "continue",
        mixinStandardHelpOptions = true,
        description = "Continue a fleet: retry failed targets, keeping what they have completed, then start"
                + " pending ones. Completed targets are left alone.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway fleet continue last",
            "  slipway fleet continue last --skip edge-007,edge-011   skip these",
        })
final class FleetContinueCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(paramLabel = "ID", description = "ID of the run, a prefix of it, or 'last'; on a server the full ID.")
    private String id = "";

    @Option(names = "--skip", split = ",", paramLabel = "TARGET", description = "Failed targets to skip.")
    private List<String> skip = List.of();

    @Option(names = "--note", paramLabel = "TEXT", description = "Note to record in the journal.")
    private String note = "";

    @Option(
            names = "--kubeconfig",
            paramLabel = "FILE",
            description = "Kubeconfig file with the contexts (default: KUBECONFIG or ~/.kube/config).")
    private Optional<Path> kubeconfig = Optional.empty();

    @Option(names = "--pipeline", paramLabel = "FOLDER", description = "Folder of the pipeline, if it has moved.")
    private Optional<Path> pipeline = Optional.empty();

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    FleetContinueCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        FleetHome home = new FleetHome(environment);
        Optional<TemporalSettings> server = temporal.settings(environment);
        return server.isPresent() ? onServer(home, server.get()) : here(home);
    }

    private int onServer(FleetHome home, TemporalSettings server) throws InterruptedException {
        try (FleetEngine engine = FleetEngine.client(home.home(), server)) {
            FleetHandle fleet = engine.fleets().find(id);
            RolloutStatus status = fleet.journal().status();
            if (status.closed()) {
                fleet = engine.fleets().resume(id, environment.user(), skip);
            } else {
                fleet.decide("continue", new FleetDecision(environment.user(), note, skip));
            }
            return new FollowFleet(environment, home, output).follow(engine, fleet, Optional.empty());
        } catch (FleetHandle.Refused e) {
            throw CliException.invalid(e.getMessage(), "");
        }
    }

    private int here(FleetHome home) throws IOException, InterruptedException {
        String found = home.id(id);
        FleetJournal journal = home.journals().journal(found);
        if (journal.status() == RolloutStatus.SUCCEEDED) {
            throw CliException.invalid("fleet " + found + " has succeeded; there is nothing to continue", "");
        }
        List<String> failed = journal.targets().stream()
                .filter(target -> target.status() == TargetStatus.FAILED)
                .map(TargetRecord::target)
                .toList();
        skip.stream().filter(name -> !failed.contains(name)).findFirst().ifPresent(name -> {
            throw CliException.invalid(
                    "target '" + name + "' has not failed and cannot be skipped",
                    failed.isEmpty() ? "None has failed." : "Failed: " + String.join(", ", failed));
        });
        try (FleetEngine engine = FleetEngine.embedded(
                home.home(), targets(home, journal), Optional.empty(), Optional.of(folder(home, found)))) {
            FleetHandle fleet = engine.fleets().resume(found, environment.user(), skip);
            return new FollowFleet(environment, home, output).follow(engine, fleet, Optional.empty(), journal.runs());
        }
    }

    /** Targets that have not begun are planned now. */
    private PipelineFolder folder(FleetHome home, String found) {
        return pipeline.map(typed -> PipelineFolder.at(environment.directory().resolve(typed)))
                .or(() -> home.pipeline(found))
                .orElseThrow(() -> CliException.invalid(
                        "the pipeline of fleet " + found + " has moved", "Give its folder with --pipeline FOLDER."));
    }

    private FleetCluster targets(FleetHome home, FleetJournal journal) {
        List<String> names = home
                .plan(journal)
                .orElseThrow(() -> CliException.failed(
                        "the plan of fleet " + journal.id() + " is gone", "It cannot continue; run the fleet again."))
                .targets()
                .stream()
                .map(FleetTarget::target)
                .toList();
        boolean simulated = journal.last().map(FleetEvent.Started::simulated).orElse(false);
        return simulated
                ? FleetCluster.sandboxes(home.sandboxes(), names)
                : FleetCluster.contexts(kubeconfig.map(environment.directory()::resolve), names);
    }
}
