package io.slipway.cli.language;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.schema.PipelineSchema;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** {@code slipway schema}: the JSON Schema of pipelines, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Prints the JSON Schema (2020-12) of pipeline files, for editors.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway schema > pipeline.schema.json",
            "  # yaml-language-server: $$schema=pipeline.schema.json   as first line of a pipeline.yaml"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final Environment environment;

    /** The command in that environment. */
    public SchemaCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment.console().out().println(PipelineSchema.write().toPrettyString());
        return ExitCode.DONE;
    }
}
