package io.slipway.cli.pipelines;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.slipway.cli.console.Environment;
import io.slipway.cli.error.CliException;
import io.slipway.model.plan.PlanInput;
import io.slipway.model.yaml.YamlFile;
import io.slipway.model.yaml.YamlNode;
import io.slipway.model.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/** The options that give parameters their values: default, profile, file, environment, each stronger than the one before. */
public final class ParameterOptions {
    @Option(
            names = {"-p", "--param"},
            paramLabel = "NAME=VALUE",
            description = "Set a parameter; can be repeated.")
    private Map<String, String> given = new LinkedHashMap<>();

    @Option(
            names = {"-f", "--params-file"},
            paramLabel = "FILE",
            description = "YAML file with parameter values.")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "File with NAME=value lines, for parameters with 'env: NAME'.")
    private Optional<Path> envFile = Optional.empty();

    @Option(names = "--profile", paramLabel = "NAME", description = "Profile of the pipeline to use.")
    private Optional<String> profile = Optional.empty();

    /**
     * What the options say.
     *
     * @throws IOException when a file cannot be read
     */
    public PlanInput input(Environment environment) throws IOException {
        Map<String, JsonNode> values = new TreeMap<>();
        given.forEach((name, value) -> values.put(name, TextNode.valueOf(value)));
        return new PlanInput(profile, fileValues(environment), envValues(environment), values);
    }

    private Map<String, JsonNode> fileValues(Environment environment) throws IOException {
        Map<String, JsonNode> values = new TreeMap<>();
        if (file.isEmpty()) {
            return values;
        }
        YamlFile yaml = YamlReader.read(
                file.get().toString(),
                Files.readAllBytes(environment.directory().resolve(file.get())));
        if (!yaml.problems().isEmpty()) {
            var problem = yaml.problems().getFirst();
            throw CliException.invalid(problem.place() + ": " + problem.message(), "");
        }
        JsonNode tree = yaml.root().map(YamlNode::json).orElse(null);
        if (tree == null || !tree.isObject()) {
            throw CliException.invalid(
                    file.get() + " is not a map of parameters", "Write one line 'name: value' per parameter.");
        }
        tree.properties().forEach(entry -> values.put(entry.getKey(), entry.getValue()));
        return values;
    }

    private Map<String, String> envValues(Environment environment) throws IOException {
        return envFile.isEmpty()
                ? Map.of()
                : EnvFile.read(
                        envFile.get().toString(),
                        Files.readString(environment.directory().resolve(envFile.get())));
    }
}
