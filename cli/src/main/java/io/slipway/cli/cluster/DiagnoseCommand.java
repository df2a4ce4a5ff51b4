package io.slipway.cli.cluster;

import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.diagnosis.OwnRules;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.collect.SnapshotCollector;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.journal.Finding;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code slipway diagnose}: what is wrong with pods and what is around them. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        description = "Looks at pods, what owns them, their events and logs, and says what is wrong. Only reads.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway diagnose -n datalyptica -l app=flink",
            "  slipway diagnose -n datalyptica --sandbox -o json",
            "",
            "Ends with 0, with --exit-code with 1 when something was found."
        })
public final class DiagnoseCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    @Mixin
    private ClusterOptions where;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "The namespace; that of the kube context by default.")
    private String namespace = "";

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Labels of the pods, as kubectl takes them; all of the namespace by default.")
    private String selector = "";

    @Option(
            names = "--pipeline",
            paramLabel = "PIPELINE",
            description = "A pipeline's folder, whose own rules are asked before the others.")
    private String pipeline = "";

    @Option(names = "--exit-code", description = "End with 1 when something was found.")
    private boolean exitCode;

    /** The command in that environment. */
    public DiagnoseCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        DiagnosisRules rules = rules();
        try (ChosenCluster chosen = where.open(environment, SimulationOptions.GUIDES)) {
            String place = namespace.isEmpty() ? chosen.target().namespace() : namespace;
            Snapshot snapshot = new SnapshotCollector(chosen.cluster()).ofSelector("", place, selector);
            if (snapshot.subjects().isEmpty()) {
                throw CliException.invalid(
                        "there are no pods" + (selector.isEmpty() ? "" : " with the labels " + selector)
                                + " to be seen in namespace " + place + " of "
                                + chosen.target().name(),
                        "Check -n and -l, and that you may list pods there.");
            }
            Diagnosis diagnosis = Diagnosis.of(snapshot, rules);
            output.print(
                    environment.console(),
                    () -> text(diagnosis, snapshot.subjects().size()),
                    () -> Json.tree(diagnosis.findings()));
            return exitCode && !diagnosis.findings().isEmpty() ? ExitCode.FAILED : ExitCode.DONE;
        }
    }

    private DiagnosisRules rules() {
        if (pipeline.isEmpty()) {
            return DiagnosisRules.standard();
        }
        Checked checked =
                Checker.check(PipelineFolder.at(environment.directory().resolve(pipeline)));
        List<String> wrong = checked.errors().stream().map(Problem::toString).toList();
        if (wrong.isEmpty()) {
            wrong = OwnRules.problems(checked);
        }
        if (!wrong.isEmpty()) {
            throw CliException.invalid(String.join("\n", wrong), "See slipway check " + pipeline + ".");
        }
        return OwnRules.of(checked);
    }

    private static String text(Diagnosis diagnosis, int subjects) {
        StringBuilder text = new StringBuilder();
        for (Finding finding : diagnosis.findings()) {
            text.append(finding.object()).append(": ").append(finding.cause()).append('\n');
            text.append("  fix    ").append(finding.fix()).append('\n');
            text.append("  rule   ").append(finding.rule()).append('\n');
            if (!finding.guide().isEmpty()) {
                text.append("  guide  ").append(finding.guide()).append('\n');
            }
            finding.evidence()
                    .forEach(line -> text.append("  seen   ").append(line).append('\n'));
        }
        return text.append(subjects)
                .append(" objects looked at, ")
                .append(diagnosis.findings().size())
                .append(" findings\n")
                .toString();
    }
}
