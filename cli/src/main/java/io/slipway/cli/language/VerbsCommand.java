package io.slipway.cli.language;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.slipway.cli.console.Columns;
import io.slipway.cli.console.Environment;
import io.slipway.cli.console.Output;
import io.slipway.cli.error.ExitCode;
import io.slipway.model.action.Action;
import io.slipway.model.json.Json;
import io.slipway.model.spec.Shape;
import io.slipway.model.spec.Shapes;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code slipway verbs}: what a step can do. */
@Command(
        name = "verbs",
        mixinStandardHelpOptions = true,
        description = "List the verbs of the pipeline language.",
        footerHeading = "%nExamples:%n",
        footer = {"  slipway verbs", "  slipway explain deploy", "  slipway explain deploy.conflicts"})
public final class VerbsCommand implements Callable<Integer> {
    private final Environment environment;

    @Mixin
    private Output output;

    /** The command in that environment. */
    public VerbsCommand(Environment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() {
        Map<String, Shape.Block> verbs = Shapes.union(Action.class).members();
        output.print(environment.console(), () -> text(verbs), () -> tree(verbs));
        return ExitCode.DONE;
    }

    private static String text(Map<String, Shape.Block> verbs) {
        Columns table = new Columns();
        verbs.forEach((verb, block) -> table.row(verb, block.doc()));
        return table.text();
    }

    private static ArrayNode tree(Map<String, Shape.Block> verbs) {
        ArrayNode list = Json.mapper().createArrayNode();
        verbs.forEach((verb, block) -> {
            ObjectNode one = list.addObject().put("verb", verb).put("doc", block.doc());
            block.keys().forEach(one.putArray("fields")::add);
        });
        return list;
    }
}
