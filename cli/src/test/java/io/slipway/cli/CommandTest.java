package io.slipway.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.slipway.activities.store.Stores;
import io.slipway.cli.console.Console;
import io.slipway.cli.console.Environment;
import io.slipway.model.journal.JournalEvent;
import io.slipway.model.journal.RolloutStatus;
import io.slipway.model.journal.StepResult;
import io.slipway.model.json.Json;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** Commands as a shell sees them: exit code, stdout, stderr. */
class CommandTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... args) {
        return runWith("", args);
    }

    private int runWith(String stdin, String... args) {
        return new Slipway(environment(stdin)).run(args);
    }

    private Environment environment(String stdin) {
        return new Environment(
                Console.plain(out, err),
                folder,
                Map.of("USER", "ada"),
                new ByteArrayInputStream(stdin.getBytes(UTF_8)));
    }

    private String out() {
        return out.toString(UTF_8);
    }

    private String err() {
        return err.toString(UTF_8);
    }

    static List<String> commands() {
        return List.copyOf(Commands.all().keySet());
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandHasHelpWithAnExample(String command) {
        assertThat(run(command, "--help")).isZero();
        assertThat(out()).startsWith("Usage: slipway " + command);
        assertThat(out().substring(out().indexOf("Examples:"))).contains("slipway " + command);
        assertThat(err()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theListOfCommandsSaysWhatEachDoes(String command) {
        var spec = new Slipway(environment(""))
                .commandLine(command)
                .getSubcommands()
                .get(command)
                .getCommandSpec();
        assertThat(spec.usageMessage().description()).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandSaysWhichOptionItDoesNotKnow(String command) {
        assertThat(run(command, "--nonsense")).isEqualTo(2);
        assertThat(err()).contains("slipway: ").contains("--help").doesNotContain("\tat ");
    }

    @Test
    void aMistypedCommandIsGuessed() {
        assertThat(run("chekc")).isEqualTo(2);
        assertThat(err()).contains("unknown command 'chekc'. Did you mean 'check'?");
    }

    @ParameterizedTest
    @CsvSource({"status, show", "get, list", "apply, run", "rollback, undo", "lint, check", "fleet get, list"})
    void aCommandOfOtherToolsIsTranslated(String typed, String meant) {
        assertThat(run(typed.split(" "))).isEqualTo(2);
        assertThat(err()).contains("unknown command '").contains("Did you mean '" + meant + "'?");
    }

    @Test
    void aMissingArgumentReadsLikeAllErrors() {
        assertThat(run("check")).isEqualTo(2);
        assertThat(err()).startsWith("slipway: missing required parameter: 'PIPELINE'");
    }

    @Test
    void theLastRolloutOfAnEmptyHome() {
        assertThat(run("show", "last")).isEqualTo(2);
        assertThat(err()).contains("there are no rollouts in ").contains("Start one with 'slipway run'");
    }

    @ParameterizedTest
    @CsvSource({
        "help, 'Usage: slipway [-hvV]', COMMAND",
        "help run, Usage: slipway run, PIPELINE",
        "help fleet plan, Usage: slipway fleet plan, FLEET",
    })
    void helpDescribesACommand(String typed, String usage, String part) {
        assertThat(run(typed.split(" "))).as(err()).isZero();
        assertThat(out()).startsWith(usage).contains(part);
    }

    @ParameterizedTest
    @CsvSource({"help chekc, check", "help fleet plna, plan"})
    void helpForAMistypedCommandGuessesIt(String typed, String meant) {
        assertThat(run(typed.split(" "))).isEqualTo(2);
        assertThat(err()).contains("unknown command '").contains("Did you mean '" + meant + "'?");
    }

    /** Every command as it is typed, those within others too: {@code fleet}, {@code fleet plan}. */
    static List<String> typedCommands() {
        Environment nowhere = new Environment(
                Console.plain(new ByteArrayOutputStream(), new ByteArrayOutputStream()),
                Path.of(""),
                Map.of(),
                new ByteArrayInputStream(new byte[0]));
        return typed("", new Slipway(nowhere).commandLine()).toList();
    }

    private static Stream<String> typed(String before, CommandLine line) {
        return line.getSubcommands().entrySet().stream()
                .flatMap(inner -> Stream.concat(
                        Stream.of(before + inner.getKey()), typed(before + inner.getKey() + " ", inner.getValue())));
    }

    @ParameterizedTest
    @MethodSource("typedCommands")
    void helpFitsATerminal(String command) {
        assertThat(run(("help " + command).split(" "))).as(err()).isZero();
        assertThat(out()).startsWith("Usage: slipway " + command);
        assertThat(out().lines())
                .allSatisfy(line -> assertThat(line)
                        .hasSizeLessThanOrEqualTo(80)
                        .as("a path is not cut after its dot")
                        .doesNotMatch(".*[ /]\\."));
    }

    @Test
    void thereAreCommandsWithinCommands() {
        assertThat(typedCommands()).contains("check", "fleet", "fleet plan", "fleet status");
    }

    @Test
    void aMistypedVerbIsGuessed() {
        assertThat(run("explain", "deplyo")).isEqualTo(2);
        assertThat(err()).contains("Did you mean 'deploy'?");
    }

    @ParameterizedTest
    @CsvSource({
        "deploy, Applies manifests",
        "deploy.conflicts, adopt",
        "testJob.flinkRun.jar, Path of the jar in the pod",
        "testJob.sparkSubmit, Submits a Spark application",
        "stages.steps.when, Condition for running it",
        "step.when, Condition for running it",
        "step, What happens when it has finally failed",
        "check.http, Sends an HTTP request",
        "check, Whether a failure fails the step",
        "canI, may do something",
        "forEach, the step runs once per element",
        "SW010, Unknown key",
    })
    void explainKnowsVerbsBlocksProbesAndWhatIsBelowThem(String name, String part) {
        assertThat(run("explain", name)).as(err()).isZero();
        assertThat(out()).containsIgnoringCase(part);
    }

    @Test
    void aKeyOfMorePlacesIsExplainedForEachByItself() {
        assertThat(run("explain", "when")).isEqualTo(2);
        assertThat(err()).contains("several places").contains("stage.when, step.when");
    }

    @Test
    void verbsAsJsonHaveTheirFields() {
        assertThat(run("verbs", "-o", "json")).isZero();
        JsonNode verbs = Json.read(out(), JsonNode.class);
        assertThat(verbs).anySatisfy(verb -> {
            assertThat(verb.path("verb").asText()).isEqualTo("deploy");
            assertThat(verb.path("fields").toString()).contains("manifests");
        });
    }

    @Test
    void aHomeThatIsAFileIsToldOfWithWhatToDo() throws IOException {
        Files.createFile(folder.resolve(".slipway"));
        assertThat(run("list")).isEqualTo(2);
        assertThat(err()).contains(".slipway is a file").contains("Set SLIPWAY_HOME to a folder");
    }

    @Test
    void nothingIsNotReady() {
        assertThat(runWith("apiVersion: v1\nkind: List\nitems: []\n", "ready", "-f", "-", "--exit-code"))
                .isEqualTo(1);
        assertThat(err()).contains("no object in stdin");
    }

    @Test
    void readyJudgesEachDocument() {
        String pods = """
                apiVersion: v1
                kind: Pod
                metadata: { name: a }
                status: { phase: Failed }
                ---
                apiVersion: v1
                kind: ConfigMap
                metadata: { name: b }
                """;
        assertThat(runWith(pods, "ready", "-f", "-", "-o", "json")).isZero();
        JsonNode results = Json.read(out(), JsonNode.class);
        assertThat(results).extracting(result -> result.path("status").asText()).containsExactly("failed", "ready");
        assertThat(runWith(pods, "ready", "-f", "-", "--exit-code")).isEqualTo(1);
    }

    @Test
    void aMissingFileIsNamed() {
        assertThat(run("ready", "-f", "nowhere.yaml")).isEqualTo(2);
        assertThat(err()).contains("nowhere.yaml").doesNotContain("\tat ");
    }

    @Test
    void initMakesAPipelineOnce() {
        assertThat(run("init", "my-app")).isZero();
        assertThat(folder.resolve("my-app/pipeline.yaml")).content().contains("pipeline: my-app");
        assertThat(folder.resolve("my-app/manifests/web.yaml")).content().doesNotContain("@NAME@");
        assertThat(run("init", "my-app")).isEqualTo(2);
        assertThat(run("init", "My_App")).isEqualTo(2);
    }

    @Test
    void checkAndDiagnoseReadTheRulesOfThePipeline() throws IOException {
        run("init", "my-app");
        Path file = folder.resolve("my-app/pipeline.yaml");
        Files.writeString(
                file, Files.readString(file).replace("pipeline: my-app", "pipeline: my-app\nrules: own.yaml"));
        Files.writeString(folder.resolve("my-app/own.yaml"), "- { id: slow, wehn: 'true', cause: slow, fix: hurry }\n");

        assertThat(run("check", "my-app")).isEqualTo(2);
        assertThat(out()).contains("own.yaml:1:", "wehn", "[SW010]", "my-app is invalid: 2 errors");
        assertThat(run("diagnose", "--pipeline", "my-app", "--sandbox")).isEqualTo(2);
        assertThat(err()).contains("own.yaml:1:", "wehn");
    }

    @Test
    void rolloutsAreListedShownAndReported() {
        rollout("hello-1", RolloutStatus.FAILED);
        rollout("hello-2", RolloutStatus.SUCCEEDED);

        assertThat(run("list", "-o", "json")).isZero();
        assertThat(Json.read(out(), JsonNode.class)).hasSize(2);
        out.reset();
        assertThat(run("show", "hello-1", "--exit-code", "-o", "json")).isEqualTo(1);
        JsonNode shown = Json.read(out(), JsonNode.class);
        assertThat(shown.path("status").asText()).isEqualTo("failed");
        assertThat(shown.path("stages")
                        .path(0)
                        .path("steps")
                        .path(0)
                        .path("status")
                        .asText())
                .isEqualTo("succeeded");
        out.reset();
        assertThat(run("show", "hello-1", "-o", "yaml")).isZero();
        assertThat(out()).contains("status: failed");
        int reported = run("report", "hello-2", "--stacktrace");
        assertThat(reported).as(err()).isZero();
        for (String kind : List.of("html", "md", "json", "xml")) {
            assertThat(folder.resolve(".slipway/rollouts/hello-2/report." + kind))
                    .isNotEmptyFile();
        }
    }

    @Test
    void cleanSaysWhatWouldGoAndRemovesItWhenTold() {
        rollout("hello-1", RolloutStatus.FAILED);
        rollout("hello-2", RolloutStatus.PAUSED);

        assertThat(run("clean", "--keep", "5")).isZero();
        assertThat(out()).contains("nothing to remove");
        assertThat(run("clean", "--older-than", "1ms")).isZero();
        assertThat(out())
                .contains("hello-1")
                .contains("would be removed: 1 rollouts")
                .doesNotContain("hello-2");
        assertThat(run("show", "hello-1")).isZero();
        out.reset();
        assertThat(run("clean", "--older-than", "1ms", "--yes", "-o", "json")).isZero();
        assertThat(Json.read(out(), JsonNode.class).path("rollouts")).hasSize(1);
        assertThat(run("resume", "hello-1")).isEqualTo(2);
        assertThat(err()).contains("no rollout 'hello-1'");
        assertThat(run("clean", "--older-than", "long")).isEqualTo(2);
        out.reset();
        assertThat(run("list")).isZero();
        assertThat(out()).contains("hello-2").doesNotContain("hello-1");
    }

    @Test
    void anAmbiguousIdIsNotGuessed() {
        rollout("hello-1", RolloutStatus.SUCCEEDED);
        rollout("hello-2", RolloutStatus.SUCCEEDED);

        assertThat(run("show", "hello")).isEqualTo(2);
        assertThat(err()).contains("2 rollouts");
        assertThat(run("show", "other")).isEqualTo(2);
    }

    @Test
    void aRolloutWhoseProcessWasKilledIsNotOnlyCalledRunning() {
        rollout("hello-1", RolloutStatus.RUNNING);

        assertThat(run("show", "hello-1")).isZero();
        assertThat(err()).contains("No process of", "continue with: slipway resume hello-1");

        out.reset();
        assertThat(run("list")).isZero();
        assertThat(out()).contains("left running");
        assertThat(err()).contains("left running: no process of", "continue with: slipway resume ROLLOUT");
        out.reset();
        assertThat(run("list", "-o", "json")).isZero();
        JsonNode line = Json.read(out(), JsonNode.class).get(0);
        assertThat(line.path("status").asText()).isEqualTo("running");
        assertThat(line.path("attended").asBoolean(true)).isFalse();
    }

    @Test
    void countsThatAreNoneAreRefused() {
        assertThat(run("list", "--limit", "-1")).isEqualTo(2);
        assertThat(err()).contains("slipway: --limit must be at least 1, not -1");
        assertThat(run("clean", "--keep", "-1")).isEqualTo(2);
        assertThat(err()).contains("--keep must be a number of rollouts, 0 or more, not -1");
    }

    @Test
    void shellCompletionOffersTheWordsOfTheHelp() {
        assertThat(run("completion")).isZero();
        assertThat(out())
                .contains("\"html\" \"markdown\"", "\"pause\" \"fail\" \"undo\" \"continue\"", "\"apply\" \"list\"")
                .contains("ID_pos_param_args=($(_slipway_ids rollouts))", "ID_pos_param_args=($(_slipway_ids fleets))");
        assertThat(run("report", "--as", "htlm")).isEqualTo(2);
        assertThat(err())
                .contains("--as must be one of html, markdown, json, junit, openmetrics, milestone, not 'htlm'."
                        + " Did you mean 'html'?");
    }

    @Test
    void examplesOfTheHelpFitOnALine() {
        assertThat(examples(new Slipway(environment("")).commandLine()))
                .hasSizeGreaterThan(50)
                .allSatisfy(line -> assertThat(line.length()).as(line).isLessThan(80));
    }

    private static List<String> examples(CommandLine line) {
        return Stream.concat(
                        Arrays.stream(line.getCommandSpec().usageMessage().footer())
                                .filter(text -> text.startsWith("  ")),
                        line.getSubcommands().values().stream().flatMap(command -> examples(command).stream()))
                .toList();
    }

    @Test
    void slipwayHomeMovesTheFolder() throws Exception {
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        Environment environment = new Environment(
                Console.plain(out, err),
                folder,
                Map.of("SLIPWAY_HOME", "elsewhere"),
                new ByteArrayInputStream(new byte[0]));
        assertThat(environment.home()).isEqualTo(elsewhere);
    }

    @Test
    void aRevalidationHasNothingToTakeBack() {
        rollout(
                "hello-2",
                RolloutStatus.SUCCEEDED,
                Optional.of(Json.tree(Map.of("revalidate", Map.of("of", "hello-1")))));
        assertThat(run("undo", "last", "--yes")).isEqualTo(2);
        assertThat(err()).contains("hello-2 is a re-validation", "slipway undo hello-1");
    }

    private void rollout(String id, RolloutStatus status) {
        rollout(id, status, Optional.empty());
    }

    private void rollout(String id, RolloutStatus status, Optional<JsonNode> input) {
        Instant start = Instant.parse("2026-01-05T09:00:00Z");
        Stores.in(folder.resolve(".slipway"))
                .journals()
                .append(
                        id,
                        List.of(
                                new JournalEvent.RolloutStarted(
                                        id,
                                        "hello",
                                        "0".repeat(64),
                                        "sandbox",
                                        "",
                                        Map.of(),
                                        "ada",
                                        true,
                                        input,
                                        start),
                                new JournalEvent.StepStarted("web", "deploy", "deploy", 1, "", start),
                                new JournalEvent.StepFinished(
                                        "web", 1, StepResult.succeeded("1 created", Map.of()), start.plusSeconds(2)),
                                new JournalEvent.RolloutMoved(status, "", Map.of(), start.plusSeconds(3))));
    }
}
