package io.slipway.cli.rollouts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.activities.rollout.FolderPlanning;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.EngineSession;
import io.slipway.cli.engine.KubeconfigOption;
import io.slipway.cli.engine.RolloutClient;
import io.slipway.cli.engine.RunRollout;
import io.slipway.cli.engine.Unattended;
import io.slipway.cli.error.CliException;
import io.slipway.cli.home.Home;
import io.slipway.cli.pipelines.SentPipeline;
import io.slipway.cli.temporal.TemporalOptions;
import io.slipway.model.amend.StepDifference;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.journal.Journal;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.worker.engine.RolloutHandle;
import io.slipway.workflows.contract.AmendRequest;
import io.slipway.workflows.contract.Amended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway amend}: a rollout goes on with a corrected pipeline; what is done and unchanged stays done. */
@Command(
        name = "amend",
        mixinStandardHelpOptions = true,
        description = "Continue a paused or ended rollout with a corrected pipeline. Unchanged completed steps"
                + " stay done; re-running one requires --redo.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway amend last my-app --dry-run              preview",
            "  slipway amend last my-app --note 'right image'   continue",
            "  slipway amend last my-app --redo web             run completed 'web' again",
            "  slipway amend ID --temporal-address HOST:7233    worker has the pipeline",
            "  slipway amend ID my-app --temporal-address HOST:7233   send it"
        })
public final class AmendCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(index = "0", paramLabel = "ID", description = "ID of the rollout, a prefix of it, or 'last'.")
    private String rollout;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "PIPELINE",
            description = "Corrected pipeline: its folder or pipeline.yaml (default: looked up by name here and in"
                    + " pipelines/). With a server, it is sent to the worker; without this argument, the"
                    + " worker uses its own copy.")
    private Optional<Path> pipeline = Optional.empty();

    @Option(
            names = "--redo",
            paramLabel = "STEP",
            description = "Completed step to run again if changed; 'all' for every one.")
    private List<String> redo = new ArrayList<>();

    @Option(names = "--note", paramLabel = "TEXT", description = "Reason to record in the journal.")
    private String note = "";

    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Change a parameter; can be repeated.")
    private Map<String, String> params = new LinkedHashMap<>();

    @Option(names = "--dry-run", description = "Only show what would happen to each step.")
    private boolean dryRun;

    @Mixin
    private TemporalOptions temporal;

    @Mixin
    private KubeconfigOption kubeconfig;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public AmendCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<RolloutClient> server = RolloutClient.of(environment, temporal, rollout);
        return server.isPresent() ? onServer(server.get()) : reopened();
    }

    private AmendRequest request(String sent) {
        Map<String, JsonNode> values = new TreeMap<>();
        params.forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        return new AmendRequest(environment.user(), note, redo, values, dryRun, sent);
    }

    private int onServer(RolloutClient server) throws IOException, InterruptedException {
        try (RolloutClient client = server) {
            RolloutHandle handle = client.find(rollout);
            Journal before = handle.journal();
            Home home = new Home(environment);
            RunRollout run = new RunRollout(environment, home, output).after(before);
            String sent = pipeline.isPresent() ? SentPipeline.send(Checker.check(folder(before)), home) : "";
            if (goesOnAnew(before)) {
                return run.follow(client.session(), client.session().engine().amend(handle.id(), request(sent)));
            }
            Amended amended;
            try (Unattended unattended = Unattended.watch(environment.console(), client.session())) {
                amended = handle.amend(request(sent));
                unattended.begun();
            } catch (RolloutHandle.AmendRefused e) {
                show(e.differences());
                throw refused(handle, before, e.getMessage());
            } catch (RolloutHandle.DecisionRefused e) {
                throw refused(handle, before, e.getMessage());
            }
            if (dryRun) {
                return AmendText.print(environment, output, amended.differences());
            }
            AmendText.tell(environment, amended.differences());
            return run.follow(client.session(), handle);
        }
    }

    /** What is refused is shown only to who asked for it: the refusal says all that is wrong. */
    private void show(List<StepDifference> differences) {
        if (dryRun && !differences.isEmpty()) {
            AmendText.tell(environment, differences);
        }
    }

    /** A rollout that is over goes on as a new run, which looks at the pipeline for itself. */
    private boolean goesOnAnew(Journal journal) {
        boolean over = journal.status().closed() && journal.status() != RolloutStatus.SUCCEEDED;
        if (over && dryRun) {
            throw CliException.invalid(
                    "rollout " + journal.rollout() + " has ended; only its workers can preview the steps",
                    "Without --dry-run it continues, unless a completed step would run again.");
        }
        return over;
    }

    private static CliException refused(RolloutHandle handle, Journal before, String problems) {
        if (problems.contains("Use --redo ")) {
            return CliException.invalid(notAmended(handle.id(), problems), "");
        }
        return CliException.invalid(
                notAmended(handle.id(), problems),
                before.status() == RolloutStatus.PAUSED
                        ? "The worker uses the pipeline in its own folders: correct it there, or send it:"
                                + " slipway amend " + handle.id() + " PIPELINE"
                        : "'slipway show " + handle.id() + "' shows its status.");
    }

    private int reopened() throws IOException, InterruptedException {
        Home home = new Home(environment);
        String id = home.rollout(rollout);
        Journal journal = home.journals().journal(id);
        PipelineFolder folder = folder(journal);
        FolderPlanning planning =
                new FolderPlanning(List.of(folder.root().toAbsolutePath().getParent()), Optional.of(folder));
        try (EngineSession session = Reopened.open(environment, kubeconfig, home, id, planning)) {
            Amended amended = session.engine().foresee(id, request(""));
            if (!amended.problems().isEmpty()) {
                show(amended.differences());
                throw CliException.invalid(notAmended(id, String.join("\n", amended.problems())), "");
            }
            if (dryRun) {
                return AmendText.print(environment, output, amended.differences());
            }
            AmendText.tell(environment, amended.differences());
            return new RunRollout(environment, home, output)
                    .after(journal)
                    .follow(session, session.engine().amend(id, request("")));
        }
    }

    /** One problem stands in the line, more below it. */
    private static String notAmended(String id, String problems) {
        return "rollout " + id + " is not amended:" + (problems.contains("\n") ? "\n" : " ") + problems;
    }

    private PipelineFolder folder(Journal journal) {
        Path here = environment.directory();
        Optional<Path> found = pipeline.map(here::resolve)
                .or(() -> Stream.of(here, here.resolve("pipelines"))
                        .map(root -> root.resolve(journal.pipeline()))
                        .filter(Files::isDirectory)
                        .findFirst());
        PipelineFolder folder = found.map(PipelineFolder::at)
                .orElseThrow(() -> CliException.invalid(
                        "no folder " + journal.pipeline() + " or pipelines/" + journal.pipeline() + " here",
                        "Give the corrected pipeline: slipway amend " + journal.rollout() + " PIPELINE"));
        if (!folder.name().equals(journal.pipeline())) {
            throw CliException.invalid(
                    "rollout " + journal.rollout() + " belongs to pipeline '" + journal.pipeline() + "', not to '"
                            + folder.name() + "'",
                    "Amend it with that pipeline, or run the other one.");
        }
        return folder;
    }
}
