package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.console.Times;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.pipelines.CheckedPipeline;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.json.Json;
import io.slipway.model.pipeline.Schedule;
import io.slipway.worker.schedule.PlannedSchedule;
import io.slipway.worker.schedule.ScheduleEntry;
import io.slipway.worker.schedule.Schedules;
import io.temporal.client.schedules.ScheduleException;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway schedule}: the {@code schedules} of a pipeline as Temporal Schedules. */
@Command(
        name = "schedule",
        mixinStandardHelpOptions = true,
        description = "Manage a pipeline's schedules on a Temporal server: 'apply' creates, updates and"
                + " deletes them to match the file; the other actions manage single schedules.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway schedule apply pipelines/datalyptica --temporal-address HOST:7233",
            "  slipway schedule list --temporal-address HOST:7233    schedules and next runs",
            "  slipway schedule trigger datalyptica nightly          start it now",
            "  slipway schedule pause datalyptica nightly --note 'maintenance'"
        })
public final class ScheduleCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            index = "0",
            paramLabel = "WHAT",
            description = "Action: apply, list, pause, resume, trigger or delete.")
    private What what;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PIPELINE",
            description = "Folder of the pipeline; its name also works, except for apply.")
    private Optional<String> pipeline = Optional.empty();

    @Parameters(index = "2", arity = "0..1", paramLabel = "NAME", description = "Name of the schedule in the file.")
    private Optional<String> name = Optional.empty();

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "With pause and resume: reason to record on the server.")
    private String note = "";

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private Output output;

    enum What {
        APPLY,
        LIST,
        PAUSE,
        RESUME,
        TRIGGER,
        DELETE;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command in that environment. */
    public ScheduleCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        var server = temporal.settings(environment)
                .orElseThrow(() -> CliException.invalid(
                        "schedules require a Temporal server, and none is given",
                        "Use --temporal-address HOST:PORT, or set TEMPORAL_ADDRESS."));
        List<PlannedSchedule> wanted = what == What.APPLY ? wanted(server.taskQueue()) : List.of();
        try (EngineSession session = EngineSession.client(new Home(environment), server)) {
            Schedules schedules = session.engine().schedules();
            switch (what) {
                case APPLY -> show(schedules.apply(folder().name(), wanted));
                case LIST -> list(schedules.list(pipelineName(), Instant.now(Clock.systemUTC())));
                case PAUSE -> {
                    schedules.pause(id(), true, said());
                    tell("paused");
                }
                case RESUME -> {
                    schedules.pause(id(), false, said());
                    tell("resumed");
                }
                case TRIGGER -> {
                    schedules.trigger(id());
                    tell("triggered");
                }
                case DELETE -> {
                    schedules.delete(id());
                    tell("deleted");
                }
            }
        } catch (ScheduleException e) {
            throw CliException.invalid(
                    "there is no schedule " + name.orElse("") + " of pipeline '" + pipelineName() + "' on " + server,
                    "'slipway schedule list' with the same server lists them.");
        }
        return ExitCode.DONE;
    }

    private String said() {
        return note.isEmpty() ? "by " + environment.user() : note + " (" + environment.user() + ")";
    }

    private String pipelineName() {
        return pipeline.map(typed -> environment
                        .directory()
                        .resolve(typed)
                        .normalize()
                        .getFileName()
                        .toString())
                .orElse("");
    }

    private String id() {
        if (pipeline.isEmpty() || name.isEmpty()) {
            throw CliException.invalid("name the schedule: slipway schedule " + what + " PIPELINE NAME", "");
        }
        return PlannedSchedule.id(pipelineName(), name.get());
    }

    private PipelineFolder folder() {
        return PipelineFolder.at(environment
                .directory()
                .resolve(pipeline.orElseThrow(
                        () -> CliException.invalid("name the pipeline: slipway schedule apply PIPELINE", ""))));
    }

    private List<PlannedSchedule> wanted(String taskQueue) {
        PipelineFolder folder = folder();
        Map<String, Schedule> all = CheckedPipeline.schedules(folder, environment.console());
        List<PlannedSchedule> wanted = new ArrayList<>();
        all.forEach((key, schedule) -> wanted.add(new PlannedSchedule(folder.name(), key, schedule, taskQueue)));
        return wanted;
    }

    /** What became of a single one, in the form of a change. */
    private void tell(String word) {
        output.print(
                environment.console(),
                () -> id() + " " + word + "\n",
                () -> Json.mapper().createObjectNode().put("id", id()).put("what", word.toUpperCase(Locale.ROOT)));
    }

    private void show(List<Schedules.Change> changes) {
        output.print(
                environment.console(),
                () -> {
                    if (changes.isEmpty()) {
                        return "neither the pipeline nor the server has schedules of it";
                    }
                    Columns table = Columns.of("SCHEDULE", "CHANGE");
                    changes.forEach(change ->
                            table.row(change.id(), change.what().name().toLowerCase(Locale.ROOT)));
                    return table.text();
                },
                () -> tree(changes));
    }

    private void list(List<ScheduleEntry> entries) {
        output.print(
                environment.console(),
                () -> {
                    if (entries.isEmpty()) {
                        return "no schedules";
                    }
                    Columns table = Columns.of("SCHEDULE", "STATE", "LAST", "NEXT");
                    entries.forEach(entry ->
                            table.row(entry.id(), state(entry), Times.shown(entry.last()), Times.shown(entry.next())));
                    return table.text();
                },
                () -> tree(entries));
    }

    private static JsonNode tree(List<?> list) {
        return Json.tree(list);
    }

    private static String state(ScheduleEntry entry) {
        return entry.paused() ? "paused" : entry.overdue() ? "OVERDUE" : "active";
    }
}
