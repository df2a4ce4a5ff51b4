package io.slipway.model.reference;

import io.slipway.model.spec.Shape;
import java.util.List;

/** The reference page of the pipeline file without its verbs, in Markdown. */
public final class LanguagePage {
    private static final String EXPRESSIONS = """

            ## Expressions

            Any value in the pipeline, its manifests and its Helm values may contain a [CEL](https://cel.dev) expression between `${{` and `}}`. `slipway check` compiles every expression and checks its types.

            ```yaml
            name: shop-${{ params.tenant }}        # inside a string
            replicas: ${{ params.replicas }}       # alone it keeps its type; in quotes, in a manifest, it is a string
            url: "${{ steps.open_route.url }}"     # step 'open-route': write _ for a dash
            when: rollout.status != 'succeeded'    # fields of type CEL need no ${{ }}
            command: echo $${{ HOME }}             # escaped: becomes ${{ HOME }}
            ```

            | name | what it is |
            |---|---|
            | `params.NAME` | a parameter; later sources override earlier ones: default, `--profile`, `-f`, `--env-file`, `-p` |
            | `steps.NAME.OUTPUT`, `steps.NAME.status` | an output of a step that is certain to have run before, and its status: `succeeded`, `skipped` or `failed` |
            | `each`, or the name given by `as` | the current element of a `forEach` |
            | `rollout.id`, `.pipeline`, `.status` | the rollout; status is `running`, `paused`, `succeeded`, `failed`, `aborted` or `cancelled`, for use in `finally` |
            | `target.name`, `.namespace`, `.platform`, `.simulated` | where the rollout runs |
            | `secrets.NAME.KEY` | a secret; only as a whole value, in the block of a verb or of a notice |
            | `object`, `count`, `rows` and so on | what a verb or probe found, inside its own `expect`; listed there |

            Functions are those of CEL with its extensions for strings, lists, sets, math and optionals (`steps.web.?url.orValue('')`), plus `quantity()`, `semver()`, `format` and `sum`.

            - Durations are written `90s`, `10m`, `2h`, `1d`; quantities as in Kubernetes.
            - Patterns must match the whole value.
            - Files are relative to the pipeline's folder, cannot leave it, and may be globs.
            """;

    private LanguagePage() {}

    /** The page. */
    public static String markdown() {
        StringBuilder page = new StringBuilder("""
                # The pipeline file

                The reference of the pipeline file. `slipway explain step` prints the section on steps, and so on for each heading.
                Each step has one verb; they are described in [verbs.md](verbs.md). For small pipelines to copy from, see [examples](../examples/README.md).

                Generated from the records in `model`; a test keeps this page up to date.
                """);
        page.append(EXPRESSIONS);
        Blocks.all().forEach((name, block) -> block(page, "## " + name, block));
        page.append("\n## Probes\n\nEach check uses one of these probes. `expect` sees the names listed below it.\n");
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
