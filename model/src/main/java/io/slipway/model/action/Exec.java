package io.slipway.model.action;

import io.slipway.model.spec.Doc;
import io.slipway.model.spec.Late;
import io.slipway.model.spec.OneOf;
import io.slipway.model.spec.Ref;
import io.slipway.model.spec.Sees;
import io.slipway.model.spec.Verb;
import java.util.Optional;

/**
 * Runs a command in a pod.
 *
 * <pre>{@code
 * exec: { of: deployment/spark-submit, command: [spark-submit, --version] }
 * }</pre>
 */
@Doc("Runs a command in a pod. Its output is limited in size, and secrets are masked.")
@Verb(outputs = Exec.Outputs.class, retries = false)
@OneOf({"of", "selector"})
public record Exec(
        @Doc("A pod or workload as kind/name; its first ready pod is used.")
        Optional<Ref> of,

        @Doc("Label selector of the pod.") Optional<String> selector,
        @Doc("Container (default: the first).") Optional<String> container,

        @Doc("Command and arguments; a plain text is run with sh -c.")
        Command command,

        @Doc("Text for the command's standard input.") Optional<String> stdin,

        @Doc("Condition that must be true (default: exit code 0).")
        @Sees({"exitCode: int", "stdout: string", "stderr: string", "lines: list(string)"})
        Optional<Late> expect)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Exit code.") long exitCode,
            @Doc("Standard output, limited in size.") String stdout) {}
}
