package io.slipway.cli.language;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.CliException;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code slipway init}: a pipeline folder to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = "Create a pipeline folder to start from. It runs in the sandbox as it is.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway init my-app", "  slipway run my-app --sandbox"})
public final class InitCommand implements Callable<Integer> {
    private static final List<String> FILES = List.of("pipeline.yaml", "manifests/web.yaml", "README.md");
    private static final Pattern NAME = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    private final Environment environment;

    @Parameters(paramLabel = "NAME", description = "Folder to create; its last part is the name of the pipeline.")
    private Path folder;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public InitCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        Path target = environment.directory().resolve(folder).normalize();
        String name = target.getFileName() == null ? "" : target.getFileName().toString();
        if (!NAME.matcher(name).matches()) {
            throw CliException.invalid(
                    "'" + name + "' is not a valid pipeline name",
                    "Use lower-case letters, digits and dashes, at most 63, such as my-app.");
        }
        if (Files.exists(target)) {
            throw CliException.invalid(folder + " already exists", "Choose another name, or remove it first.");
        }
        for (String file : FILES) {
            write(target.resolve(file), template(file).replace("@NAME@", name));
        }
        output.print(environment.console(), () -> next(name), () -> tree(name));
        return ExitCode.DONE;
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String template(String file) throws IOException {
        try (InputStream in = InitCommand.class.getResourceAsStream("init/" + file)) {
            if (in == null) {
                throw new IOException("this build lacks the template " + file);
            }
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private String next(String name) {
        return "created " + folder + " with the pipeline " + name + "\n\n  slipway check " + folder + "\n  slipway run "
                + folder + " --sandbox\n";
    }

    private ObjectNode tree(String name) {
        ObjectNode tree = Json.mapper().createObjectNode().put("pipeline", name).put("folder", folder.toString());
        FILES.forEach(tree.putArray("files")::add);
        return tree;
    }
}
