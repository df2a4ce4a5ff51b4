package io.slipway.cli.pipelines;

import io.slipway.cli.console.Environment;
import io.slipway.model.check.PipelineFolder;
import java.nio.file.Path;
import picocli.CommandLine.Parameters;

/** The argument that names a pipeline. */
public final class PipelineArgument {
    @Parameters(index = "0", paramLabel = "PIPELINE", description = "Folder of the pipeline, or its pipeline.yaml.")
    private Path path = Path.of("");

    /** The folder that was named. */
    public PipelineFolder in(Environment environment) {
        return PipelineFolder.at(environment.directory().resolve(path));
    }

    /** As it was typed, for commands that are told to people. */
    public Path typed() {
        return path;
    }
}
