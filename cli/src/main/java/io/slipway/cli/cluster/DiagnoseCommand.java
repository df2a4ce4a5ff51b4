package io.slipway.cli.cluster;

import io.slipway.activities.diagnosis.Diagnosis;
import io.slipway.activities.diagnosis.DiagnosisRules;
import io.slipway.activities.diagnosis.OwnRules;
import io.slipway.activities.diagnosis.Snapshot;
import io.slipway.activities.diagnosis.collect.SnapshotCollector;
import io.slipway.activities.step.Target;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.engine.ChosenCluster;
import io.slipway.cli.engine.ClusterOptions;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.cli.home.Home;
import io.slipway.model.check.Checked;
import io.slipway.model.check.Checker;
import io.slipway.model.check.PipelineFolder;
import io.slipway.model.check.Problem;
import io.slipway.model.journal.Finding;
import io.slipway.model.json.Json;
import io.slipway.sandbox.sim.SimulationOptions;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code slipway diagnose}: what is wrong with pods and what is around them. */
@Command(
        name = "diagnose",
        mixinStandardHelpOptions = true,
        description = "Explain what is wrong with pods, from their owners, events and logs. Read-only.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway diagnose -n datalyptica -l app=flink",
            "  slipway diagnose last                        target of the last rollout",
            "  slipway diagnose -n datalyptica --sandbox -o json",
            "",
            "Exits with 0; with --exit-code, with 1 if a problem was found."
        })
public final class DiagnoseCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "Rollout in the home folder: its ID, a prefix of it, or 'last'. Provides the target,"
                    + " namespace and the pipeline's own rules, unless overridden by options.")
    private String rollout = "";

    @Mixin
    private ClusterOptions where;

    @Option(
            names = {"-n", "--namespace"},
            paramLabel = "NAMESPACE",
            description = "Namespace of the pods (default: that of the kube context).")
    private String namespace = "";

    @Option(
            names = {"-l", "--selector"},
            paramLabel = "SELECTOR",
            description = "Label selector, as in kubectl (default: all pods of the namespace).")
    private String selector = "";

    @Option(
            names = "--pipeline",
            paramLabel = "PIPELINE",
            description = "Folder of a pipeline whose own diagnosis rules take precedence.")
    private String pipeline = "";

    @Option(names = "--exit-code", description = "Exit with 1 if a problem was found.")
    private boolean exitCode;

    /** The command in that environment. */
    public DiagnoseCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Optional<DiagnosedRollout> asked =
                rollout.isEmpty() ? Optional.empty() : Optional.of(DiagnosedRollout.of(new Home(environment), rollout));
        DiagnosisRules rules = rules(asked);
        try (ChosenCluster chosen = open(asked)) {
            String place = namespace.isEmpty() ? namespace(asked, chosen.target()) : namespace;
            Snapshot snapshot = new SnapshotCollector(chosen.cluster()).ofSelector("", place, selector);
            if (snapshot.subjects().isEmpty()) {
                throw CliException.invalid(
                        "no pods" + (selector.isEmpty() ? "" : " with the labels " + selector)
                                + " found in namespace " + place + " of "
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

    private ChosenCluster open(Optional<DiagnosedRollout> asked) throws IOException {
        boolean chosen = where.sandbox() || !where.context().isEmpty();
        return asked.isPresent() && !chosen
                ? asked.get().open(where.kubeconfig(environment))
                : where.open(environment, SimulationOptions.GUIDES);
    }

    private static String namespace(Optional<DiagnosedRollout> asked, Target target) {
        return asked.map(each -> each.namespace(target)).orElse(target.namespace());
    }

    private DiagnosisRules rules(Optional<DiagnosedRollout> asked) {
        if (pipeline.isEmpty()) {
            return asked.map(DiagnosedRollout::rules).orElseGet(DiagnosisRules::standard);
        }
        Checked checked =
                Checker.check(PipelineFolder.at(environment.directory().resolve(pipeline)));
        List<Problem> wrong = checked.ok() ? OwnRules.problems(checked) : checked.errors();
        if (!wrong.isEmpty()) {
            String lines = wrong.stream().map(Problem::toString).collect(Collectors.joining("\n"));
            throw CliException.invalid(lines, "See slipway check " + pipeline + ".");
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
                .append(" objects checked, ")
                .append(diagnosis.findings().size())
                .append(" findings\n")
                .toString();
    }
}
