package io.slipway.model.reference;

import io.slipway.model.spec.Shape;
import java.util.List;

/** The reference page of the pipeline file without its verbs, in Markdown. */
public final class LanguagePage {
    private static final String EXPRESSIONS = """

            ## Expressions

            CEL between `${{` and `}}`, in any value of the pipeline, its manifests and its Helm values. `slipway check` compiles each of them and knows the types.

            ```yaml
            name: shop-${{ params.tenant }}        # in a text
            replicas: ${{ params.replicas }}       # alone it keeps its type; in quotes, in a manifest, it is a text
            url: "${{ steps.open_route.url }}"     # of step 'open-route': a dash is written _
            when: rollout.status != 'succeeded'    # where a type says CEL it may stand bare
            command: echo $${{ HOME }}             # no expression: it becomes ${{ HOME }}
            ```

            | name | what it is |
            |---|---|
            | `params.NAME` | from, the later the stronger: default, `--profile`, `-f`, `--env-file`, `-p` |
            | `steps.NAME.OUTPUT`, `steps.NAME.status` | of a step that surely came before: an output of its verb, and `succeeded`, `skipped` or `failed` |
            | `each`, or the name under `as` | the element of a `forEach` |
            | `rollout.id`, `.pipeline`, `.status` | `running`, `paused`, `succeeded`, `failed`, `aborted` or `cancelled`; for `finally` |
            | `target.name`, `.namespace`, `.platform`, `.simulated` | where it runs |
            | `secrets.NAME.KEY` | only alone, in the block of a verb or of a notice |
            | `object`, `count`, `rows` and so on | what a verb or probe has seen, in its own `expect`; see there |

            Functions are those of CEL with its extensions for texts, lists, sets, math and optionals (`steps.web.?url.orValue('')`), and `quantity()`, `semver()`, `format` and `sum`.
            Durations are `90s`, `10m`, `2h`, `1d`, quantities those of Kubernetes, patterns match the whole value. Files are relative to the pipeline's folder, which they cannot leave, and may be globs.
            """;

    private LanguagePage() {}

    /** The page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # The pipeline file

                Made from the records in `model`; a test keeps it up to date. `slipway explain step` prints the same, and so on for each heading.
                The verbs, of which each step has one, are in [verbs.md](verbs.md); small pipelines to copy from in [examples](../examples/README.md).
                """);
        page.append(EXPRESSIONS);
        Blocks.all().forEach((name, block) -> block(page, "## " + name, block));
        page.append("\n## Probes\n\nA check asks one of these. `expect` sees what stands under it.\n");
        Blocks.probes().forEach((name, block) -> {
            block(page, "### " + name, block);
            sees(page, block.sees());
        });
        return page.toString();
    }

    private static void block(StringBuilder page, String heading, Shape.Block block) {
        page.append('\n').append(heading).append("\n\n").append(block.doc()).append('\n');
        List<FieldDoc> fields = block.fields().stream()
                .filter(field -> !field.inline())
                .map(FieldDoc::of)
                .toList();
        if (!fields.isEmpty()) {
            page.append('\n').append(FieldTable.of(fields));
        }
        block.choices()
                .forEach(choice -> page.append(choice.optional() ? "\nAt most one of: " : "\nOne of: ")
                        .append(Words.code(List.of(choice.value())))
                        .append(".\n"));
        block.inlined()
                .forEach(field -> page.append("\nOne of: ")
                        .append(Words.code(field.union().keys()))
                        .append(".\n"));
        block.shortScalar()
                .ifPresent(key ->
                        page.append("\nA bare value stands for `").append(key).append("`.\n"));
    }

    private static void sees(StringBuilder page, List<String> names) {
        if (!names.isEmpty()) {
            page.append("\nSees ").append(Words.code(names)).append(".\n");
        }
    }
}
