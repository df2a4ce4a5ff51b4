package io.slipway.cli.language;

import io.slipway.cli.console.Environment;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.schema.PipelineSchema;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code slipway schema}: the JSON Schema of pipelines, for editors. */
@Command(
        name = "schema",
        mixinStandardHelpOptions = true,
        description = "Print the JSON Schema (2020-12) of pipeline, fleet or inventory files, for editors.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  slipway schema > pipeline.schema.json",
            "  slipway schema fleet > fleet.schema.json",
            "",
            "The first line of a pipeline.yaml, for editors:",
            "  # yaml-language-server: $$schema=pipeline.schema.json"
        })
public final class SchemaCommand implements Callable<Integer> {
    private final Environment environment;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = "pipeline",
            description = "File type: pipeline, fleet or inventory (default: ${DEFAULT-VALUE}).")
    private Kind of = Kind.PIPELINE;

    enum Kind {
        PIPELINE,
        FLEET,
        INVENTORY;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The command in that environment. */
    public SchemaCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        environment
                .console()
                .out()
                .println(
                        switch (of) {
                            case PIPELINE -> PipelineSchema.write().toPrettyString();
                            case FLEET -> PipelineSchema.fleet().toPrettyString();
                            case INVENTORY -> PipelineSchema.inventory().toPrettyString();
                        });
        return ExitCode.DONE;
    }
}
