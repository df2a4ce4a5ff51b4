package io.slipway.cli.rollouts;

import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.activities.rollout.LastRollout;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.cli.temporal.TemporalSettings;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.journal.Journal;
import io.slipway.model.json.Json;
import io.slipway.reports.Report;
import io.slipway.reports.history.CheckHistory;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.RevalidateRequest;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway revalidate}: looks again at what the last successful rollout of a pipeline left. */
@Command(
        name = "revalidate",
        mixinStandardHelpOptions = true,
        description = "Re-check readiness, checks and drift of the last successful rollout of a pipeline, and"
                + " report differences to the previous time. Read-only.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway revalidate datalyptica                    target and checks as run",
            "  slipway revalidate pipelines/datalyptica --head   with the file's checks",
            "  slipway revalidate datalyptica --history          results of its checks",
            "",
            "Exit codes: 0 unchanged and healthy, 1 not, 2 never rolled out,",
            "5 a server cannot be reached."
        })
public final class RevalidateCommand implements Callable<Integer> {
    private static final int TIMES = 30;

    private final Environment environment;

    @Parameters(paramLabel = "PIPELINE", description = "Name of a pipeline with earlier rollouts, or its folder.")
    private Path pipeline;

    @Option(names = "--of", paramLabel = "ID", description = "Re-check this rollout.")
    private String of = "";

    @Option(names = "--target", paramLabel = "NAME", description = "Re-check the last rollout on this target.")
    private String target = "";

    @Option(names = "--head", description = "Use the checks of the current pipeline file.")
    private boolean head;

    @Option(names = "--history", description = "Run no checks; show their results so far.")
    private boolean history;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public RevalidateCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<TemporalSettings> server = temporal.settings(environment);
        Home home = new Home(environment);
        if (history) {
            return show(home);
        }
        return server.isPresent() ? onServer(home, server.get()) : here(home);
    }

    private String name() {
        return pipeline.toAbsolutePath().normalize().getFileName().toString();
    }

    private int onServer(Home home, TemporalSettings server) throws IOException, InterruptedException {
        try (EngineSession session = EngineSession.client(home, server)) {
            RolloutHandle handle = start(session, target, new RevalidateRequest(head, of));
            int code = followed(home, session, handle);
            chosen(home, handle.journal()).ifPresent(this::tellOfParts);
            news(home, handle);
            return code;
        }
    }

    private int here(Home home) throws IOException, InterruptedException {
        LastRollout.Chosen chosen = chosen(home);
        tellOfParts(chosen);
        Journal base = chosen.base();
        Optional<PipelineFolder> folder = Optional.of(environment.directory().resolve(pipeline))
                .filter(Files::isDirectory)
                .map(PipelineFolder::at);
        if (head && folder.isEmpty()) {
            throw CliException.invalid("--head requires the pipeline's folder, but " + pipeline + " is not one", "");
        }
        FolderPlanning planning = new FolderPlanning(List.of(environment.directory()), folder);
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, base.rollout(), planning)) {
            RolloutHandle handle = start(session, base.target(), new RevalidateRequest(head, base.rollout()));
            int code = followed(home, session, handle);
            news(home, handle);
            return code;
        }
    }

    private RolloutHandle start(EngineSession session, String where, RevalidateRequest request) {
        return session.engine().revalidate(name(), where, request, environment.user());
    }

    private int followed(Home home, EngineSession session, RolloutHandle handle) throws InterruptedException {
        return new RunRollout(environment, home, output).follow(session, handle);
    }

    private void news(Home home, RolloutHandle handle) {
        HistoryText.news(sinceRollout(home, handle.journal()))
                .forEach(line -> environment.console().err().println(line));
    }

    /** What is looked at may not be all of the pipeline, or not what was run last. */
    private void tellOfParts(LastRollout.Chosen chosen) {
        PrintStream err = environment.console().err();
        Journal base = chosen.base();
        LastRollout.part(base)
                .ifPresent(part -> err.println("rollout " + base.rollout() + " ran only a part of the pipeline (" + part
                        + "): the other checks are skipped"));
        if (chosen.hasLaterPart()) {
            Journal latest = chosen.latest();
            err.println("checking rollout " + base.rollout() + ", the latest of the whole pipeline; what "
                    + latest.rollout() + " left (" + LastRollout.part(latest).orElse("") + "): --of "
                    + latest.rollout());
        }
    }

    private LastRollout.Chosen chosen(Home home) {
        if (!of.isEmpty()) {
            Journal named = home.journals().journal(home.rollout(of));
            return new LastRollout.Chosen(named, named);
        }
        return new LastRollout(home.journals(), name(), target)
                .chosen()
                .orElseThrow(() -> CliException.invalid(
                        "no rollout of pipeline '" + name() + "'"
                                + (target.isEmpty() ? "" : " on target '" + target + "'") + " has succeeded in "
                                + home.place(),
                        "Run it first: slipway run " + pipeline));
    }

    /** What a server's worker has chosen to look at; empty where its journals are not those of this folder. */
    private Optional<LastRollout.Chosen> chosen(Home home, Journal look) {
        String base = LastRollout.revalidationOf(look).orElse("");
        if (base.isEmpty() || !home.journals().rollouts().contains(base)) {
            return Optional.empty();
        }
        if (!of.isEmpty()) {
            Journal named = home.journals().journal(base);
            return Optional.of(new LastRollout.Chosen(named, named));
        }
        return new LastRollout(home.journals(), name(), look.target())
                .chosen()
                .filter(chosen -> chosen.base().rollout().equals(base));
    }

    private CheckHistory history(Home home, String where) {
        List<Report> reports = new ArrayList<>(new LastRollout(home.journals(), name(), where)
                .revalidations()
                .limit(TIMES)
                .map(home::report)
                .toList());
        Collections.reverse(reports);
        return CheckHistory.of(reports, report -> true);
    }

    /** The times it was looked at, and what the rollout had left that was looked at; nothing where the journals are a worker's. */
    private CheckHistory sinceRollout(Home home, Journal look) {
        CheckHistory history = history(home, look.target());
        return LastRollout.revalidationOf(look)
                .filter(id -> !id.isEmpty() && !history.times().isEmpty())
                .map(id -> history.after(home.report(id)))
                .orElse(history);
    }

    private int show(Home home) {
        CheckHistory all = history(home, target);
        output.print(environment.console(), () -> HistoryText.table(all), () -> Json.tree(all));
        return ExitCode.DONE;
    }
}
