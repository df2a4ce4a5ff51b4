package io.slipway.cli.system;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.json.Json;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway version}. */
@Command(
        name = "version",
        mixinStandardHelpOptions = true,
        description = "Print the versions of Slipway and its Java runtime.",
        footerHeading = "%nExamples:%n",
        footer = "  slipway version -o json")
public final class VersionCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public VersionCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        String slipway = Build.current().version();
        String java = Runtime.version().toString();
        output.print(environment.console(), () -> "slipway " + slipway + " on Java " + java, () -> {
            ObjectNode tree = Json.mapper().createObjectNode();
            return tree.put("slipway", slipway).put("java", java).put("language", "v1");
        });
        return ExitCode.DONE;
    }
}
