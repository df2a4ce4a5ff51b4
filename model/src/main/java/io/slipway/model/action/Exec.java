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
@Doc("Runs a command in a pod; its output is capped and masked.")
@Verb(outputs = Exec.Outputs.class, retries = false)
@OneOf({"of", "selector"})
public record Exec(
        @Doc("A pod or workload as kind/name; its first ready pod is taken.")
        Optional<Ref> of,

        @Doc("Label selector of the pod.") Optional<String> selector,
        @Doc("Container; the first when left out.") Optional<String> container,

        @Doc("Command and arguments; a bare text is run by sh -c.")
        Command command,

        @Doc("Text for the command's standard input.") Optional<String> stdin,

        @Doc("What must hold. Without it the command must exit with 0.")
        @Sees({"exitCode: int", "stdout: string", "stderr: string", "lines: list(string)"})
        Optional<Late> expect)
        implements Action {

    /** What later steps may use. */
    public record Outputs(
            @Doc("Exit code.") long exitCode,
            @Doc("Standard output, capped.") String stdout) {}
}
