package io.slipway.cli.fleet;

import io.slipway.activities.store.FleetStore;
import io.slipway.activities.store.LogFolder;
import io.slipway.activities.store.Stores;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.home.TypedId;
import io.slipway.cli.home.WholeFile;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.fleet.FleetEvent;
import io.slipway.model.fleet.FleetJournal;
import io.slipway.model.fleet.FleetPlan;
import io.slipway.model.json.Json;
import io.slipway.reports.fleet.FleetPages;
import io.slipway.reports.fleet.FleetReport;
import io.slipway.reports.json.JsonReport;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is kept of fleets: their journals where those of rollouts are, reports under {@code .slipway/fleets/}. */
final class FleetHome {
    private static final String PIPELINE = "pipeline";

    private final Home home;

    FleetHome(Environment environment) {
        this.home = new Home(environment);
    }

    Home home() {
        return home;
    }

    FleetStore journals() {
        return home.stores().fleets();
    }

    /** Where the files of a run are, such as its reports. */
    private Path folder(String id) {
        return LogFolder.of(home.folder().resolve(Stores.FLEETS), id);
    }

    /** Where the sandboxes of targets are kept, one folder each. */
    Path sandboxes() {
        return home.folder().resolve("sandboxes");
    }

    /** The id of a run from what was typed: the whole id, an unambiguous beginning of it, or {@code last}. */
    String id(String typed) {
        return TypedId.find(typed, journals().ids())
                .orElseThrow(() -> CliException.invalid(
                        "no fleet '" + typed + "' in " + home.place(), "'slipway fleet list' lists them."));
    }

    /** Remembers where the pipeline of a run is, for {@link #pipeline}. */
    void remember(String id, PipelineFolder pipeline) {
        Path file = folder(id).resolve(PIPELINE);
        try {
            Files.createDirectories(file.getParent());
            WholeFile.write(file, pipeline.root().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Where the pipeline of a run is: what {@link #remember} was told, if it is still there. */
    Optional<PipelineFolder> pipeline(String id) {
        try {
            return Optional.of(PipelineFolder.at(Path.of(
                            Files.readString(folder(id).resolve(PIPELINE)).strip())))
                    .filter(folder -> Files.isRegularFile(folder.root().resolve(folder.file())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The plan that a journal names; empty when the blob store does not have it. */
    Optional<FleetPlan> plan(FleetJournal journal) {
        return journal.last()
                .map(FleetEvent.Started::plan)
                .flatMap(home.blobs()::text)
                .map(text -> Json.read(text, FleetPlan.class));
    }

    /** The report of a run that is kept here. */
    FleetReport report(FleetJournal journal) {
        return FleetReport.of(
                plan(journal)
                        .orElseThrow(() -> CliException.failed(
                                "the plan of fleet " + journal.id() + " is not in " + home.place(),
                                "Use the store of its worker (SLIPWAY_STORE or SLIPWAY_HOME).")),
                journal);
    }

    /** Writes {@code report.html}, {@code report.md} and {@code report.json} beside the journal; the page to open. */
    Path write(FleetReport report) {
        Path folder = folder(report.id());
        try {
            Files.createDirectories(folder);
            WholeFile.write(folder.resolve("report.json"), JsonReport.render(report));
            WholeFile.write(folder.resolve("report.md"), FleetPages.markdown(report));
            return WholeFile.write(folder.resolve("report.html"), FleetPages.html(report));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the reports at " + folder, e);
        }
    }
}
